package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * PBKDF2-HMAC-SHA256 in Werkzeug's form, {@code pbkdf2:sha256:<iterations>$<salt>$<hex>} (policy promise P5), so that
 * accounts hashed by the earlier system sign in; also those it hashed as {@code scrypt:<n>:<r>:<p>$<salt>$<hex>}. A
 * hash by scrypt, or with fewer iterations than today's, is upgraded at sign-in.
 */
final class WerkzeugPasswordEncoder implements PasswordEncoder {

    private static final Pattern PBKDF2 =
            Pattern.compile("pbkdf2:sha256(?::(\\d{1,7}))?\\$([^$]+)\\$((?:[0-9a-f]{2})+)");
    private static final Pattern SCRYPT =
            Pattern.compile("scrypt(?::(\\d{1,6}):(\\d{1,2}):(\\d{1,2}))?\\$([^$]+)\\$([0-9a-f]{128})");
    /** What Werkzeug meant where it wrote no number (before version 0.15 wrote one always). */
    private static final int UNWRITTEN_ITERATIONS = 150_000;

    /**
     * More than any version of Werkzeug asks for; a hash that wants more isn't computed, so that it can't tie us up.
     */
    private static final int MOST_ITERATIONS = 5_000_000;

    private static final long MOST_SCRYPT_BYTES = 128L << 20;

    private static final int KEY_BITS = 256;
    private static final int SCRYPT_BYTES = 64;
    private static final int SALT_LENGTH = 16;
    private static final String SALT_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final SecureRandom random = new SecureRandom();
    private final int iterations;

    /** @param iterations for new hashes; OWASP asks for 600,000 or more */
    WerkzeugPasswordEncoder(int iterations) {
        this.iterations = iterations;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        StringBuilder salt = new StringBuilder();
        for (int i = 0; i < SALT_LENGTH; i++) {
            salt.append(SALT_CHARACTERS.charAt(random.nextInt(SALT_CHARACTERS.length())));
        }
        String hash = HexFormat.of().formatHex(pbkdf2(password == null ? "" : password, salt.toString(), iterations));
        return "pbkdf2:sha256:" + iterations + "$" + salt + "$" + hash;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null) {
            return false;
        }
        Matcher pbkdf2 = PBKDF2.matcher(encoded);
        if (pbkdf2.matches() && iterationsOf(pbkdf2) > 0 && iterationsOf(pbkdf2) <= MOST_ITERATIONS) {
            return isSame(pbkdf2.group(3), pbkdf2(password, pbkdf2.group(2), iterationsOf(pbkdf2)));
        }
        Matcher scrypt = SCRYPT.matcher(encoded);
        return scrypt.matches() && matches(password, scrypt);
    }

    private static boolean matches(CharSequence password, Matcher scrypt) {
        int n = number(scrypt.group(1), 32_768);
        int r = number(scrypt.group(2), 8);
        int p = number(scrypt.group(3), 1);
        boolean computable = n > 1 && Integer.bitCount(n) == 1 && r > 0 && p > 0;
        if (!computable || 128L * r * (n + p) > MOST_SCRYPT_BYTES) {
            return false;
        }
        byte[] actual = SCrypt.generate(
                password.toString().getBytes(StandardCharsets.UTF_8),
                scrypt.group(4).getBytes(StandardCharsets.UTF_8),
                n,
                r,
                p,
                SCRYPT_BYTES);
        return isSame(scrypt.group(5), actual);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        String hash = encoded == null ? "" : encoded;
        Matcher form = PBKDF2.matcher(hash);
        return form.matches()
                ? iterationsOf(form) < iterations
                : SCRYPT.matcher(hash).matches();
    }

    private static int iterationsOf(Matcher form) {
        return number(form.group(1), UNWRITTEN_ITERATIONS);
    }

    private static int number(@Nullable String written, int otherwise) {
        return written == null ? otherwise : Integer.parseInt(written);
    }

    private static boolean isSame(String expected, byte[] actual) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(expected), actual);
    }

    private static byte[] pbkdf2(CharSequence password, String salt, int iterations) {
        try {
            PBEKeySpec spec = new PBEKeySpec(
                    password.toString().toCharArray(), salt.getBytes(StandardCharsets.UTF_8), iterations, KEY_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA256", e);
        }
    }
}
