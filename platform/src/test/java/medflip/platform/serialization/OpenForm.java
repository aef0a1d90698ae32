package medflip.platform.serialization;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Map;
import medflip.customers.events.CustomerId;
import medflip.kernel.DataSubject;
import medflip.platform.privacy.Binding;
import medflip.platform.privacy.Keyring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of an event in golden files: as stored, but with {@code {"personal":"<field id>","of":"<subject>",
 * "value":…}} for each encrypted value. It opens and seals by itself, without the serializer, so that a change of what
 * a ciphertext is bound to is noticed: what is stored already would not open any more.
 */
record OpenForm(Keyring keyring, String eventName, String aggregateId) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param fieldIds of the personal components, by their names */
    ObjectNode open(ObjectNode stored, Map<String, String> fieldIds) {
        ObjectNode open = stored.deepCopy();
        fieldIds.forEach((component, fieldId) -> {
            if (stored.get(component) instanceof ObjectNode sealed) {
                open.set(component, opened(sealed, fieldId));
            }
        });
        return open;
    }

    ObjectNode seal(ObjectNode open) {
        ObjectNode stored = open.deepCopy();
        open.properties().forEach(property -> {
            if (property.getValue() instanceof ObjectNode value && value.has("personal")) {
                stored.set(property.getKey(), sealed(value));
            }
        });
        return stored;
    }

    private ObjectNode opened(ObjectNode sealed, String fieldId) {
        String subject = sealed.get("subject").asString();
        Aead key = keyring.forWriting(subject(subject));
        try {
            byte[] value = key.decrypt(sealed.get("data").binaryValue(), binding(subject, fieldId));
            return JSON.createObjectNode()
                    .put("personal", fieldId)
                    .put("of", subject)
                    .set("value", JSON.readTree(value));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(fieldId + " of " + eventName + " is bound to something else than before", e);
        }
    }

    private ObjectNode sealed(ObjectNode open) {
        String subject = open.get("of").asString();
        JsonNode value = open.get("value");
        Aead key = keyring.forWriting(subject(subject));
        try {
            byte[] data = key.encrypt(
                    JSON.writeValueAsBytes(value),
                    binding(subject, open.get("personal").asString()));
            return JSON.createObjectNode()
                    .put("enc", "v1")
                    .put("subject", subject)
                    .put("key", "main")
                    .put("data", data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] binding(String subject, String fieldId) {
        return Binding.of("v1", aggregateId.substring(0, 36), subject, aggregateId, eventName, fieldId);
    }

    /** Any kind of subject: only its text counts. */
    private DataSubject subject(String local) {
        return new CustomerId(aggregateId.substring(0, 37) + local);
    }
}
