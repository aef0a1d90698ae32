package medflip.whole;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import medflip.whole.Browser.Answer;

/**
 * An authenticator app on a person's phone. A code is good in the half minute that it belongs to and in the ones beside
 * it, and once: three codes can be used without waiting, if they are used in their order.
 */
record AuthenticatorApp(byte[] secret) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** Scans what the service offers, and shows it the code from before. */
    static AuthenticatorApp setUp(Browser person) {
        Answer offered = person.post("/api/authenticator/offer", Map.of()).expect(200);
        AuthenticatorApp app = scan(offered.json().get("secret").asString());
        person.post("/api/authenticator/confirm", Map.of("code", app.before())).expect(200);
        return app;
    }

    static AuthenticatorApp scan(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int pending = 0;
        for (int i = 0; i < base32.length(); i++) {
            pending = pending << 5 | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (pending >> bits));
                pending &= (1 << bits) - 1;
            }
        }
        return new AuthenticatorApp(bytes.array());
    }

    String before() {
        return code(-1);
    }

    String now() {
        return code(0);
    }

    String next() {
        return code(1);
    }

    private String code(int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + later;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
