package medflip.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.Personal;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskedValuesTest {

    private static final String SAID = "quixworthy";

    /** Of these all others are made. */
    static Stream<Personal> values() {
        return Stream.of(
                new PersonName(SAID),
                new PersonalText(SAID),
                new EmailAddress(SAID),
                new PhoneNumber(SAID),
                new PostalAddress(SAID, SAID, SAID, SAID, SAID, SAID));
    }

    @ParameterizedTest
    @MethodSource("values")
    void no_personal_value_shows_itself_where_it_is_printed(Personal value) {
        assertThat(value.toString()).isNotEmpty().doesNotContain(SAID);
    }
}
