package medflip.deals.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.catalog.events.PriceTrace.PriceOverride;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.write.QuotePricing.Asked;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Histories;
import medflip.platform.tenancy.Caller;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is 2026-11-24: boxes that expire in June have 7 months left. */
class QuotePricingTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Caller ANN = Caller.user(TENANT, new UUID(2, 2));
    private static final PriceListId OWN = PriceListId.own(TENANT);
    private static final ProductId VERIO = ProductId.named(TENANT, "OneTouch Verio 50ct");
    private static final ProductId DME = ProductId.named(TENANT, "Verio 50 DME");
    private static final BuyerId RESCUE = BuyerId.of(TENANT, new UUID(7, 7));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final YearMonth JUNE = YearMonth.of(2027, 6);

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final QuotePricing pricing = new QuotePricing(new Histories(store));

    @BeforeEach
    void addProducts() {
        happened(0, new ProductAdded(VERIO, ProductVariant.called("OneTouch Verio 50ct"), null));
        happened(
                0,
                new ProductAdded(
                        DME,
                        new ProductVariant(
                                "Verio 50 DME", null, null, "OneTouch", "Verio", 50, null, null, Channel.DME),
                        null));
    }

    @Test
    void without_a_word_of_the_price_it_is_the_lists_with_its_trace() {
        happened(0, published(1, "2026-11-01", tier(8, "22.00"), tier(5, "15.00")));
        QuoteLine line = priced(asked(VERIO, null, null));
        assertThat(line.unitPrice()).isEqualTo(Money.usd("15.00"));
        assertThat(line.trace().listed())
                .isEqualTo(new ListPrice(OWN, 1, 7, 5, Money.usd("15.00"), 100, 100, Money.usd("15.00")));
        assertThat(line.lacksReason()).isFalse();
    }

    @Test
    void a_list_that_was_published_a_moment_ago_counts() {
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        assertThat(priced(asked(VERIO, null, null)).unitPrice()).isEqualTo(Money.usd("15.00"));
        happened(1, published(2, "2026-11-24", tier(5, "16.00")));
        assertThat(priced(asked(VERIO, null, null)).unitPrice()).isEqualTo(Money.usd("16.00"));
    }

    @Test
    void a_version_of_tomorrow_and_a_withdrawn_one_do_not() {
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        happened(1, published(2, "2026-11-25", tier(5, "16.00")));
        happened(2, published(3, "2026-11-20", tier(5, "17.00")));
        happened(3, new PricesWithdrawn(OWN, 3));
        assertThat(priced(asked(VERIO, null, null)).unitPrice()).isEqualTo(Money.usd("15.00"));
    }

    @Test
    void boxes_that_the_list_refuses_are_refused() {
        happened(0, published(1, "2026-11-01", tier(8, "22.00")));
        refused(asked(VERIO, "22.00", OverrideReason.HAGGLED), DealRejection.TOO_FEW_MONTHS);
    }

    @Test
    void a_product_that_the_list_does_not_name_is_priced_by_hand_or_not_at_all() {
        assertThat(priced(asked(VERIO, "9.00", null)).trace().listed()).isNull();
        refused(asked(VERIO, null, null), DealRejection.PRICE_NEEDED);
    }

    @Test
    void a_product_that_nobody_knows_is_refused() {
        refused(asked(ProductId.named(TENANT, "Unknown"), "9.00", null), DealRejection.UNKNOWN_PRODUCT);
    }

    @Test
    void another_price_without_a_reason_is_told_to_lack_one_and_with_one_says_who_gave_it() {
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        assertThat(priced(asked(VERIO, "16.00", null)).lacksReason()).isTrue();
        QuoteLine haggled = priced(asked(VERIO, "16.00", OverrideReason.HAGGLED));
        assertThat(haggled.lacksReason()).isFalse();
        assertThat(haggled.trace().override()).isEqualTo(new PriceOverride(OverrideReason.HAGGLED, ANN.actor()));
    }

    @Test
    void a_reason_for_what_needs_none_is_not_kept() {
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        assertThat(priced(asked(VERIO, "15.00", OverrideReason.HAGGLED)).trace().override())
                .isNull();
    }

    @Test
    void a_margin_below_the_floor_needs_a_reason() {
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        happened(1, new PricingRulesSet(OWN, new PricingRules(MonthCount.WITHOUT_CURRENT, 40)));
        buys("20.00");
        QuoteLine line = priced(asked(VERIO, null, null));
        assertThat(line.trace().bestPrice()).isEqualTo(Money.usd("18.00"));
        assertThat(line.trace().bestBuyer()).isEqualTo(RESCUE);
        assertThat(line.trace().minimumMargin()).isEqualTo(40);
        assertThat(line.lacksReason()).isTrue();
    }

    @Test
    void a_buyer_that_would_not_take_the_boxes_or_is_retired_is_no_best_buyer() {
        buys("20.00");
        QuoteLine damaged = pricing.priced(
                        List.of(new Asked(
                                1,
                                VERIO,
                                "Verio",
                                JUNE,
                                Grade.SLIGHT_DAMAGE,
                                1,
                                Money.usd("1.00"),
                                null,
                                RESCUE,
                                null)),
                        TODAY,
                        ANN)
                .getFirst();
        assertThat(damaged.trace().bestBuyer()).isNull();
        happened(1, new BuyerRetired(RESCUE));
        assertThat(priced(asked(VERIO, "9.00", null)).trace().bestBuyer()).isNull();
    }

    @Test
    void a_non_retail_product_has_its_share_of_the_retail_twin_that_the_caller_names() {
        Prices prices = new Prices(
                Prices.usual(List.of()).grades(),
                List.of(new ChannelShare(Channel.DME, 60)),
                List.of(new PriceLine(VERIO, List.of(tier(5, "15.00")))));
        happened(0, new PricesPublished(OWN, null, 1, TODAY, prices));
        assertThat(priced(asked(DME, null, null)).unitPrice()).isEqualTo(Money.usd("9.00"));
    }

    @Test
    void a_product_that_is_no_twin_lends_no_price() {
        ProductId other = ProductId.named(TENANT, "Accu-Chek Guide 100ct");
        happened(0, new ProductAdded(other, ProductVariant.called("Accu-Chek Guide 100ct"), null));
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        refused(asked(other, null, null), DealRejection.PRICE_NEEDED);
    }

    @Test
    void boxes_that_are_here_are_told_what_the_rules_make_of_them_and_never_refused() {
        happened(0, published(1, "2026-11-01", tier(5, "15.00")));
        buys("20.00");
        PriceTrace trace = pricing.trace(asked(VERIO, "14.00", null), TODAY);
        assertThat(trace.listed())
                .isEqualTo(new ListPrice(OWN, 1, 7, 5, Money.usd("15.00"), 100, 100, Money.usd("15.00")));
        assertThat(trace.bestPrice()).isEqualTo(Money.usd("18.00"));
        assertThat(trace.override()).isNull();
        happened(1, published(2, "2026-11-24", tier(12, "15.00")));
        assertThat(pricing.trace(asked(VERIO, "14.00", null), TODAY).listed())
                .as("too few months by the list")
                .isNull();
    }

    @Test
    void the_product_of_a_line_is_that_of_the_newest_quote() {
        DealId deal = DealId.of(TENANT, new UUID(1, 1));
        CustomerId customer = CustomerId.of(TENANT, new UUID(2, 2));
        assertThat(pricing.quoted(deal, 1)).isEmpty();
        happened(0, new QuoteGiven(deal, customer, List.of(line(1, VERIO), line(2, VERIO)), TODAY, TODAY, null));
        happened(1, new QuoteRevised(deal, customer, 2, List.of(line(1, DME)), TODAY, TODAY, null));
        assertThat(pricing.quoted(deal, 1)).contains(DME);
        assertThat(pricing.quoted(deal, 2)).isEmpty();
    }

    private static QuoteLine line(int number, ProductId product) {
        return new QuoteLine(number, product, "an item", JUNE, Grade.PERFECT, 1, Money.usd("9.00"), PriceTrace.BY_HAND);
    }

    private void buys(String price) {
        happened(
                0,
                new BuyerAdded(
                        RESCUE,
                        "StripRescue LLC",
                        null,
                        null,
                        null,
                        null,
                        new BuyerTerms(
                                6, List.of(Grade.PERFECT), List.of(Channel.RETAIL), 10, PriceFixed.ON_ORDER, 0)));
        happened(
                0,
                new PricesPublished(
                        PriceListId.of(RESCUE),
                        RESCUE,
                        1,
                        TODAY,
                        Prices.usual(List.of(new PriceLine(VERIO, List.of(tier(5, price)))))));
    }

    private static PricesPublished published(int version, String from, TierPrice... tiers) {
        return new PricesPublished(
                OWN, null, version, LocalDate.parse(from), Prices.usual(List.of(new PriceLine(VERIO, List.of(tiers)))));
    }

    private static TierPrice tier(int fromMonths, String price) {
        return new TierPrice(fromMonths, Money.usd(price));
    }

    private static Asked asked(ProductId product, @Nullable String price, @Nullable OverrideReason reason) {
        return new Asked(
                1,
                product,
                "an item",
                JUNE,
                Grade.PERFECT,
                1,
                price == null ? null : Money.usd(price),
                VERIO,
                RESCUE,
                reason);
    }

    private QuoteLine priced(Asked asked) {
        return pricing.priced(List.of(asked), TODAY, ANN).getFirst();
    }

    private void refused(Asked asked, DealRejection rejection) {
        assertThatExceptionOfType(CommandRejected.class)
                .isThrownBy(() -> priced(asked))
                .satisfies(refusal -> assertThat(refusal.reason().code()).isEqualTo(rejection.code()));
    }

    private void happened(long version, DomainEvent event) {
        store.publish(new GenericDomainEventMessage<>("any", event.aggregateId().value(), version, event));
    }
}
