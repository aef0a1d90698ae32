package medflip.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every list and report that can be taken away, asked for without a request: by a job, by what their addresses are
 * asked with. So a job never knows less, or anything else, than who asks the address.
 */
@Component
public class Listings {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final RequestMappingHandlerMapping addresses;
    private final ConversionService conversion;

    Listings(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            @Qualifier("mvcConversionService") ConversionService conversion) {
        this.addresses = addresses;
        this.conversion = conversion;
    }

    /** Addresses of all lists, sorted; a part in braces is for the asker to fill in. */
    public Set<String> addresses() {
        return known().keySet();
    }

    /** The views that the lists read, by their processing groups; reports say for themselves what they read. */
    public Set<String> views() {
        return known().values().stream()
                .map(list -> list.getMethodAnnotation(Reads.class))
                .filter(Objects::nonNull)
                .flatMap(reads -> Stream.of(reads.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Asks a list; most read their rows only when these are written.
     *
     * @param address one of {@link #addresses}
     * @param said what its parameters are, those of the address's braces and of its query, by name
     */
    public Listing<?> ask(Caller caller, String address, Map<String, String> said) {
        HandlerMethod list =
                Objects.requireNonNull(known().get(address), address).createWithResolvedBean();
        MethodParameter[] parameters = list.getMethodParameters();
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i].initParameterNameDiscovery(NAMES);
            values[i] = value(parameters[i], caller, said);
        }
        try {
            list.getMethod().setAccessible(true);
            return (Listing<?>) list.getMethod().invoke(list.getBean(), values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException(address + " can't be asked", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(address + " can't be asked", e);
        }
    }

    private @Nullable Object value(MethodParameter parameter, Caller caller, Map<String, String> said) {
        Class<?> type = parameter.getParameterType();
        if (type == Caller.class) {
            return caller;
        }
        String name = Objects.requireNonNull(parameter.getParameterName());
        if (parameter.hasParameterAnnotation(PathVariable.class)
                || parameter.hasParameterAnnotation(RequestParam.class)) {
            return conversion.convert(said.get(name), type);
        }
        DataBinder question = new DataBinder(null, name);
        question.setTargetType(ResolvableType.forMethodParameter(parameter));
        question.setConversionService(conversion);
        question.construct(new Values(said));
        if (question.getBindingResult().hasErrors()) {
            throw new Faults.InvalidRequest(question.getBindingResult().getFieldErrors().stream()
                    .map(error -> new Faults.Fault(error.getField(), "invalid", "This list can't be asked so."))
                    .toList());
        }
        return question.getTarget();
    }

    private record Values(Map<String, String> said) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            return said.get(name);
        }

        @Override
        public Set<String> getNames() {
            return said.keySet();
        }
    }

    private Map<String, HandlerMethod> known() {
        Map<String, HandlerMethod> known = new TreeMap<>();
        addresses.getHandlerMethods().forEach((mapping, method) -> {
            if (method.hasMethodAnnotation(ExportMapping.class)) {
                mapping.getPatternValues().forEach(address -> known.put(address, method));
            }
        });
        return known;
    }
}
