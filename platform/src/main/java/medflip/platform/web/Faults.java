package medflip.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request's shape, so that the caller hears all of it at once. */
public final class Faults {

    /** One fault of one field. */
    public record Fault(String field, String code, String message) {}

    /** The request's shape is wrong: 400, with all faults. */
    public static final class InvalidRequest extends RuntimeException {

        private final transient List<Fault> faults;

        public InvalidRequest(List<Fault> faults) {
            super(faults.toString());
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    /**
     * Parses a field that must be there. Returns null only after noting a fault: call {@link #throwIfAny} before use.
     */
    public <S, T> T required(String field, @Nullable S value, Function<S, T> parse) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(field, "required", "This can't be left empty.");
            return unusable();
        }
        return parsed(field, value, parse);
    }

    /** Parses a field that may be left out. */
    public <S, T> @Nullable T optional(String field, @Nullable S value, Function<S, T> parse) {
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }
        return parsed(field, value, parse);
    }

    /** Parses each element; a blank one is left out. */
    public <S, T> List<T> each(String field, @Nullable List<S> values, Function<S, T> parse) {
        List<T> parsed = new ArrayList<>();
        for (int i = 0; values != null && i < values.size(); i++) {
            T one = optional(field + "[" + i + "]", values.get(i), parse);
            if (one != null) {
                parsed.add(one);
            }
        }
        return List.copyOf(parsed);
    }

    public void check(boolean good, String field, String message) {
        if (!good) {
            add(field, "invalid", message);
        }
    }

    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private <S, T> T parsed(String field, S value, Function<S, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            add(field, "invalid", Objects.requireNonNullElse(e.getMessage(), "This can't be understood."));
            return unusable();
        }
    }

    private void add(String field, String code, String message) {
        faults.add(new Fault(field, code, message));
    }

    /** Never seen by anyone: throwIfAny comes before the use. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // a fault is noted, so the value is never used
    private static <T> T unusable() {
        return (T) null;
    }
}
