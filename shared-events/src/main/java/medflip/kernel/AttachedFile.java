package medflip.kernel;

import java.util.UUID;

/**
 * A file that was attached to something, as an event tells of it: which, and nothing of what it shows. Its bytes are
 * kept sealed beside the log, so that they can be forgotten.
 *
 * @param bytes how long it is
 * @param hash SHA-256 of its bytes, keyed and in hex: shows that a file is the one that was attached, to who has both
 */
public record AttachedFile(
        UUID id,
        FileKind kind,
        int bytes,
        @NotPersonal("a keyed hash") String hash) {}
