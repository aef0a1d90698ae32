package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jspecify.annotations.Nullable;

/** What checking a password costs: the work of a slow hash. */
class SlowHash {

    /**
     * More than any version of Werkzeug asks for; a hash that wants more isn't computed, so that it can't tie us up.
     */
    private static final int MOST_ROUNDS = 5_000_000;

    private static final long MOST_SCRYPT_BYTES = 128L << 20;

    /** Each takes 32 MB by default: a crowd that signs in waits, and doesn't fill the memory. */
    private static final int SCRYPTS_AT_ONCE = 4;

    private static final int SCRYPT_BYTES = 64;
    private static final int PBKDF2_BYTES = 32;

    /** What Werkzeug meant where it wrote no number (before version 0.15 wrote one always). */
    private static final int UNWRITTEN_ROUNDS = 150_000;

    private final Semaphore scrypts = new Semaphore(SCRYPTS_AT_ONCE);

    /** By which method, at what cost. */
    sealed interface Work {

        /**
         * As Werkzeug writes it, {@code pbkdf2:sha256:<rounds>} or {@code scrypt:<n>:<r>:<p>}.
         *
         * @return null if nobody here does that, or not that much of it
         */
        static @Nullable Work parse(String method) {
            String[] parts = method.split(":", -1);
            if (method.startsWith("pbkdf2:sha256") && parts.length <= 3) {
                Pbkdf2 work = new Pbkdf2(parts.length == 3 ? number(parts[2]) : UNWRITTEN_ROUNDS);
                return parts[1].equals("sha256") && work.isBearable() ? work : null;
            }
            if (!parts[0].equals("scrypt") || (parts.length != 1 && parts.length != 4)) {
                return null;
            }
            Scrypt work = parts.length == 1
                    ? new Scrypt(32_768, 8, 1)
                    : new Scrypt(number(parts[1]), number(parts[2]), number(parts[3]));
            return work.isBearable() ? work : null;
        }

        private static int number(String written) {
            return written.matches("\\d{1,7}") ? Integer.parseInt(written) : 0;
        }
    }

    record Pbkdf2(int rounds) implements Work {

        boolean isBearable() {
            return rounds > 0 && rounds <= MOST_ROUNDS;
        }
    }

    record Scrypt(int n, int r, int p) implements Work {

        boolean isBearable() {
            return n > 1
                    && Integer.bitCount(n) == 1
                    && r > 0
                    && p > 0
                    && 128L * r * ((long) n + p) <= MOST_SCRYPT_BYTES;
        }
    }

    byte[] compute(Work work, CharSequence password, String salt) {
        return switch (work) {
            case Pbkdf2 pbkdf2 -> compute(pbkdf2, password, salt);
            case Scrypt scrypt -> compute(scrypt, password, salt);
        };
    }

    private static byte[] compute(Pbkdf2 work, CharSequence password, String salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(
                    password.toString().toCharArray(),
                    salt.getBytes(StandardCharsets.UTF_8),
                    work.rounds(),
                    PBKDF2_BYTES * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA256", e);
        }
    }

    private byte[] compute(Scrypt work, CharSequence password, String salt) {
        scrypts.acquireUninterruptibly();
        try {
            return SCrypt.generate(
                    password.toString().getBytes(StandardCharsets.UTF_8),
                    salt.getBytes(StandardCharsets.UTF_8),
                    work.n(),
                    work.r(),
                    work.p(),
                    SCRYPT_BYTES);
        } finally {
            scrypts.release();
        }
    }
}
