package medflip.platform.serialization;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.kernel.AggregateId;
import medflip.kernel.NotPersonal;
import medflip.kernel.Personal;
import medflip.kernel.PersonalData;
import org.springframework.util.ClassUtils;

/**
 * What must be said of every component of an event, so that nothing about a person is stored in clear: a text is
 * {@code @PersonalData} or {@code @NotPersonal}, a value that is always personal is {@code @PersonalData}, and nothing
 * personal hides in a value inside the event, where it wouldn't be encrypted.
 */
final class EventRules {

    private static final Pattern FIELD_ID = Pattern.compile("([a-z]+)\\.[a-z]+(-[a-z]+)*");
    private static final Set<Class<?>> HARMLESS = Set.of(
            BigDecimal.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            UUID.class,
            YearMonth.class);

    private EventRules() {}

    /** Every breach, in words; empty if there is none. */
    static List<String> breaches(String eventName, Class<?> event) {
        List<String> breaches = new ArrayList<>();
        String domain = eventName.substring(0, eventName.indexOf('.'));
        Set<String> fieldIds = new HashSet<>();
        for (RecordComponent component : event.getRecordComponents()) {
            String where = eventName + "." + component.getName();
            PersonalData personal = component.getAnnotation(PersonalData.class);
            if (personal == null) {
                check(where, component, breaches);
                continue;
            }
            var fieldId = FIELD_ID.matcher(personal.value());
            if (!fieldId.matches() || !fieldId.group(1).equals(domain)) {
                breaches.add(where + ": a field id is written " + domain + ".some-words, not " + personal.value());
            }
            if (!fieldIds.add(personal.value())) {
                breaches.add(where + ": another component has the field id " + personal.value());
            }
            if (component.isAnnotationPresent(NotPersonal.class)) {
                breaches.add(where + ": is said to be personal and not to be");
            }
        }
        return breaches;
    }

    /** Checks what isn't encrypted. */
    private static void check(String where, RecordComponent component, List<String> breaches) {
        NotPersonal not = component.getAnnotation(NotPersonal.class);
        if (not != null && not.value().isBlank()) {
            breaches.add(where + ": why is it not personal?");
        }
        check(where, component.getGenericType(), not != null, breaches);
    }

    private static void check(String where, Type type, boolean saidNotPersonal, List<String> breaches) {
        if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            check(where, list.getActualTypeArguments()[0], saidNotPersonal, breaches);
        } else if (!(type instanceof Class<?> plain)) {
            breaches.add(where + ": nobody can tell what a " + type + " says");
        } else if (Personal.class.isAssignableFrom(plain)) {
            breaches.add(where + ": is always personal, so it must be @PersonalData, and stand in the event itself");
        } else if (plain == String.class) {
            if (!saidNotPersonal) {
                breaches.add(where + ": is a text that may say anything; mark it @PersonalData or @NotPersonal");
            }
        } else if (plain.isRecord() && !AggregateId.class.isAssignableFrom(plain)) {
            checkInside(where, plain, breaches);
        } else if (!isHarmless(plain)) {
            breaches.add(where + ": nobody can tell what a " + plain.getName() + " says");
        }
    }

    private static void checkInside(String where, Class<?> value, List<String> breaches) {
        for (RecordComponent inner : value.getRecordComponents()) {
            String place = where + "." + inner.getName();
            if (inner.isAnnotationPresent(PersonalData.class)) {
                breaches.add(place + ": is encrypted only where it stands in the event itself");
            }
            check(place, inner, breaches);
        }
    }

    private static boolean isHarmless(Class<?> type) {
        return ClassUtils.isPrimitiveOrWrapper(type)
                || type.isEnum()
                || AggregateId.class.isAssignableFrom(type)
                || HARMLESS.contains(type);
    }
}
