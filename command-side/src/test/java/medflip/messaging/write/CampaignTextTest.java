package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import medflip.kernel.PersonName;
import org.junit.jupiter.api.Test;

class CampaignTextTest {

    private static final PersonName PAT = new PersonName("Pat Quinn");

    @Test
    void each_one_reads_their_own_name() {
        assertThat(CampaignText.parse("Hi {first name} ({name}), this is {business}.")
                        .to(PAT, "Box Buyers")
                        .value())
                .isEqualTo("Hi Pat (Pat Quinn), this is Box Buyers.");
    }

    @Test
    void a_name_is_put_in_as_it_is() {
        assertThat(CampaignText.parse("Hi {name}!")
                        .to(new PersonName("$1 {business}"), "Box Buyers")
                        .value())
                .isEqualTo("Hi $1 {business}!");
    }

    @Test
    void what_nothing_is_known_for_is_refused_before_anybody_reads_it() {
        assertThatThrownBy(() -> CampaignText.parse("Hi {fist name}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{fist name}");
    }
}
