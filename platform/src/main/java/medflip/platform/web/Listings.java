package medflip.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.command.CommandRejected;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
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
public class Listings implements ListCheck {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");

    private final RequestMappingHandlerMapping addresses;
    private final ConversionService conversion;
    private final ReadYourWrites readYourWrites;
    private final ObjectProvider<Touched> touched;

    Listings(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            @Qualifier("mvcConversionService") ConversionService conversion,
            ReadYourWrites readYourWrites,
            ObjectProvider<Touched> touched) {
        this.addresses = addresses;
        this.conversion = conversion;
        this.readYourWrites = readYourWrites;
        this.touched = touched;
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
     * How a list is asked, with a filter.
     *
     * @param address one of {@link #addresses}
     * @param said what its parameters are, by name
     */
    public record Question(String address, Map<String, String> said) {}

    /**
     * What is taken away of a list.
     *
     * @param position behind which somebody asks next who comes again; noted before any row is read
     * @param whole whether it is all of the list; otherwise what has changed
     */
    public record Cut(Listing<?> listing, long position, boolean whole) {}

    /**
     * Reads the address of a list with its filter, such as {@code /api/deals.csv?state=QUOTED}.
     *
     * @throws IllegalArgumentException with a reason that a person can read, if there is no such list, or it knows no
     *     such filter
     */
    public Question question(String asked) {
        int mark = asked.indexOf('?');
        String path = mark < 0 ? asked : asked.substring(0, mark);
        Map<String, HandlerMethod> known = known();
        for (Map.Entry<String, HandlerMethod> list : known.entrySet()) {
            String address = list.getKey();
            Optional<Map<String, String>> filled = filled(address, path);
            if (filled.isPresent() && (address.equals(path) || !known.containsKey(path))) {
                Map<String, String> said =
                        new TreeMap<>(said(mark < 0 ? "" : asked.substring(mark + 1), names(list.getValue())));
                said.putAll(filled.get());
                return new Question(address, said);
            }
        }
        throw new IllegalArgumentException("This is no list that can be taken away.");
    }

    /** What stands in the place of the parts in braces; empty where the path is none of that address. */
    private static Optional<Map<String, String>> filled(String address, String path) {
        Matcher matcher = Pattern.compile(BRACES.matcher(address).replaceAll("(?<$1>[A-Za-z0-9-]+)"))
                .matcher(path);
        return matcher.matches()
                ? Optional.of(matcher.namedGroups().keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), matcher::group)))
                : Optional.empty();
    }

    private static Map<String, String> said(String query, Set<String> names) {
        Map<String, String> said = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!names.contains(name)) {
                throw new IllegalArgumentException("This list has no filter \"" + name + "\".");
            }
            if (said.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("The filter \"" + name + "\" is said twice.");
            }
        }
        return said;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The filter can't be read: after a % come two digits.", e);
        }
    }

    /** What can be said to the list, besides what stands in its address. */
    private static Set<String> names(HandlerMethod list) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : list.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(Objects.requireNonNull(parameter.getParameterName()));
            } else if (parameter.getParameterType().isRecord()
                    && parameter.getParameterType() != Caller.class
                    && !parameter.hasParameterAnnotation(PathVariable.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }

    @Override
    public void check(Caller caller, String list) {
        Question question = question(list);
        try {
            ask(caller, question.address(), question.said()).begin();
        } catch (Faults.InvalidRequest refused) {
            throw new IllegalArgumentException(
                    refused.faults().stream().map(Faults.Fault::message).collect(Collectors.joining(" ")), refused);
        } catch (CommandRejected refused) {
            throw new IllegalArgumentException(refused.reason().message(), refused);
        } catch (ConversionException refused) {
            throw new IllegalArgumentException("This list can't be asked so.", refused);
        }
    }

    /** What somebody needs to be allowed who asks it. */
    public Permission needs(Question question) {
        return Permission.of(method(question.address()));
    }

    /**
     * Asks a list for all of it, or for what may look different since then.
     *
     * @param since position behind which; null for all
     */
    public Cut cut(Caller caller, Question question, @Nullable Long since) {
        Listing<?> listing = ask(caller, question.address(), question.said());
        long position = readYourWrites.position(views(listing, question));
        return since == null
                ? new Cut(listing, position, true)
                : touched.getObject()
                        .since(caller.tenant(), since)
                        .map(things -> new Cut(listing.changed(things), position, false))
                        .orElse(new Cut(listing, position, true));
    }

    /** The views that an answer reads. */
    List<String> views(Listing<?> listing, Question question) {
        Reads reads = method(question.address()).getMethodAnnotation(Reads.class);
        return listing.reads().isEmpty() && reads != null ? List.of(reads.value()) : listing.reads();
    }

    /**
     * Asks a list; most read their rows only when these are written.
     *
     * @param address one of {@link #addresses}
     * @param said what its parameters are, those of the address's braces and of its query, by name
     */
    public Listing<?> ask(Caller caller, String address, Map<String, String> said) {
        HandlerMethod list = method(address).createWithResolvedBean();
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

    private HandlerMethod method(String address) {
        return Objects.requireNonNull(known().get(address), address);
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
