package medflip.platform.serialization;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.DomainEvent;
import medflip.kernel.Revision;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Under which name each event is stored: {@code <domain>.<RecordName>}, and in which revision it is written today. */
public final class EventNames {

    private static final Pattern PACKAGE = Pattern.compile("medflip\\.([a-z]+)\\.events");

    private final Map<String, Class<? extends DomainEvent>> classes;
    private final Map<Class<?>, String> names = new HashMap<>();

    private EventNames(Map<String, Class<? extends DomainEvent>> classes) {
        this.classes = Collections.unmodifiableMap(new TreeMap<>(classes));
        classes.forEach((name, type) -> names.put(type, name));
    }

    /**
     * Finds every event in the packages {@code medflip.<domain>.events}.
     *
     * @throws IllegalStateException if two events would have one name
     */
    public static EventNames scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
        scanner.setResourcePattern("*/events/*.class");
        Map<String, Class<? extends DomainEvent>> classes = new HashMap<>();
        scanner.findCandidateComponents("medflip").forEach(candidate -> {
            Class<? extends DomainEvent> type = ClassUtils.resolveClassName(
                            Objects.requireNonNull(candidate.getBeanClassName()), null)
                    .asSubclass(DomainEvent.class);
            add(classes, nameOf(type), type);
        });
        return new EventNames(classes);
    }

    /** Names given by hand, for events that stand elsewhere: those of tests. */
    static EventNames of(Map<String, Class<? extends DomainEvent>> classes) {
        return new EventNames(classes);
    }

    static void add(Map<String, Class<? extends DomainEvent>> classes, String name, Class<? extends DomainEvent> type) {
        Class<?> other = classes.putIfAbsent(name, type);
        if (other != null) {
            throw new IllegalStateException("Two events are called " + name + ": " + other + " and " + type + ".");
        }
    }

    /** All stored names, sorted. */
    public Collection<String> all() {
        return classes.keySet();
    }

    public Optional<Class<? extends DomainEvent>> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** @throws IllegalArgumentException if the class is no event that was found */
    public String name(Class<?> type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    type.getName() + " is no record in a package medflip.<domain>.events, so it has no stored name.");
        }
        return name;
    }

    /** The revision in which an event of this name is written today, from 1. */
    public int revision(String name) {
        Revision revision = find(name).orElseThrow().getAnnotation(Revision.class);
        return revision == null ? 1 : revision.value();
    }

    private static String nameOf(Class<?> type) {
        Matcher domain = PACKAGE.matcher(type.getPackageName());
        if (!domain.matches() || !type.isRecord()) {
            throw new IllegalStateException(
                    type.getName() + " must be a record in a package medflip.<domain>.events to be stored.");
        }
        return domain.group(1) + "." + type.getSimpleName();
    }
}
