package medflip.platform.serialization;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An encrypted value as it stands in an event's JSON, telling by itself what it is and whose key opens it:
 * {@code {"enc":"v1","subject":"customer/<uuid>","key":"main","data":"<Base64>"}}.
 *
 * @param subject name of the person within the tenant
 * @param key purpose of the person's key
 * @param data what Tink made of the value's JSON
 */
record Sealed(String subject, String key, byte[] data) {

    private static final String VERSION = "v1";
    private static final byte[] START =
            ("{\"enc\":\"" + VERSION + "\",\"subject\":\"").getBytes(StandardCharsets.UTF_8);

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("enc", VERSION);
        json.writeStringProperty("subject", subject);
        json.writeStringProperty("key", key);
        json.writeName("data");
        json.writeBinary(data);
        json.writeEndObject();
    }

    /** Reads from where a value begins. */
    static Sealed read(JsonParser json) {
        String version = null;
        String subject = null;
        String key = null;
        byte[] data = null;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "enc" -> version = text(json);
                    case "subject" -> subject = text(json);
                    case "key" -> key = text(json);
                    case "data" -> data = json.getBinaryValue();
                    default -> json.skipChildren();
                }
            }
        }
        if (!VERSION.equals(version) || subject == null || key == null || data == null) {
            throw new SerializationException("A value that must be encrypted isn't, or in a way not known here.");
        }
        return new Sealed(subject, key, data);
    }

    /**
     * Names every subject in an event's bytes without parsing them. A quotation mark inside a JSON text is always
     * escaped, so the searched bytes stand at the beginning of encrypted values and nowhere else.
     */
    static void subjects(byte[] json, Consumer<String> subjects) {
        for (int at = 0; at + START.length < json.length; at++) {
            if (json[at] == START[0] && startsAt(json, at)) {
                int from = at + START.length;
                int to = from;
                while (to < json.length && json[to] != '"') {
                    to++;
                }
                subjects.accept(new String(json, from, to - from, StandardCharsets.UTF_8));
                at = to;
            }
        }
    }

    private static boolean startsAt(byte[] json, int at) {
        for (int i = 1; i < START.length; i++) {
            if (json[at + i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String text(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : null;
    }
}
