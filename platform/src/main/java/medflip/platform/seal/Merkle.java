package medflip.platform.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes of RFC 6962 (SHA-256), and how its proofs are checked (RFC 9162, 2.1.3.2 and 2.1.4.2). */
public final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int ABSENT = -1;

    private Merkle() {}

    /**
     * The leaf of an entry.
     *
     * @param fields what it says, each a text, a number, a moment (in microseconds), bytes, or null; each with its
     *     length before it, so that no two entries are written alike
     */
    static byte[] leaf(@Nullable Object... fields) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (Object field : fields) {
            byte @Nullable [] bytes = bytes(field);
            said.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes == null ? ABSENT : bytes.length)
                    .array());
            if (bytes != null) {
                said.writeBytes(bytes);
            }
        }
        return leafOf(said.toByteArray());
    }

    static byte[] leafOf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    private static byte @Nullable [] bytes(@Nullable Object field) {
        return switch (field) {
            case null -> null;
            case byte[] bytes -> bytes;
            case Instant moment -> utf8(Long.toString(micros(moment)));
            default -> utf8(field.toString());
        };
    }

    /** Since 1970, as the database keeps moments. */
    public static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root over no leaf at all. */
    static byte[] empty() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Whether the leaf is that one of a tree with that root. */
    public static boolean isIncluded(long number, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
        if (number < 0 || number >= size) {
            return false;
        }
        long at = number;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the larger tree begins with all that the smaller one has; sizes from 1. */
    public static boolean isConsistent(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        boolean whole = Long.bitCount(from) == 1;
        if (proof.isEmpty() && !whole) {
            return false;
        }
        long at = from - 1;
        long last = to - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        byte[] smaller = whole ? fromRoot : proof.getFirst();
        byte[] larger = smaller;
        for (byte[] beside : whole ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                smaller = node(beside, smaller);
                larger = node(beside, larger);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                larger = node(larger, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(smaller, fromRoot) && Arrays.equals(larger, toRoot);
    }
}
