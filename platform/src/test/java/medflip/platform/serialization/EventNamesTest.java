package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.kernel.DomainEvent;
import org.junit.jupiter.api.Test;

class EventNamesTest {

    private final EventNames names = EventNames.scan();

    @Test
    void a_name_is_the_domain_and_the_record_and_leads_back() {
        assertThat(names.name(CustomerRegistered.class)).isEqualTo("customers.CustomerRegistered");
        assertThat(names.find("deals.QuoteGiven")).contains(QuoteGiven.class);
        assertThat(names.revision("deals.QuoteGiven")).isEqualTo(1);
        assertThat(names.find("deals.QuoteForgotten")).isEmpty();
    }

    @Test
    void a_class_that_isn_t_stored_has_no_name() {
        assertThatThrownBy(() -> names.name(String.class)).hasMessageContaining("no stored name");
    }

    @Test
    void two_events_of_one_name_stop_the_start() {
        Map<String, Class<? extends DomainEvent>> classes = new HashMap<>();
        EventNames.add(classes, "deals.QuoteGiven", QuoteGiven.class);

        assertThatThrownBy(() -> EventNames.add(classes, "deals.QuoteGiven", CustomerRegistered.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Two events are called deals.QuoteGiven");
    }
}
