package medflip.deals.read.deals;

import static medflip.deals.read.deals.DealState.ACCEPTED;
import static medflip.deals.read.deals.DealState.CANCELLED;
import static medflip.deals.read.deals.DealState.DECLINED;
import static medflip.deals.read.deals.DealState.PAID;
import static medflip.deals.read.deals.DealState.QUOTED;
import static medflip.deals.read.deals.DealState.RECEIVED;
import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealEvent.DealCancelled;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.QuoteDeclined;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.read.deals.Deal.DealLine;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.sales.SalesViews;
import org.junit.jupiter.api.Test;

class DealsProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new DealsProjection(), PeopleViews.projection(), StockViews.projection(), SalesViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealsStore store = new DealsStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_quote_is_a_deal_with_nothing_owed_yet() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat));
        assertThat(deals())
                .containsExactly(new DealItem(
                        deal.local(),
                        pat.local(),
                        "Pat Doe",
                        QUOTED,
                        day("2026-11-20"),
                        day("2026-11-27"),
                        "OneTouch Verio 50ct ×3",
                        3,
                        usd("45.00"),
                        usd("0"),
                        usd("0"),
                        usd("0"),
                        usd("0"),
                        usd("0"),
                        false,
                        0));
    }

    @Test
    void a_deal_goes_its_way_from_quote_to_paid() {
        fixture.given(facts.quoted(deal, pat));
        assertThat(state()).isEqualTo(QUOTED);
        fixture.given(facts.accepted(deal));
        assertThat(state()).isEqualTo(ACCEPTED);
        fixture.given(facts.received(deal));
        assertThat(state()).isEqualTo(RECEIVED);
        assertThat(deal().item().owed()).isEqualTo(usd("45.00"));
        assertThat(deal().item().landedCost()).isEqualTo(usd("49.50"));
        fixture.given(facts.paid(deal, pat, "20.00"));
        assertThat(state()).isEqualTo(RECEIVED);
        assertThat(deal().item().owed()).isEqualTo(usd("25.00"));
        fixture.given(facts.paid(deal, pat, "25.00"));
        assertThat(state()).isEqualTo(PAID);
        assertThat(deal().item().owed()).isEqualTo(usd("0"));
        assertThat(deal().item().paid()).isEqualTo(usd("45.00"));
        assertThat(deal().payouts()).hasSize(2);
        assertThat(deal().acceptedOn()).isEqualTo("2026-11-21");
        assertThat(deal().attestationVersion()).isEqualTo("2026-11-24");
        assertThat(deal().receivedOn()).isEqualTo("2026-11-22");
        assertThat(deal().version()).isEqualTo(4);
    }

    @Test
    void the_whole_way_in_one_batch_ends_alike() {
        fixture.givenAtOnce(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.paid(deal, pat, "20.00"),
                facts.paid(deal, pat, "25.00"));
        assertThat(state()).isEqualTo(PAID);
        assertThat(deal().version()).isEqualTo(4);
    }

    @Test
    void boxes_that_cost_nothing_leave_nothing_owed() {
        fixture.given(
                facts.quoted(
                        deal,
                        pat,
                        "2026-11-20",
                        new QuoteLine(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                1,
                                usd("0"),
                                PriceTrace.BY_HAND)),
                facts.accepted(deal),
                new DealReceived(
                        deal,
                        day("2026-11-22"),
                        List.of(new ReceivedLine(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                1,
                                usd("4.50"))),
                        usd("0")));
        assertThat(state()).isEqualTo(PAID);
    }

    @Test
    void a_deal_can_end_without_boxes() {
        DealId other = facts.newDeal();
        fixture.given(
                facts.quoted(deal, pat),
                new QuoteDeclined(deal, day("2026-11-21")),
                facts.quoted(other, pat),
                facts.accepted(other),
                new DealCancelled(other, day("2026-11-22")));
        assertThat(state()).isEqualTo(DECLINED);
        assertThat(store.deal(fixture.tenant(), other.local())
                        .orElseThrow()
                        .item()
                        .state())
                .isEqualTo(CANCELLED);
    }

    @Test
    void a_received_line_knows_its_lot_and_what_the_lot_brought() {
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.stocked(deal),
                facts.sold(deal, 1, "28.00", "16.50"));
        assertThat(deal().lines())
                .containsExactly(new DealLine(
                        1,
                        facts.product(Facts.VERIO).local(),
                        Facts.VERIO,
                        Facts.EXPIRY,
                        Grade.PERFECT,
                        3,
                        usd("15.00"),
                        usd("45.00"),
                        LotId.of(deal, 1).local(),
                        usd("49.50"),
                        1,
                        2,
                        usd("28.00"),
                        usd("11.50")));
        assertThat(deal().item().proceeds()).isEqualTo(usd("28.00"));
        assertThat(deal().item().profit()).isEqualTo(usd("11.50"));
        assertThat(deal().sales()).hasSize(1);
        assertThat(deal().version()).as("a sale is no event of the deal").isEqualTo(2);
    }

    @Test
    void a_line_that_was_not_received_has_no_lot() {
        fixture.given(facts.quoted(deal, pat));
        DealLine line = deal().lines().getFirst();
        assertThat(line.lotId()).isNull();
        assertThat(line.landedCost()).isNull();
        assertThat(line.onHand()).isZero();
    }

    @Test
    void a_past_deal_is_received_and_paid_on_its_day() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.pastDeal(deal, pat));
        Deal past = deal();
        assertThat(past.item().state()).isEqualTo(PAID);
        assertThat(past.item().imported()).isTrue();
        assertThat(past.item().date()).isEqualTo("2026-01-05");
        assertThat(past.receivedOn()).isEqualTo("2026-01-05");
        assertThat(past.item().quoted()).isEqualTo(usd("40.00"));
        assertThat(past.item().paid()).isEqualTo(usd("40.00"));
        assertThat(past.item().owed()).isEqualTo(usd("0"));
        assertThat(past.item().landedCost()).isEqualTo(usd("43.00"));
        assertThat(past.note()).isEqualTo("from the old ledger");
        assertThat(past.lines()).extracting(DealLine::unitPrice).containsOnlyNulls();
        assertThat(past.payouts()).extracting(Deal.Payout::method).containsExactly(PayoutMethod.CASH);
    }

    @Test
    void sales_that_are_seen_before_their_deal_show_once_it_is_seen() {
        fixture.given(facts.sold(deal, 1, "28.00", "16.50"));
        assertThat(deals()).isEmpty();
        assertThat(store.deal(fixture.tenant(), deal.local())).isEmpty();
        fixture.given(facts.pastDeal(deal, pat));
        assertThat(deals()).extracting(DealItem::profit).containsExactly(usd("11.50"));
    }

    @Test
    void lists_filter_by_state_person_origin_day_and_words() {
        CustomerId sam = facts.newCustomer();
        DealId past = facts.newDeal();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.registered(sam, "Sam Roe"),
                facts.quoted(deal, pat),
                facts.pastDeal(past, sam));
        assertThat(found(new FindDeals(QUOTED, null, null, null, null, null))).containsExactly(deal.local());
        assertThat(found(new FindDeals(null, sam.local(), null, null, null, null)))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, null, true, null, null))).containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, null, false, null, null))).containsExactly(deal.local());
        assertThat(found(new FindDeals(null, null, null, null, day("2026-11-20"), null)))
                .containsExactly(deal.local());
        assertThat(found(new FindDeals(null, null, null, null, day("2026-11-21"), null)))
                .isEmpty();
        assertThat(found(new FindDeals(null, null, null, null, null, day("2026-01-05"))))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, null, null, null, day("2026-01-04"))))
                .isEmpty();
        assertThat(found(new FindDeals(null, null, "guide roe", null, null, null)))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, "guide doe", null, null, null)))
                .isEmpty();
        assertThat(found(new FindDeals(null, null, null, null, null, null)))
                .as("the latest first")
                .containsExactly(deal.local(), past.local());
    }

    private DealState state() {
        return deal().item().state();
    }

    private Deal deal() {
        return store.deal(fixture.tenant(), deal.local()).orElseThrow();
    }

    private List<DealItem> deals() {
        return store.page(
                        fixture.tenant(),
                        new FindDeals(null, null, null, null, null, null),
                        new PageRequest(null, null, null))
                .items();
    }

    private List<UUID> found(FindDeals question) {
        return store.page(fixture.tenant(), question, new PageRequest(null, null, null)).items().stream()
                .map(DealItem::id)
                .toList();
    }
}
