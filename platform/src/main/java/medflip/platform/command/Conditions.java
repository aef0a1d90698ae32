package medflip.platform.command;

import org.jspecify.annotations.Nullable;

/**
 * On what a command depends besides its aggregate's state.
 *
 * @param idempotencyKey the caller's name for this one wish; a repeat is answered like the first
 * @param requestHash keyed hash of the whole request, in hex; goes with the key
 * @param expectedVersion version of the aggregate that the caller saw
 * @param undone what the command undoes, if that is what it is for
 */
public record Conditions(
        @Nullable String idempotencyKey,
        @Nullable String requestHash,
        @Nullable Long expectedVersion,
        @Nullable Undone undone) {

    public static final Conditions NONE = new Conditions(null, null, null);

    public Conditions(@Nullable String idempotencyKey, @Nullable String requestHash, @Nullable Long expectedVersion) {
        this(idempotencyKey, requestHash, expectedVersion, null);
    }

    public static Conditions key(String idempotencyKey, String requestHash) {
        return new Conditions(idempotencyKey, requestHash, null);
    }
}
