package medflip.sales.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PricingRules;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Histories;
import medflip.platform.command.RequestRejection;
import medflip.sales.write.Buyers.KnownBuyer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class BuyersTest {

    private static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
    private static final BuyerId RESCUE = BuyerId.of(TENANT, new UUID(7, 7));

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Buyers buyers = new Buyers(new Histories(store));

    @Test
    void a_buyer_is_known_by_what_was_last_said_of_it() {
        happened(0, new BuyerAdded(RESCUE, "StripRescue", null, null, null, null, terms(6)));
        assertThat(buyers.known(RESCUE)).isEqualTo(new KnownBuyer("StripRescue", terms(6)));
        happened(1, new BuyerCorrected(RESCUE, "StripRescue LLC", null, null, null, null, terms(4)));
        happened(2, new BuyerRetired(RESCUE));
        assertThat(buyers.known(RESCUE)).isEqualTo(new KnownBuyer("StripRescue LLC", terms(4)));
    }

    @Test
    void a_buyer_that_nobody_added_is_not_known() {
        assertThatThrownBy(() -> buyers.known(RESCUE))
                .isInstanceOf(CommandRejected.class)
                .hasMessage(RequestRejection.NOT_FOUND.message());
    }

    @Test
    void months_are_counted_as_usual_until_the_business_says_how() {
        assertThat(buyers.monthCount(TENANT)).isEqualTo(PricingRules.USUAL.monthCount());
        happened(0, new PricingRulesSet(PriceListId.own(TENANT), new PricingRules(MonthCount.WITH_CURRENT, 10)));
        assertThat(buyers.monthCount(TENANT)).isEqualTo(MonthCount.WITH_CURRENT);
    }

    private static BuyerTerms terms(int minimumMonths) {
        return new BuyerTerms(
                minimumMonths, List.of(Grade.PERFECT), List.of(Channel.RETAIL), 0, PriceFixed.ON_ORDER, 30);
    }

    private void happened(long version, DomainEvent event) {
        store.publish(
                new GenericDomainEventMessage<>("Stream", event.aggregateId().value(), version, event));
    }
}
