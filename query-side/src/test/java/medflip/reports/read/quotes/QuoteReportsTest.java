package medflip.reports.read.quotes;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.Outcome;
import medflip.deals.events.ReceivedLine;
import medflip.deals.read.deals.DealsViews;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuoteReportsTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(WorkspaceViews.projection(), PeopleViews.projection(), DealsViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final QuerySide owner = QuerySide.of(fixture.tenant());
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
        assertThat(rows("quote-funnel"))
                .as("a past purchase was never quoted")
                .containsExactly("2026-11 3 2 1 1 1 333 13500 4500", "total  3 2 1 1 1  13500 4500");
        assertThat(rows("quote-funnel?from=2026-11-21")).containsExactly("total  0 0 0 0 0  0 0");
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
        assertThat(rows("quote-gap"))
                .containsExactly(
                        "Missing boxes 1 1500 0 1500",
                        "Water 1 1500 0 1500",
                        "Damaged 1 1500 1200 300",
                        "total  3 4500 1200 3300");
        assertThat(rows("quote-gap?to=2026-11-21")).containsExactly("total  0 0 0 0");
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
        assertThat(rows("quote-gap"))
                .containsExactly("As quoted 4 6000 6000 0", "More boxes 1 -1500 0 -1500", "total  5 4500 6000 -1500");
    }

    @Test
    void each_accepted_offer_stands_in_the_compliance_log_with_its_statement() {
        DealId deal = facts.newDeal();
        fixture.given(
                facts.signedUp(),
                facts.registered(pat, "Pat Seller"),
                facts.quoted(deal, pat),
                facts.quoted(facts.newDeal(), pat),
                facts.accepted(deal));
        assertThat(rows("compliance-log").getFirst())
                .startsWith("Pat Seller 2026-11-")
                .contains("2026-11-24");
        assertThat(rows("compliance-log")).hasSize(2);
        assertThat(rows("compliance-log?to=2026-01-01")).hasSize(1);
    }

    /** Each row as its cells side by side, and the row of sums. */
    private List<String> rows(String report) {
        JsonNode answer = owner.json("/api/reports/" + report);
        List<String> rows = new ArrayList<>();
        answer.get("rows").forEach(row -> rows.add(cells(row)));
        rows.add("total " + cells(answer.get("total")));
        return rows;
    }

    private static String cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.get("cells").forEach(cell -> cells.add(cell.asString()));
        return String.join(" ", cells);
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
                difference,
                PriceTrace.BY_HAND);
    }
}
