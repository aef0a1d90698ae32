package medflip.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a private link carries behind its {@code #}, where no log and no server on the way sees it, and what of it is
 * kept: a hash, from which it can't be found again.
 */
public final class PrivateToken {

    private PrivateToken() {}

    /** @param secret at least 32 bytes that nobody can guess */
    public static String of(byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The token has so many random bits that a plain hash can't be turned back by trying. */
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
