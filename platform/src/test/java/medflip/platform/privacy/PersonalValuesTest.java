package medflip.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import org.junit.jupiter.api.Test;

class PersonalValuesTest {

    private enum Label {
        EVERYBODY
    }

    private record Reached(Label label, PhoneNumber phone, PersonalText place) {}

    @Test
    void values_are_found_in_records_and_lists_and_constants_are_none() {
        PersonalValues values = PersonalValues.of(List.of(
                new PersonName("Tammy Tester"),
                List.of(new EmailAddress("tammy@example.com")),
                new Reached(Label.EVERYBODY, new PhoneNumber("+16175550142"), new PersonalText("1 Elm Street"))));
        assertThat(values.identifying()).containsExactlyInAnyOrder("Tammy Tester", "tammy@example.com", "+16175550142");
        assertThat(values.other()).containsExactly("1 Elm Street");
    }

    @Test
    void what_is_too_short_to_mean_anybody_is_not_looked_for() {
        assertThat(PersonalValues.of(List.of(new PersonName("Al"), new PersonalText("ok")))
                        .all())
                .isEmpty();
    }

    @Test
    void a_number_is_found_however_it_is_written() {
        PersonalValues values = new PersonalValues(Set.of("+16175550142"), Set.of());
        for (String written : List.of("+16175550142", "(617) 555-0142", "617.555.0142", "6175550142")) {
            assertThat(values.identify(("call " + written + " now").getBytes(StandardCharsets.UTF_8)))
                    .as(written)
                    .isTrue();
        }
        assertThat(values.identify("call 617-555-0143".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void a_name_is_found_as_a_part_of_an_address() {
        PersonalValues values = new PersonalValues(Set.of("Wanda Hernández", "wanda@example.com"), Set.of());
        for (String written : List.of(
                "/api/deals.csv?search=Wanda+Hern%C3%A1ndez",
                "/api/deals.csv?search=wanda%20hern%c3%a1ndez&state=QUOTED", "?email=wanda%40example.com")) {
            assertThat(values.identify(written.getBytes(StandardCharsets.UTF_8)))
                    .as(written)
                    .isTrue();
        }
        assertThat(values.identify("?search=Wanda%20Hern%C3%A1n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void a_text_of_several_lines_is_found_in_json() {
        PersonalValues values = new PersonalValues(Set.of("Wanda \"Wan\"\nHernández"), Set.of());
        assertThat(values.identify("{\"note\":\"Wanda \\\"Wan\\\"\\nHernández\"}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(values.identify("{\"note\":\"Wanda Wan Hernández\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void only_what_identifies_somebody_makes_a_text_one_about_them() {
        PersonalValues values = new PersonalValues(Set.of("Tammy Tester"), Set.of("1 Elm Street"));
        assertThat(values.identify("TAMMY TESTER".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(values.identify("1 Elm Street".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
