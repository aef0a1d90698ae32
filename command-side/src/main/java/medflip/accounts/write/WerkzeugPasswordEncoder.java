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
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * PBKDF2-HMAC-SHA256 in Werkzeug's form, {@code pbkdf2:sha256:<iterations>$<salt>$<hex>} (policy promise P5), so that
 * accounts hashed by the earlier system sign in. A hash with fewer iterations than today's is upgraded at sign-in.
 */
final class WerkzeugPasswordEncoder implements PasswordEncoder {

    private static final Pattern FORM = Pattern.compile("pbkdf2:sha256(?::(\\d{1,8}))?\\$([^$]+)\\$([0-9a-f]+)");
    /** What Werkzeug meant where it wrote no number (before version 0.15 wrote one always). */
    private static final int UNWRITTEN_ITERATIONS = 150_000;

    private static final int KEY_BITS = 256;
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
        String hash = HexFormat.of().formatHex(derive(password == null ? "" : password, salt.toString(), iterations));
        return "pbkdf2:sha256:" + iterations + "$" + salt + "$" + hash;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        Matcher form = FORM.matcher(encoded == null ? "" : encoded);
        if (password == null || !form.matches()) {
            return false;
        }
        byte[] expected = form.group(3).getBytes(StandardCharsets.US_ASCII);
        byte[] actual = HexFormat.of()
                .formatHex(derive(password, form.group(2), iterationsOf(form)))
                .getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, actual);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        Matcher form = FORM.matcher(encoded == null ? "" : encoded);
        return form.matches() && iterationsOf(form) < iterations;
    }

    private static int iterationsOf(Matcher form) {
        return form.group(1) == null ? UNWRITTEN_ITERATIONS : Integer.parseInt(form.group(1));
    }

    private static byte[] derive(CharSequence password, String salt, int iterations) {
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
