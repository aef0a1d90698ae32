package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** Of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_the_last_six_digits_of_those_in_the_rfc(long seconds, String eightDigits) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void a_code_is_good_in_its_step_and_in_the_ones_beside_it() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = now.getEpochSecond() / 30;
        assertThat(Totp.stepOf("081804", SECRET, now)).hasValue(step);
        assertThat(Totp.stepOf("081804", SECRET, now.plusSeconds(30))).hasValue(step);
        assertThat(Totp.stepOf("081804", SECRET, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.stepOf("081805", SECRET, now)).isEmpty();
        assertThat(Totp.stepOf("", SECRET, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_spelled_as_in_rfc_4648(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
