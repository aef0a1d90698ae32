package medflip.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.resend.services.webhooks.Webhooks;
import com.resend.services.webhooks.model.VerifyWebhookOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Policy promise P5: a webhook that isn't Resend's is none. */
class SvixSignatureTest {

    /** From Svix's own documentation. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final byte[] BODY = bytes("{\"test\": 2432232314}");
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(bytes("another secret of ours"));

    @Test
    void the_example_of_the_documentation_is_genuine() {
        assertThat(SvixSignature.of(SECRET, ID, AT, BODY)).isEqualTo(SIGNATURE);
        assertThat(isGenuine(SIGNATURE, NOW)).isTrue();
    }

    @Test
    void resends_own_client_agrees() {
        String now = Long.toString(Instant.now().getEpochSecond());
        VerifyWebhookOptions signed = VerifyWebhookOptions.builder()
                .payload(new String(BODY, StandardCharsets.UTF_8))
                .addHeader("svix-id", ID)
                .addHeader("svix-timestamp", now)
                .addHeader("svix-signature", SvixSignature.of(SECRET, ID, now, BODY))
                .secret(SECRET)
                .build();
        assertThatCode(() -> new Webhooks("re_key").verify(signed)).doesNotThrowAnyException();
    }

    @Test
    void while_a_secret_is_rolled_either_will_do_and_any_of_several_signatures() {
        String both = SvixSignature.of(OTHER, ID, AT, BODY) + " " + SIGNATURE;
        assertThat(SvixSignature.isGenuine(List.of(OTHER, SECRET), ID, AT, SIGNATURE, BODY, NOW))
                .isTrue();
        assertThat(isGenuine(both, NOW)).isTrue();
        assertThat(SvixSignature.isGenuine(List.of(OTHER), ID, AT, SIGNATURE, BODY, NOW))
                .isFalse();
        assertThat(SvixSignature.isGenuine(List.of(), ID, AT, SIGNATURE, BODY, NOW))
                .isFalse();
    }

    @Test
    void five_minutes_before_or_behind_are_the_most() {
        for (Duration off : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5))) {
            assertThat(isGenuine(SIGNATURE, NOW.plus(off))).isTrue();
            assertThat(isGenuine(SIGNATURE, NOW.plus(off.multipliedBy(2)))).isFalse();
            assertThat(isGenuine(SIGNATURE, NOW.plus(off).plusSeconds(off.isNegative() ? -1 : 1)))
                    .isFalse();
        }
        for (String senseless : List.of("", "now", "-5", "1614265330.5", "99999999999999999999")) {
            assertThat(SvixSignature.isGenuine(List.of(SECRET), ID, senseless, SIGNATURE, BODY, NOW))
                    .isFalse();
        }
    }

    @Test
    void P5_of_ten_thousand_forged_or_mutated_webhooks_none_is_genuine_and_none_fails() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            String id = ID;
            String at = AT;
            String header = SIGNATURE;
            byte[] body = BODY.clone();
            switch (random.nextInt(8)) {
                case 0 -> body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> id = mutated(ID, 0, random);
                case 2 -> at = Long.toString(NOW.getEpochSecond() + 1 + random.nextInt(200));
                // The last digit of Base64 before the sign of its end stands for bits that aren't there.
                case 3 -> header = mutated(SIGNATURE.substring(0, SIGNATURE.length() - 2), 3, random) + "E=";
                case 4 -> header = SIGNATURE.replace("v1,", "v" + (2 + random.nextInt(9)) + ",");
                case 5 -> header = SvixSignature.of(secret(random), ID, AT, BODY);
                case 6 -> header = noise(random);
                default -> body = bytes(new String(BODY, StandardCharsets.UTF_8) + " ".repeat(1 + random.nextInt(9)));
            }
            assertThat(SvixSignature.isGenuine(List.of(SECRET, OTHER), id, at, header, body, NOW))
                    .as("seed %d, %d", seed, i)
                    .isFalse();
        }
    }

    private static boolean isGenuine(String header, Instant now) {
        return SvixSignature.isGenuine(List.of(SECRET), ID, AT, header, BODY, now);
    }

    private static String mutated(String text, int from, Random random) {
        int place = from + random.nextInt(text.length() - from);
        char other = text.charAt(place) == 'x' ? 'y' : 'x';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    private static String secret(Random random) {
        byte[] key = new byte[24];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private static String noise(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
