package medflip.platform.routing;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.CommandKey;
import medflip.platform.privacy.TenantSeal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes between processes, sealed whole: whatever passes it on can neither read it, nor change it, nor bring it
 * again as something else. A seal holds for one message only. What command sides say to each other is signed too, since
 * other sides know what it is sealed under.
 *
 * <p>It is read only if its form is exactly the one known here. While processes of two versions run side by side, the
 * others' messages are unreadable, instead of losing what this version has no name for.
 */
final class MessageSeal {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final int SIGNATURE = 32;

    private final TenantSeal seal;
    private final @Nullable CommandKey key;

    private MessageSeal(TenantSeal seal, @Nullable CommandKey key) {
        this.seal = seal;
        this.key = key;
    }

    /** For what any side may say. */
    static MessageSeal ofAnySide(TenantSeal seal) {
        return new MessageSeal(seal, null);
    }

    /** For what only command sides may say. */
    static MessageSeal ofCommandSides(TenantSeal seal, CommandKey key) {
        return new MessageSeal(seal, key);
    }

    /** It isn't of this version's form, or wasn't sealed for this message by a process that may say it. */
    static final class Unreadable extends Exception {
        Unreadable(String what, Exception cause) {
            // Without the cause's message, which may hold a value.
            super(what + " can't be read here: " + cause.getClass().getSimpleName());
        }
    }

    /** @param purpose which message it is: it opens for this one alone */
    String seal(String purpose, Object content) {
        byte[] sealed = seal.sealForTenant(TenantId.SERVICE, purpose, JSON.writeValueAsBytes(content));
        byte[] whole = Arrays.copyOf(sealed, sealed.length + (key == null ? 0 : SIGNATURE));
        if (key != null) {
            System.arraycopy(signature(key, purpose, sealed), 0, whole, sealed.length, SIGNATURE);
        }
        return Base64.getEncoder().encodeToString(whole);
    }

    <T> T open(String purpose, Object sealed, Class<T> type) throws Unreadable {
        try {
            byte[] whole = Base64.getDecoder().decode((String) sealed);
            return JSON.readValue(seal.openForTenant(TenantId.SERVICE, purpose, unsigned(purpose, whole)), type);
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            throw new Unreadable(purpose, e);
        }
    }

    private byte[] unsigned(String purpose, byte[] whole) {
        if (key == null) {
            return whole;
        }
        int length = Math.max(0, whole.length - SIGNATURE);
        byte[] sealed = Arrays.copyOf(whole, length);
        if (!MessageDigest.isEqual(signature(key, purpose, sealed), Arrays.copyOfRange(whole, length, whole.length))) {
            throw new IllegalArgumentException("No command side says so");
        }
        return sealed;
    }

    private static byte[] signature(CommandKey key, String purpose, byte[] sealed) {
        return key.mac(purpose).doFinal(sealed);
    }

    /** What is part of another's content, and read when its type is known. */
    JsonNode tree(Object part) {
        return JSON.valueToTree(part);
    }

    <T> T read(JsonNode part, Class<T> type, String purpose) throws Unreadable {
        try {
            return JSON.treeToValue(part, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Unreadable(purpose, e);
        }
    }
}
