package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import medflip.customers.events.CustomerId;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.junit.jupiter.api.Test;

class EventRulesTest {

    @Test
    void every_event_says_of_every_text_whether_it_is_personal() {
        EventNames names = EventNames.scan();

        assertThat(names.all())
                .flatExtracting(
                        name -> EventRules.breaches(name, names.find(name).orElseThrow()))
                .isEmpty();
    }

    record Inner(String text, @PersonalData("tests.name") PersonName name) {}

    record Broken(
            CustomerId customerId,
            String text,
            List<String> texts,
            PersonName name,
            List<PersonName> names,
            Inner inner,
            List<Inner> inners,
            Map<String, String> map,
            Object anything,
            @NotPersonal(" ") String unexplained,
            @PersonalData("others.note") PersonalText foreign,
            @PersonalData("tests.same") PersonalText one,
            @PersonalData("tests.same") PersonalText two,

            @PersonalData("tests.both") @NotPersonal("both") PersonalText both) {}

    @Test
    void the_rule_notices_each_way_of_breaking_it() {
        assertThat(EventRules.breaches("tests.Broken", Broken.class))
                .extracting(breach -> breach.substring(0, breach.indexOf(':')))
                .containsExactly(
                        "tests.Broken.text",
                        "tests.Broken.texts",
                        "tests.Broken.name",
                        "tests.Broken.names",
                        "tests.Broken.inner.text",
                        "tests.Broken.inner.name",
                        "tests.Broken.inner.name",
                        "tests.Broken.inners.text",
                        "tests.Broken.inners.name",
                        "tests.Broken.inners.name",
                        "tests.Broken.map",
                        "tests.Broken.anything",
                        "tests.Broken.unexplained",
                        "tests.Broken.foreign",
                        "tests.Broken.two",
                        "tests.Broken.both");
    }
}
