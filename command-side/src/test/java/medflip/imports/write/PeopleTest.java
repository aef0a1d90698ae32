package medflip.imports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Seller;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final String PHONE = "+13995550101";
    private static final String OTHER_PHONE = "+13995550102";
    private static final String EMAIL = "zoë.lee310@example.com";

    @Test
    void one_number_is_one_person_however_the_name_is_written() {
        List<Person> people = people(row("zoë lee", PHONE, ""), row("Zoë", PHONE, ""), row("Zoë Lee ", PHONE, ""));
        assertThat(people).hasSize(3).containsOnly(people.getFirst());
        assertThat(people.getFirst().name()).isEqualTo(new PersonName("Zoë Lee"));
    }

    @Test
    void an_address_links_rows_without_a_number_to_those_with_one() {
        List<Person> people = people(row("Zoë Lee", PHONE, ""), row("Zoë Lee", "", EMAIL), row("Zoë", PHONE, EMAIL));
        assertThat(people).containsOnly(people.getFirst());
        assertThat(people.getFirst().phones()).containsExactly(new PhoneNumber(PHONE));
        assertThat(people.getFirst().emails()).containsExactly(new EmailAddress(EMAIL));
    }

    @Test
    void namesakes_with_numbers_of_their_own_are_two_people() {
        List<Person> people = people(row("Zoë Lee", PHONE, ""), row("Zoë Lee", OTHER_PHONE, ""));
        assertThat(people.get(0).identity()).isNotEqualTo(people.get(1).identity());
    }

    @Test
    void a_row_with_a_full_name_alone_goes_to_the_only_person_of_that_name() {
        List<Person> people = people(row("ZOË  LEE", "", ""), row("Zoë Lee", PHONE, ""));
        assertThat(people).containsOnly(people.getFirst());
    }

    @Test
    void a_row_with_a_name_alone_never_goes_to_one_of_several_namesakes() {
        List<Person> people = people(
                row("Zoë Lee", PHONE, ""),
                row("Zoë Lee", OTHER_PHONE, ""),
                row("zoë lee", "", ""),
                row("Zoë-Lee", "", ""));
        assertThat(people)
                .extracting(Person::identity)
                .containsExactly("phone:" + PHONE, "phone:" + OTHER_PHONE, "name:zoë lee", "name:zoë lee");
    }

    @Test
    void a_first_name_alone_joins_nobody_with_a_number() {
        List<Person> people = people(row("Tammy", PHONE, ""), row("Tammy", "", ""), row("tammy ", "", ""));
        assertThat(people.get(1)).isNotEqualTo(people.get(0)).isEqualTo(people.get(2));
    }

    @Test
    void accents_tell_people_apart() {
        List<Person> people = people(row("José Da", "", ""), row("Jose Da", "", ""));
        assertThat(people.get(0)).isNotEqualTo(people.get(1));
    }

    @Test
    void a_name_in_one_case_is_written_as_names_are() {
        assertThat(people(row("FRANÇOIS O'BRIEN", PHONE, "")).getFirst().name().value())
                .isEqualTo("François O'Brien");
        assertThat(people(row("ruth smith-lopez", PHONE, "")).getFirst().name().value())
                .isEqualTo("Ruth Smith-Lopez");
        assertThat(people(row("James McDonald", PHONE, "")).getFirst().name().value())
                .isEqualTo("James McDonald");
    }

    @Test
    void where_somebody_came_from_is_not_that_they_came_again() {
        Seller again = new Seller(new PersonName("A B"), new PhoneNumber(PHONE), null, "Repeat");
        Seller first = new Seller(new PersonName("A B"), new PhoneNumber(PHONE), null, "Google");
        assertThat(People.of(List.of(again, first)).getFirst().leadSource()).contains("Google");
        assertThat(People.of(List.of(again)).getFirst().leadSource()).contains("Repeat");
    }

    @Test
    void a_long_chain_of_contacts_is_one_person() {
        List<Seller> chain = IntStream.range(0, 20_000)
                .mapToObj(i -> new Seller(
                        new PersonName("A"),
                        new PhoneNumber("+1" + (1_000_000 + (i + 1) / 2)),
                        new EmailAddress(i / 2 + "@example.com"),
                        null))
                .toList();
        assertThat(People.of(chain).stream().map(Person::identity).distinct()).hasSize(1);
    }

    private static List<Person> people(Seller... rows) {
        return People.of(Stream.of(rows).toList());
    }

    private static Seller row(String name, String phone, String email) {
        return new Seller(
                PersonName.parse(name),
                phone.isEmpty() ? null : PhoneNumber.parse(phone),
                email.isEmpty() ? null : EmailAddress.parse(email),
                null);
    }
}
