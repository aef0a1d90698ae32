package medflip.reports.read.profit;

import static org.assertj.core.api.Assertions.assertThat;

import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import org.junit.jupiter.api.Test;

class ProfitProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new ProfitProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void each_month_adds_up_what_was_sold_in_it() {
        fixture.given(
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "A", "2026-10-31"),
                facts.sold(deal, Ids.next(), 1, "10.00", "16.50", "B", "2026-11-01"),
                facts.sold(deal, Ids.next(), 1, "30.00", "16.50", "A", "2026-10-01"));
        assertThat(fixture.rows("profit_month"))
                .extracting(row -> row.get("month") + " " + row.get("sold_boxes") + " " + row.get("proceeds") + " "
                        + row.get("landed_cost"))
                .containsExactly("2026-10-01 2 5800 3300", "2026-11-01 1 1000 1650");
    }

    @Test
    void what_was_bought_and_paid_out_is_added_up_by_its_own_day() {
        fixture.given(
                facts.pastDeal(deal, pat),
                facts.received(facts.newDeal()),
                facts.paid(facts.newDeal(), pat, "20.00"),
                facts.paid(facts.newDeal(), pat, "5.00"));
        assertThat(fixture.rows("profit_month"))
                .extracting(row -> row.get("month") + " " + row.get("bought_boxes") + " " + row.get("paid_out"))
                .containsExactly("2026-01-01 2 4000", "2026-11-01 3 2500");
    }
}
