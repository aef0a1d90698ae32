package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an event must be clear about before anything of it is stored. */
class EventFormTest {

    private static final Keyring KEYRING = TestKeyring.create();

    interface OfDeal extends DomainEvent {
        DealId dealId();

        @Override
        default DealId aggregateId() {
            return dealId();
        }
    }

    interface OfCustomer extends DomainEvent {
        CustomerId customerId();

        @Override
        default CustomerId aggregateId() {
            return customerId();
        }
    }

    @AfterAll
    static void close() {
        KEYRING.close();
    }

    record Merged(
            CustomerId into,
            CustomerId customerId,
            @PersonalData("tests.own") PersonalText own,

            @PersonalData(value = "tests.other", subject = "into")
            PersonalText other)
            implements OfCustomer {}

    @Test
    void where_several_components_could_be_meant_the_family_s_own_is_the_aggregate_and_the_default_subject() {
        EventSerializer serializer = serializer(Merged.class);
        TenantId tenant = new TenantId(UUID.randomUUID());
        CustomerId gone = CustomerId.of(tenant, UUID.randomUUID());
        CustomerId into = CustomerId.of(tenant, UUID.randomUUID());
        var merged = new Merged(into, gone, new PersonalText("a"), new PersonalText("b"));

        var stored = serializer.serialize(merged, byte[].class);

        JsonNode tree = JsonMapper.shared().readTree(stored.getData());
        assertThat(tree.get("own").get("subject").asString()).isEqualTo("customer/" + gone.local());
        assertThat(tree.get("other").get("subject").asString()).isEqualTo("customer/" + into.local());
        assertThat(EventSerializerTest.read(serializer, stored)).isEqualTo(merged);
    }

    record AboutNobody(
            DealId dealId, @PersonalData("tests.note") PersonalText note) implements OfDeal {}

    record AboutOneOfTwo(
            DealId dealId,
            CustomerId seller,
            CustomerId referrer,
            @PersonalData("tests.note") PersonalText note) implements OfDeal {}

    record AboutNoComponent(
            DealId dealId,
            CustomerId customerId,

            @PersonalData(value = "tests.note", subject = "seller")
            PersonalText note)
            implements OfDeal {}

    record AboutSomebodyPerhaps(
            DealId dealId,
            @Nullable CustomerId customerId,
            @PersonalData("tests.note") PersonalText note) implements OfDeal {}

    @Test
    void personal_data_that_isn_t_clearly_about_somebody_stops_the_start() {
        List<Class<? extends DomainEvent>> unclearOnes =
                List.of(AboutNobody.class, AboutOneOfTwo.class, AboutNoComponent.class, AboutSomebodyPerhaps.class);
        for (Class<? extends DomainEvent> unclear : unclearOnes) {
            assertThatThrownBy(() -> serializer(unclear))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("whom note is about");
        }
    }

    record OfTwo(CustomerId one, CustomerId other) implements DomainEvent {
        @Override
        public CustomerId aggregateId() {
            return one;
        }
    }

    record OfAnything(CustomerId customerId) implements DomainEvent {
        @Override
        public AggregateId aggregateId() {
            return customerId;
        }
    }

    @Test
    void an_event_that_isn_t_clearly_of_one_aggregate_stops_the_start() {
        assertThatThrownBy(() -> serializer(OfTwo.class)).hasMessageContaining("no single component");
        assertThatThrownBy(() -> serializer(OfAnything.class)).hasMessageContaining("doesn't say the type");
    }

    record Born(
            CustomerId customerId,
            @PersonalData("tests.born-on") LocalDate bornOn) implements OfCustomer {}

    @Test
    void a_personal_value_that_could_not_read_as_erased_stops_the_start() {
        assertThatThrownBy(() -> serializer(Born.class)).hasMessageContaining("no form for erased values");
    }

    private static EventSerializer serializer(Class<? extends DomainEvent> type) {
        return new EventSerializer(EventNames.of(Map.of("tests." + type.getSimpleName(), type)), KEYRING);
    }
}
