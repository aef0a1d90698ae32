package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medflip.launcher.command.CommandSide;
import medflip.launcher.gateway.WebhooksGateway;
import medflip.launcher.query.QuerySide;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where the sides are processes of their own, the web server sends each request to one that can answer it. */
class RoutesTest {

    private static final String SOME_ID = "0193f3a0-0000-7000-8000-00000000dead";
    private static final Map<String, Class<?>> SIDES =
            Map.of("command", CommandSide.class, "query", QuerySide.class, "gateway", WebhooksGateway.class);

    @Test
    void each_endpoint_is_asked_at_a_side_that_has_it() {
        Routes routes = Routes.read();
        List<String> astray = new ArrayList<>();
        TreeSet<String> used = new TreeSet<>();
        endpoints().forEach((mapping, method) -> {
            for (String pattern : mapping.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]+}", SOME_ID);
                mapping.getMethodsCondition().getMethods().forEach(verb -> {
                    String side = routes.side(verb.name(), path).orElse("nobody");
                    used.add(side);
                    String endpoint = method.getBeanType().getName();
                    if (!has(SIDES.get(side), endpoint)) {
                        astray.add(verb + " " + pattern + " is sent to " + side);
                    }
                });
            }
        });
        assertThat(astray).isEmpty();
        assertThat(used).containsExactly("command", "gateway", "query");
    }

    @Test
    void each_line_of_the_routes_is_of_use() {
        List<String> requests = new ArrayList<>();
        endpoints()
                .forEach((mapping, method) -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> requests.add(verb + " " + pattern.replaceAll("\\{[^}]+}", SOME_ID)))));
        List<Routes.Route> lines = Routes.read().lines();
        assertThat(lines)
                .allSatisfy(line -> assertThat(requests)
                        .as(line.toString())
                        .anyMatch(request -> lines.stream()
                                .filter(each -> each.request().matcher(request).find())
                                .findFirst()
                                .orElseThrow()
                                .equals(line)));
    }

    @Test
    void screens_come_with_the_same_headers_from_the_web_server() throws IOException {
        String nginx = Files.readString(Path.of("..", "docker", "nginx.conf"));
        RunningService.shared().browser().get("/").headers().map().forEach((name, values) -> {
            if (name.matches("(?i)content-security-policy|.*-policy|x-content-type-options|x-frame-options")) {
                assertThat(nginx)
                        .as(name)
                        .containsPattern(
                                "(?i)add_header " + name + " \"" + Pattern.quote(values.getFirst()) + "\" always;");
            }
        });
    }

    /** Whether the process finds a component of that name. */
    private static boolean has(@org.jspecify.annotations.Nullable Class<?> side, String component) {
        return side != null
                && Stream.of(side.getAnnotationsByType(ComponentScan.class)).anyMatch(scan -> {
                    boolean inPlace = Stream.of(scan.basePackages().length > 0 ? scan.basePackages() : scan.value())
                            .anyMatch(place ->
                                    component.matches(place.replace(".", "\\.").replace("*", "\\w+") + "\\..*"));
                    return inPlace
                            && matches(scan.excludeFilters(), component).isEmpty()
                            && (scan.useDefaultFilters()
                                    || !matches(scan.includeFilters(), component)
                                            .isEmpty());
                });
    }

    private static List<String> matches(ComponentScan.Filter[] filters, String component) {
        return Stream.of(filters)
                .flatMap(filter -> Stream.of(filter.pattern()))
                .filter(component::matches)
                .toList();
    }

    private static Map<RequestMappingInfo, HandlerMethod> endpoints() {
        Map<RequestMappingInfo, HandlerMethod> all = RunningService.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        return all.entrySet().stream()
                .filter(each -> Objects.requireNonNull(
                                each.getValue().getBeanType().getPackageName())
                        .startsWith("medflip."))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
