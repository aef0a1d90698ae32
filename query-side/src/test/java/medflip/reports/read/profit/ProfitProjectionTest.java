package medflip.reports.read.profit;

import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.reports.read.profit.ProfitByMonth.MonthProfit;
import medflip.reports.read.profit.ProfitByMonth.Profit;
import org.junit.jupiter.api.Test;

class ProfitProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new ProfitProjection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final ProfitStore store = new ProfitStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void each_month_adds_up_what_was_sold_in_it_and_the_total_adds_up_the_months() {
        fixture.given(
                facts.signedUp(),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "A", "2026-10-31"),
                facts.sold(deal, Ids.next(), 1, "10.00", "16.50", "B", "2026-11-01"),
                facts.sold(deal, Ids.next(), 1, "30.00", "16.50", "A", "2026-10-01"));
        ProfitByMonth report = store.byMonth(fixture.tenant()).orElseThrow();
        assertThat(report.months())
                .containsExactly(
                        new MonthProfit(YearMonth.of(2026, 10), 2, usd("58.00"), usd("33.00"), usd("25.00")),
                        new MonthProfit(YearMonth.of(2026, 11), 1, usd("10.00"), usd("16.50"), usd("-6.50")));
        assertThat(report.total()).isEqualTo(new Profit(3, usd("68.00"), usd("49.50"), usd("18.50")));
    }

    @Test
    void a_month_without_a_sale_is_left_out() {
        fixture.given(facts.signedUp(), facts.pastDeal(deal, pat));
        ProfitByMonth report = store.byMonth(fixture.tenant()).orElseThrow();
        assertThat(report.months()).isEmpty();
        assertThat(report.total().profit()).isEqualTo(usd("0"));
    }

    @Test
    void what_was_bought_and_paid_out_is_added_up_by_its_own_day() {
        fixture.given(
                facts.pastDeal(deal, pat),
                facts.agreed(facts.newDeal()),
                facts.paid(facts.newDeal(), pat, "20.00"),
                facts.paid(facts.newDeal(), pat, "5.00"));
        assertThat(fixture.rows("profit_month"))
                .extracting(row -> row.get("month") + " " + row.get("bought_boxes") + " " + row.get("paid_out"))
                .containsExactly("2026-01-01 2 4000", "2026-11-01 3 2500");
    }

    @Test
    void what_a_buyer_deducts_lowers_the_month_in_which_it_was_found() {
        UUID sale = Ids.next();
        fixture.given(
                facts.signedUp(),
                facts.sold(deal, sale, 2, "58.00", "33.00", "A", "2026-11-30"),
                facts.adjusted(deal, sale, 1, "31.00", "16.50"));
        assertThat(store.byMonth(fixture.tenant()).orElseThrow().months())
                .containsExactly(
                        new MonthProfit(YearMonth.of(2026, 11), 2, usd("58.00"), usd("33.00"), usd("25.00")),
                        new MonthProfit(YearMonth.of(2026, 12), -1, usd("-31.00"), usd("-16.50"), usd("-14.50")));
    }

    @Test
    void a_deduction_alone_is_a_month_too() {
        UUID sale = Ids.next();
        fixture.given(
                facts.signedUp(),
                facts.sold(deal, sale, 2, "58.00", "33.00", "A", "2026-11-30"),
                facts.adjusted(deal, sale, 0, "4.00", "0.00"));
        assertThat(store.byMonth(fixture.tenant()).orElseThrow().total().profit())
                .isEqualTo(usd("21.00"));
    }

    @Test
    void nobody_has_no_report() {
        assertThat(store.byMonth(fixture.tenant())).isEmpty();
    }
}
