package medflip.whole;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Commands of every kind, made up from their own components: each constant of an enum, each kind of a sealed family and
 * each absent value occurs. They needn't make sense; nobody decides them.
 */
final class CommandExamples {

    private static final String ID = "01935c00-0000-7000-8000-000000000001";

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "a text"),
            Map.entry(UUID.class, UUID.fromString(ID)),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 4_294_967_297L),
            Map.entry(Long.class, 4_294_967_297L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("12.50")),
            Map.entry(Instant.class, Instant.parse("2026-11-27T12:34:56.123456Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-11-27")),
            Map.entry(LocalTime.class, LocalTime.parse("03:30")),
            Map.entry(YearMonth.class, YearMonth.parse("2027-03")));

    private CommandExamples() {}

    static List<Command> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition found) {
                return found.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        scanner.setResourcePattern("*/write/**/*.class");
        List<Command> commands = new ArrayList<>();
        scanner.findCandidateComponents("medflip").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .forEach(type -> of(type).forEach(command -> commands.add((Command) command)));
        return commands;
    }

    private static Collection<@Nullable Object> of(Type type) {
        if (type instanceof ParameterizedType many) {
            Collection<@Nullable Object> each = of(many.getActualTypeArguments()[0]);
            return switch (((Class<?>) many.getRawType()).getSimpleName()) {
                case "List" -> List.of(List.copyOf(each), List.of());
                case "Set" -> List.of(Set.copyOf(each));
                case "Optional" -> List.of(Optional.of(each.iterator().next()));
                default -> throw new AssertionError("How is an example of " + type + " made?");
            };
        }
        Class<?> single = (Class<?>) type;
        if (VALUES.containsKey(single)) {
            return List.of(VALUES.get(single));
        }
        if (single.isEnum()) {
            return Arrays.asList(single.getEnumConstants());
        }
        if (single.isSealed()) {
            return Arrays.stream(single.getPermittedSubclasses())
                    .flatMap(kind -> of(kind).stream())
                    .toList();
        }
        if (single.isRecord()) {
            return records(single);
        }
        throw new AssertionError("How is an example of " + type + " made?");
    }

    /** As many as the component with the most examples has, and one without all that may be absent. */
    private static Collection<@Nullable Object> records(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (AggregateId.class.isAssignableFrom(type)) {
            return List.of(make(type, components, new Object[] {ID + "/thing/" + ID}));
        }
        List<List<@Nullable Object>> examples = Arrays.stream(components)
                .map(component -> (List<@Nullable Object>) new ArrayList<>(of(component.getGenericType())))
                .toList();
        int most = examples.stream().mapToInt(List::size).max().orElse(1);
        Set<@Nullable Object> made = new LinkedHashSet<>();
        for (int i = 0; i <= most; i++) {
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int c = 0; c < components.length; c++) {
                boolean absent = i == most && mayBeAbsent(components[c]);
                values[c] =
                        absent ? null : examples.get(c).get(i % examples.get(c).size());
            }
            made.add(make(type, components, values));
        }
        return made;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object make(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No example of " + type, e);
        }
    }
}
