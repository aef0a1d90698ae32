package medflip.reports.read.today;

import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.reports.read.books.BooksViews;
import medflip.reports.read.today.Today.TodayDeal;
import medflip.reports.read.today.Today.TodayLot;
import org.junit.jupiter.api.Test;

class TodayTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            WorkspaceViews.projection(),
            PeopleViews.projection(),
            DealsViews.projection(),
            StockViews.projection(),
            BooksViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_quote_is_running_out_on_its_last_three_days() {
        fixture.given(facts.signedUp(), facts.quoted(deal, pat));
        assertThat(deal().validUntil()).isEqualTo("2026-11-27");
        assertThat(at("2026-11-24T12:00:00Z").counts().quotesRunningOut()).isZero();
        assertThat(at("2026-11-25T12:00:00Z").quotesRunningOut())
                .extracting(TodayDeal::id)
                .containsExactly(deal.local());
        assertThat(at("2026-11-27T12:00:00Z").counts().quotesRunningOut()).isEqualTo(1);
        assertThat(at("2026-11-28T12:00:00Z").counts().quotesRunningOut()).isZero();
    }

    @Test
    void the_day_is_that_of_the_business_not_of_the_server() {
        fixture.given(facts.signedUp(), facts.quoted(deal, pat));
        assertThat(at("2026-11-28T04:59:59Z").counts().quotesRunningOut())
                .as("still the 27th in New York")
                .isEqualTo(1);
        assertThat(at("2026-11-28T05:00:00Z").counts().quotesRunningOut()).isZero();
    }

    @Test
    void a_deal_waits_for_its_boxes_then_for_a_look_then_for_its_payout_then_for_nothing() {
        fixture.given(facts.signedUp(), facts.quoted(deal, pat), facts.accepted(deal));
        assertThat(now().awaitingBoxes()).hasSize(1);
        fixture.given(facts.received(deal));
        assertThat(now().awaitingBoxes()).isEmpty();
        assertThat(now().boxesArrived()).hasSize(1);
        fixture.given(facts.inspected(deal, pat), facts.agreed(deal));
        assertThat(now().boxesArrived()).isEmpty();
        assertThat(now().payoutsDue()).extracting(TodayDeal::owed).containsExactly(usd("45.00"));
        fixture.given(facts.paid(deal, pat, "45.00"));
        assertThat(now().payoutsDue()).isEmpty();
        assertThat(now().counts().payoutsDue()).isZero();
    }

    @Test
    void a_list_shows_ten_and_counts_all() {
        fixture.given(facts.signedUp());
        for (int i = 0; i < 12; i++) {
            DealId each = facts.newDeal();
            fixture.given(facts.quoted(each, pat), facts.accepted(each));
        }
        assertThat(now().awaitingBoxes()).hasSize(10);
        assertThat(now().counts().awaitingBoxes()).isEqualTo(12);
    }

    @Test
    void boxes_expire_soon_when_their_months_end_is_at_most_90_days_away() {
        fixture.given(facts.signedUp(), stocked("2027-01", 3), stocked("2027-02", 3), stocked("2026-10", 3));
        // 90 days after 2 November 2026 is 31 January 2027, the last day of the first lot.
        assertThat(at("2026-11-02T12:00:00Z").expiringSoon())
                .extracting(TodayLot::expiry)
                .containsExactly(YearMonth.of(2027, 1));
        assertThat(at("2026-11-01T12:00:00Z").expiringSoon()).isEmpty();
    }

    @Test
    void what_has_expired_is_told_apart_from_what_soon_will() {
        fixture.given(facts.signedUp(), stocked("2026-10", 3));
        assertThat(at("2026-10-31T12:00:00Z").counts())
                .extracting(Today.Counts::expiringSoon, Today.Counts::expired)
                .containsExactly(1L, 0L);
        assertThat(at("2026-11-01T12:00:00Z").counts())
                .extracting(Today.Counts::expiringSoon, Today.Counts::expired)
                .containsExactly(0L, 1L);
    }

    @Test
    void what_is_sold_out_expires_no_more() {
        LotStocked lot = stocked("2026-12", 3);
        fixture.given(facts.signedUp(), lot);
        assertThat(now().expiringSoon()).hasSize(1);
        assertThat(now().stock().boxes()).isEqualTo(3);
        assertThat(now().stock().cost()).isEqualTo(usd("49.50"));
        fixture.given(facts.sold(lot.dealId(), 3, "78.00", "49.50"));
        assertThat(now().expiringSoon()).isEmpty();
        assertThat(now().stock().boxes()).isZero();
        assertThat(now().stock().cost()).isEqualTo(usd("0"));
    }

    @Test
    void the_month_tells_what_was_earned_paid_out_and_bought_in_it() {
        fixture.given(
                facts.signedUp(),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.agreed(deal),
                facts.paid(deal, pat, "20.00"),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "A", "2026-11-24"),
                facts.sold(deal, Ids.next(), 1, "99.00", "16.50", "A", "2026-10-24"));
        assertThat(now().month())
                .isEqualTo(new Today.Month(YearMonth.of(2026, 11), usd("11.50"), usd("28.00"), usd("20.00"), 3));
        assertThat(at("2026-12-01T12:00:00Z").month())
                .isEqualTo(new Today.Month(YearMonth.of(2026, 12), usd("0"), usd("0"), usd("0"), 0));
    }

    @Test
    void without_a_business_there_is_no_today() {
        assertThat(store("2026-11-24T12:00:00Z").today(fixture.tenant())).isEmpty();
    }

    private LotStocked stocked(String expiry, int boxes) {
        DealId from = facts.newDeal();
        return new LotStocked(
                LotId.of(from, 1),
                from,
                facts.product(Facts.VERIO),
                Facts.VERIO,
                YearMonth.parse(expiry),
                Grade.PERFECT,
                boxes,
                usd("49.50"),
                Facts.day("2026-11-01"),
                null,
                null,
                null);
    }

    private QuoteGiven deal() {
        return facts.quoted(deal, pat);
    }

    private Today now() {
        return at("2026-11-24T12:00:00Z");
    }

    private Today at(String instant) {
        return store(instant).today(fixture.tenant()).orElseThrow();
    }

    private static TodayStore store(String instant) {
        return new TodayStore(ReadDatabase.tenants(), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
