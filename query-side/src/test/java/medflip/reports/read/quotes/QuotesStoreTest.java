package medflip.reports.read.quotes;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.Outcome;
import medflip.deals.events.ReceivedLine;
import medflip.deals.read.deals.DealsViews;
import medflip.kernel.Money;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.reports.read.quotes.QuoteFunnel.FunnelMonth;
import medflip.reports.read.quotes.QuoteGap.CauseGap;
import medflip.reports.read.quotes.QuoteGap.GapCause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotesStoreTest {

    private static final Period ALWAYS = new Period(null, null);

    private final ProjectionFixture fixture =
            ProjectionFixture.of(WorkspaceViews.projection(), DealsViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final QuotesStore store = new QuotesStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();

    @Test
    void each_months_quotes_are_counted_by_how_far_they_came() {
        DealId paid = facts.newDeal();
        DealId accepted = facts.newDeal();
        fixture.given(
                facts.signedUp(),
                facts.quoted(paid, pat),
                facts.accepted(paid),
                facts.received(paid),
                facts.inspected(paid, pat),
                facts.agreed(paid),
                facts.paid(paid, pat, "45.00"),
                facts.quoted(accepted, pat),
                facts.accepted(accepted),
                facts.quoted(facts.newDeal(), pat),
                facts.pastDeal(facts.newDeal(), pat));
        QuoteFunnel funnel = store.funnel(fixture.tenant(), ALWAYS).orElseThrow();
        assertThat(funnel.months())
                .as("a past purchase was never quoted")
                .containsExactly(new FunnelMonth(YearMonth.of(2026, 11), 3, 2, 1, 1, 1, usd("135.00"), usd("45.00")));
        assertThat(funnel.total().quoted()).isEqualTo(3);
        assertThat(store.funnel(fixture.tenant(), new Period(day("2026-11-21"), null))
                        .orElseThrow()
                        .months())
                .isEmpty();
    }

    @Test
    void the_causes_of_a_gap_sum_to_it() {
        DealId deal = facts.newDeal();
        fixture.given(
                facts.signedUp(),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(
                        deal,
                        pat,
                        found(1, 1, "12.00", Outcome.STOCK, Difference.DAMAGED),
                        found(1_001, 1, "0", Outcome.RETURN, Difference.WATER)),
                new DealAgreed(deal, day("2026-11-22"), List.of(bought()), usd("12.00"), usd("0"), 1));
        QuoteGap gap = store.gap(fixture.tenant(), ALWAYS).orElseThrow();
        assertThat(gap.quoted()).isEqualTo(usd("45.00"));
        assertThat(gap.agreed()).isEqualTo(usd("12.00"));
        assertThat(gap.causes())
                .containsExactlyInAnyOrder(
                        new CauseGap(GapCause.WATER, 1, usd("15.00")),
                        new CauseGap(GapCause.MISSING, 1, usd("15.00")),
                        new CauseGap(GapCause.DAMAGED, 1, usd("3.00")));
        assertThat(gap.causes().stream().map(CauseGap::gap).reduce(Money::plus)).contains(gap.gap());
        assertThat(store.gap(fixture.tenant(), new Period(null, day("2026-11-21")))
                        .orElseThrow()
                        .causes())
                .isEmpty();
    }

    @Test
    void boxes_that_were_not_quoted_close_the_gap() {
        DealId deal = facts.newDeal();
        fixture.given(
                facts.signedUp(),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat, found(1, 4, "15.00", Outcome.STOCK, null)),
                new DealAgreed(deal, day("2026-11-22"), List.of(bought()), usd("60.00"), usd("0"), 0));
        assertThat(store.gap(fixture.tenant(), ALWAYS).orElseThrow().causes())
                .containsExactly(
                        new CauseGap(GapCause.AS_QUOTED, 4, usd("0")), new CauseGap(GapCause.MORE, 1, usd("-15.00")));
    }

    private ReceivedLine bought() {
        return new ReceivedLine(
                1, facts.product(Facts.VERIO), Facts.VERIO, Facts.EXPIRY, Grade.PERFECT, 1, usd("12.00"));
    }

    private FoundBoxes found(int number, int boxes, String price, Outcome outcome, @Nullable Difference difference) {
        return new FoundBoxes(
                number,
                facts.product(Facts.VERIO),
                Facts.VERIO,
                Facts.EXPIRY,
                outcome == Outcome.STOCK ? Grade.PERFECT : null,
                boxes,
                usd(price),
                outcome,
                difference);
    }
}
