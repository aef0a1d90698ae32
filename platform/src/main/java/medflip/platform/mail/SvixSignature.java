package medflip.platform.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what Resend shows that a webhook is its own: an HMAC over the webhook's id, the second it was signed at, and the
 * very bytes of its body. Several may stand in the header, as while a secret is rolled.
 *
 * @see <a href="https://docs.svix.com/receiving/verifying-payloads/how-manual">Verifying webhooks of Svix</a>
 */
public final class SvixSignature {

    /** So far a webhook's time may be from ours, before or behind it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final String SECRET = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private SvixSignature() {}

    /**
     * One signature, as it stands in the header.
     *
     * @param secret as Resend shows it: {@code whsec_} and Base64
     * @param at seconds since 1970
     * @throws IllegalArgumentException if it is no such secret
     */
    public static String of(String secret, String id, String at, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith(SECRET) ? secret.substring(SECRET.length()) : secret);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + at + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * Whether one of the header's signatures is by one of the secrets, and was made within five minutes of now.
     *
     * @param header signatures with blanks between them
     */
    public static boolean isGenuine(
            List<String> secrets, String id, String at, String header, byte[] body, Instant now) {
        if (!SECONDS.matcher(at).matches()
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(at)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        > 0) {
            return false;
        }
        byte[][] given = List.of(header.split(" ", -1)).stream()
                .map(signature -> signature.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        boolean genuine = false;
        for (String secret : secrets) {
            byte[] right = of(secret, id, at, body).getBytes(StandardCharsets.UTF_8);
            for (byte[] signature : given) {
                genuine |= MessageDigest.isEqual(right, signature);
            }
        }
        return genuine;
    }
}
