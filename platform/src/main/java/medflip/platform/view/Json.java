package medflip.platform.view;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values that a view keeps as one {@code jsonb} column, because no query looks into them. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : text(value);
    }

    public static <T> T value(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    public static <T> @Nullable T valueOrNull(@Nullable String text, Class<T> type) {
        return text == null ? null : value(text, type);
    }
}
