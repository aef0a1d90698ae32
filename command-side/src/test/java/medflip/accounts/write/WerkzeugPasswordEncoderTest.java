package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WerkzeugPasswordEncoderTest {

    private final WerkzeugPasswordEncoder encoder = new WerkzeugPasswordEncoder(2_000);

    /** Computed with Python's hashlib.pbkdf2_hmac, in the form that Werkzeug's generate_password_hash writes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2:sha256:1000$saltsalt$daf2eb9b12bc60544e9c64cbea88a73b86df4f4da0bd3a697856f3ec75b3e57d",
                "pbkdf2:sha256:50000$Zy3kP0aB$4f0f85fd53990f8f3f85851d32b8712666ecdbcdcaab958ee91a2b08eff4ef34",
                "pbkdf2:sha256$n0iterat$86204bd5e5c8c21f5c2eee86eebcb5e3d93d297f58779782c4f3559e433a7df3",
                "pbkdf2:sha256:260000$Qm7aGq2sYd1kLxZ0$714bc6ce1addd00f6c5dc87802a944d7eb24d76ec61669585a3107ea6691dab7"
            })
    void P5_a_hash_of_the_earlier_system_still_verifies(String hash) {
        assertThat(encoder.matches("correct horse battery", hash)).isTrue();
        assertThat(encoder.matches("correct horse batterY", hash)).isFalse();
    }

    /** Computed with Python's hashlib.scrypt, in the form that Werkzeug has written by default since version 2.3. */
    @ParameterizedTest
    @CsvSource({
        "correct horse battery, scrypt:32768:8:1$Xy12abCD34efGH56$"
                + "3b3eb0d58db4411e0b1d669f110e03a6ebdcbe2ada9e0b1a1c51ba7b335a27dc"
                + "8e6b3f7b578d34ba5ebac241fbcf2ef543ad0c8210afc135d2e10da55b92639f",
        "x, scrypt:1024:4:2$a$52db01046039a7c590699821673e0bfa0aaf83849e5cc9a2f44f5976ed46df7a"
                + "431def1b26eec59f7d0c4fb270be23922cad6299f8ec709a6bb1102b0bc668ad"
    })
    void P5_a_hash_by_scrypt_verifies_and_is_to_be_upgraded(String password, String hash) {
        assertThat(encoder.matches(password, hash)).isTrue();
        assertThat(encoder.matches(password + "!", hash)).isFalse();
        assertThat(encoder.upgradeEncoding(hash)).isTrue();
    }

    @Test
    void a_hash_that_would_tie_up_the_machine_is_not_computed() {
        assertThat(encoder.matches("x", "scrypt:524288:99:1$a$" + "00".repeat(64)))
                .isFalse();
        assertThat(encoder.matches("x", "scrypt:1000:8:1$a$" + "00".repeat(64))).isFalse();
        assertThat(encoder.matches("x", "pbkdf2:sha256:9999999$a$" + "00".repeat(32)))
                .isFalse();
    }

    @Test
    void P5_a_new_hash_has_werkzeugs_form_and_its_own_salt() {
        String first = encoder.encode("correct horse battery");
        String second = encoder.encode("correct horse battery");
        assertThat(first).matches("pbkdf2:sha256:2000\\$[A-Za-z0-9]{16}\\$[0-9a-f]{64}");
        assertThat(first).isNotEqualTo(second);
        assertThat(encoder.matches("correct horse battery", first)).isTrue();
    }

    @Test
    void P5_a_hash_of_fewer_iterations_is_to_be_upgraded_and_a_present_one_is_not() {
        assertThat(encoder.upgradeEncoding("pbkdf2:sha256:1000$salt$00")).isTrue();
        assertThat(encoder.upgradeEncoding(encoder.encode("correct horse battery")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pbkdf2:sha256:1000$salt", "pbkdf2:sha1:1000$salt$00", "plain", "pbkdf2:sha256:x$s$00"})
    void anything_else_never_matches(String hash) {
        assertThat(encoder.matches("correct horse battery", hash)).isFalse();
        assertThat(encoder.matches("", hash)).isFalse();
    }

    @Test
    void a_password_in_another_script_verifies() {
        assertThat(encoder.matches("пароль-密码-ñ", encoder.encode("пароль-密码-ñ")))
                .isTrue();
    }
}
