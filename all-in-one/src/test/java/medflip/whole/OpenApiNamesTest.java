package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API's description calls a body by its class's simple name. Two classes of one name would silently be described as
 * one, and the screens' types would be wrong for either.
 */
class OpenApiNamesTest {

    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Set<Type> seen = new HashSet<>();

    @Test
    void each_body_of_the_API_has_a_name_of_its_own() {
        Collection<HandlerMethod> endpoints = RunningService.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values();
        endpoints.stream()
                .filter(endpoint -> endpoint.getBeanType().getName().startsWith("medflip."))
                .forEach(this::describe);
        assertThat(classes).hasSizeGreaterThan(100);
        assertThat(classes.entrySet())
                .as("one name, several classes: call one of them otherwise, or by @Schema(name = …)")
                .allSatisfy(named -> assertThat(named.getValue()).hasSize(1));
    }

    @Test
    void each_endpoint_has_room_among_the_measures() {
        RunningService service = RunningService.shared();
        RequestMappingHandlerMapping endpoints =
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        int measured = service.context()
                .getEnvironment()
                .getRequiredProperty("management.metrics.web.server.max-uri-tags", Integer.class);
        assertThat(endpoints.getHandlerMethods().keySet().stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .distinct())
                .hasSizeBetween(400, measured);
    }

    @Test
    void two_of_one_name_would_be_noticed() {
        visit(ResolvableType.forClass(Map.Entry.class));
        visit(ResolvableType.forClass(One.Item.class));
        visit(ResolvableType.forClassWithGenerics(List.class, Other.Item.class));
        assertThat(classes.get("Item")).hasSize(2);
    }

    private record One() {
        record Item(String name) {}
    }

    private record Other() {
        record Item(String name) {}
    }

    private void describe(HandlerMethod endpoint) {
        visit(ResolvableType.forMethodReturnType(endpoint.getMethod()));
        for (MethodParameter parameter : endpoint.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                visit(ResolvableType.forMethodParameter(parameter));
            }
        }
    }

    private void visit(ResolvableType type) {
        Class<?> described = type.resolve(Object.class);
        if (!seen.add(type.getType())) {
            return;
        }
        Arrays.stream(type.getGenerics()).forEach(this::visit);
        if (!described.getName().startsWith("medflip.") || !described.isRecord() && !described.isSealed()) {
            return;
        }
        Schema said = described.getAnnotation(Schema.class);
        String name = said == null || said.name().isEmpty() ? described.getSimpleName() : said.name();
        classes.computeIfAbsent(name, absent -> new TreeSet<>()).add(described.getName());
        if (described.isRecord()) {
            for (RecordComponent component : described.getRecordComponents()) {
                visit(ResolvableType.forType(component.getGenericType(), type));
            }
        } else {
            Arrays.stream(described.getPermittedSubclasses())
                    .map(ResolvableType::forClass)
                    .forEach(this::visit);
        }
    }
}
