package medflip.reports.read.books;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlan.LeadSource;
import medflip.customers.events.CardPlan.Spending;
import medflip.customers.events.CardPlanEvent.CardPlanSet;
import medflip.customers.events.CardPlanId;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.customers.read.plan.PlanViews;
import medflip.deals.events.Carrier;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.read.deals.DealsViews;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.read.expenses.ExpensesViews;
import medflip.expenses.read.mileage.MileageViews;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.read.sales.SalesViews;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each report, over HTTP, from facts whose answer is known; and random histories, whose every cent must be there. */
class BooksReportsTest {

    private static final int HISTORIES = 40;

    private final ProjectionFixture fixture = newFixture();
    private final Facts facts = new Facts(fixture.tenant());
    private final QuerySide owner = QuerySide.of(fixture.tenant());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    private static ProjectionFixture newFixture() {
        return ProjectionFixture.of(
                new BooksProjection(),
                WorkspaceViews.projection(),
                PeopleViews.projection(),
                PlanViews.projection(),
                DealsViews.projection(),
                ExpensesViews.projection(),
                MileageViews.projection(),
                SalesViews.projection());
    }

    /**
     * Bought for $45.00 and a $4.50 label on 22 November, paid $20.00 of it, sold one box for $28.00 two days later.
     */
    private void trade() {
        LotSold sold = facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24");
        fixture.given(
                facts.signedUp(),
                facts.registered(pat, "Pat Seller"),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                new LabelMade(deal, pat, Ids.next(), Carrier.USPS, null, usd("4.50"), day("2026-11-21")),
                facts.agreed(deal),
                facts.stocked(deal),
                facts.paid(deal, pat, "20.00"),
                sold,
                facts.recorded(sold));
    }

    @Test
    void profit_is_told_in_the_month_of_the_sale_or_by_the_days_of_payment() {
        trade();
        fixture.given(facts.spent(facts.newExpense(), "Uline", "5.00", "2026-10-01"));
        assertThat(rows("profit-by-month"))
                .containsExactly(
                        "2026-10 0 0 0 0 0 500 -500",
                        "2026-11 1 2800 1650 0 0 0 1150",
                        "total  1 2800 1650 0 0 500 650");
        assertThat(rows("profit-by-month?basis=CASH"))
                .containsExactly(
                        "2026-10 0 0 0 0 0 500 -500",
                        "2026-11 0 2800 2000 0 450 0 350",
                        "total  0 2800 2000 0 450 500 -150");
        assertThat(rows("profit-by-month?from=2026-11-23&to=2026-11-23")).containsExactly("total  0 0 0 0 0 0 0");
        assertThat(rows("profit-by-month?from=2026-11-24&to=2026-11-24")).hasSize(2);
    }

    @Test
    void what_a_lead_source_cost_is_taken_from_what_its_people_brought() {
        trade();
        fixture.given(new CardPlanSet(
                CardPlanId.of(fixture.tenant()),
                new CardPlan(
                        List.of(),
                        List.of(),
                        List.of(source("Google Ads", "3.00", "Google"), source("Flyers", "2.00")))));
        assertThat(rows("profit-by-lead-source"))
                .startsWith("Google Ads 300 1 2800 1650 0 0 0 850", "Flyers 200 0 0 0 0 0 0 -200");
        assertThat(rows("profit-by-lead-source?from=2026-12-01&to=2026-12-31")).hasSize(1);
    }

    private static LeadSource source(String name, String spent, String... formerNames) {
        return new LeadSource(
                Ids.next(), name, List.of(formerNames), List.of(new Spending(YearMonth.of(2026, 11), usd(spent))));
    }

    @Test
    void profit_is_told_apart_by_deal_product_person_source_and_buyer() {
        trade();
        assertThat(rows("profit-by-deal"))
                .first()
                .isEqualTo("OneTouch Verio 50ct ×3 Pat Seller 2026-11-20 1 2800 1650 0 0 0 1150");
        assertThat(rows("profit-by-product")).first().isEqualTo(Facts.VERIO + " 1 2800 1650 0 0 0 1150");
        assertThat(rows("profit-by-person")).first().isEqualTo("Pat Seller 1 2800 1650 0 0 0 1150");
        assertThat(rows("profit-by-lead-source")).first().isEqualTo("Google 0 1 2800 1650 0 0 0 1150");
        assertThat(rows("profit-by-buyer")).first().isEqualTo("StripRescue LLC 1 2800 1650 0 0 0 1150");
        assertThat(rows("profit-by-deal?basis=CASH"))
                .first()
                .isEqualTo("OneTouch Verio 50ct ×3 Pat Seller 2026-11-20 0 2800 2000 0 450 0 350");
        assertThat(rows("profit-by-person?basis=CASH")).first().isEqualTo("Pat Seller 0 2800 2000 0 450 0 350");
        assertThat(rows("profit-by-lead-source?basis=CASH")).first().isEqualTo("Google 0 0 2800 2000 0 450 0 350");
        assertThat(rows("profit-by-product?basis=CASH")).first().isEqualTo(Facts.VERIO + " 0 2800 2000 0 450 0 350");
        assertThat(rows("profit-by-buyer?basis=CASH"))
                .as("a third of what was paid for the deal, since one of its three boxes was sold")
                .first()
                .isEqualTo("StripRescue LLC 0 2800 667 0 150 0 1983");
        assertThat(report("profit-by-deal").at("/rows/0/link").asString())
                .isEqualTo(deal.local().toString());
    }

    @Test
    void what_a_buyer_paid_for_a_sale_is_shared_among_its_deals_to_the_cent() {
        DealId other = facts.newDeal();
        SaleId sale = facts.newSale();
        fixture.given(
                facts.signedUp(),
                facts.registered(pat, "Pat Seller"),
                facts.quoted(deal, pat),
                facts.quoted(other, pat),
                facts.sold(deal, sale.local(), 1, "20.00", "16.50", "StripRescue LLC", "2026-11-24"),
                facts.sold(other, sale.local(), 1, "10.00", "16.50", "StripRescue LLC", "2026-11-24"),
                received(sale, "10.00", "2026-11-25"));
        assertThat(report("profit-by-deal?basis=CASH").get("rows").values().stream()
                        .map(row -> row.at("/cells/4").asLong()))
                .containsExactly(667L, 333L);
        assertThat(totals(owner, "profit-by-deal?basis=CASH").get(1)).isEqualTo(1_000);
        assertThat(rows("profit-by-deal?basis=CASH&to=2026-11-24")).hasSize(1);
    }

    @Test
    void what_was_written_off_lowers_the_profit_of_its_product() {
        trade();
        fixture.given(facts.writtenOff(deal, Ids.next(), "16.50"));
        assertThat(rows("profit-by-product")).first().isEqualTo(Facts.VERIO + " 1 2800 1650 1650 0 0 -500");
    }

    @Test
    void what_was_spent_for_a_sale_counts_for_its_buyer_on_the_day_of_payment() {
        SaleId sale = ship("30.00", "2026-11-24");
        fixture.given(facts.spentFor(sale, "UPS", "4.00", "2026-11-25"), received(sale, "12.00", "2026-11-26"));
        assertThat(rows("profit-by-buyer?basis=CASH")).first().isEqualTo("StripRescue LLC 0 1200 0 0 0 400 800");
        assertThat(rows("profit-by-buyer?basis=CASH&from=2026-11-26"))
                .first()
                .isEqualTo("StripRescue LLC 0 1200 0 0 0 0 1200");
        assertThat(rows("profit-by-buyer?basis=CASH&to=2026-11-24")).hasSize(1);
    }

    @Test
    void every_report_of_money_is_drawn_too() {
        trade();
        assertThat(owner.json("/api/reports")
                        .valueStream()
                        .filter(about -> about.get("chart").isNull()))
                .isEmpty();
    }

    @Test
    void what_was_spent_for_a_sale_and_what_the_buyer_deducted_lower_the_profit_by_that_buyer() {
        SaleId sale = ship("30.00", "2026-11-24");
        fixture.given(
                facts.spentFor(sale, "UPS", "4.00", "2026-11-24"), facts.adjusted(deal, sale.local(), 0, "1.00", "0"));
        assertThat(rows("profit-by-buyer")).first().isEqualTo("StripRescue LLC 1 2900 1650 0 0 400 850");
    }

    @Test
    void what_buyers_owe_is_told_by_buyer_and_invoice_with_its_age_as_of_any_day() {
        SaleId sale = ship("30.00", "2026-11-24");
        fixture.given(new SaleInvoiced(sale, day("2026-11-25"), day("2026-12-25")));
        assertThat(rows("receivables?to=2026-11-23")).containsExactly("total      0");
        assertThat(rows("receivables-by-buyer?to=2026-11-24"))
                .first()
                .isEqualTo("StripRescue LLC 1 3000 0 0 0 0 0 3000");
        assertThat(rows("receivables-by-buyer?to=2026-12-25"))
                .first()
                .isEqualTo("StripRescue LLC 1 0 3000 0 0 0 0 3000");
        fixture.given(received(sale, "5.00", "2026-12-26"));
        assertThat(rows("receivables?to=2026-12-26"))
                .first()
                .isEqualTo("StripRescue LLC  2026-11-24 2026-12-25 1 day 2500");
        assertThat(rows("receivables-by-buyer?to=2027-01-24"))
                .first()
                .isEqualTo("StripRescue LLC 1 0 0 2500 0 0 0 2500");
        assertThat(rows("receivables-by-buyer?to=2027-01-25"))
                .first()
                .isEqualTo("StripRescue LLC 1 0 0 0 2500 0 0 2500");
        assertThat(rows("receivables-by-buyer?to=2027-03-26"))
                .first()
                .isEqualTo("StripRescue LLC 1 0 0 0 0 0 2500 2500");
        assertThat(report("receivables").at("/rows/0/link").asString())
                .isEqualTo(sale.local().toString());
        fixture.given(received(sale, "25.00", "2026-12-31"));
        assertThat(rows("receivables?to=2026-12-31")).containsExactly("total      0");
    }

    @Test
    void what_is_owed_is_told_as_of_any_day() {
        trade();
        assertThat(rows("payouts-due?to=2026-11-21")).containsExactly("total     0");
        assertThat(rows("payouts-due?to=2026-11-22").getFirst()).endsWith("2026-11-22 0 4500");
        assertThat(rows("payouts-due?to=2026-11-30").getFirst()).endsWith("2026-11-22 8 2500");
        fixture.given(facts.paid(deal, pat, "25.00"));
        assertThat(rows("payouts-due?to=2026-11-30")).containsExactly("total     0");
    }

    @Test
    void cash_is_told_by_where_it_came_from_and_went() {
        trade();
        assertThat(rows("cash-flow"))
                .containsExactly("2026-11 0 2800 2000 450 0 350 350", "total   2800 2000 450 0 350 ");
    }

    @Test
    void a_month_of_cash_begins_with_what_the_one_before_left_also_where_that_isnt_shown() {
        fixture.given(
                facts.signedUp(),
                facts.spent(facts.newExpense(), "Uline", "5.00", "2026-09-30"),
                facts.spent(facts.newExpense(), "Uline", "3.00", "2026-10-01"),
                facts.spent(facts.newExpense(), "Uline", "2.00", "2026-11-15"),
                facts.spent(facts.newExpense(), "Uline", "1.00", "2026-11-16"));
        assertThat(rows("cash-flow?from=2026-10-01&to=2026-11-15"))
                .containsExactly(
                        "2026-10 -500 0 0 0 300 -300 -800",
                        "2026-11 -800 0 0 0 200 -200 -1000",
                        "total   0 0 0 500 -500 ");
        assertThat(rows("cash-flow?from=2026-11-16")).first().isEqualTo("2026-11 -1000 0 0 0 100 -100 -1100");
    }

    @Test
    void expenses_and_miles_stand_on_their_lines_of_the_tax_form_and_what_is_voided_does_not() {
        ExpenseId twice = facts.newExpense();
        fixture.given(
                facts.signedUp(),
                facts.spent(facts.newExpense(), "Uline", "48.20", "2026-11-20"),
                facts.spent(twice, "Uline", "48.20", "2026-11-20"),
                new ExpenseVoided(twice, facts.account(), new PersonalText("entered twice")),
                facts.driven(facts.newTrip(), "pick-up", "2026-11-20"));
        assertThat(rows("expenses-by-line"))
                .containsExactly("9 Car and truck expenses 1 700", "22 Supplies 1 4820", "total   2 5520");
        assertThat(rows("mileage-log")).containsExactly("2026-11-20 pick-up   100 700 700", "total     100  700");
    }

    @Test
    void the_cost_of_goods_is_what_was_there_and_came_less_what_is_left() {
        trade();
        assertThat(rows("cost-of-goods?from=2026-01-01&to=2026-12-31"))
                .containsExactly(
                        "35 Inventory at the beginning 0",
                        "36 Purchases 4500",
                        "39 Other costs: labels and fees 450",
                        "40 Lines 35 to 39 together 4950",
                        "41 Inventory at the end 3300",
                        "42 Cost of goods sold: line 40 less line 41 1650",
                        "total   ");
        assertThat(rows("cost-of-goods?from=2027-01-01").getFirst()).isEqualTo("35 Inventory at the beginning 3300");
    }

    @Test
    void payees_are_added_up_by_year_people_and_vendors_alike() {
        trade();
        fixture.given(facts.spent(facts.newExpense(), "Uline", "5.00", "2025-10-01"), facts.paid(deal, pat, "5.00"));
        assertThat(rows("payees-by-year"))
                .containsExactly("2026 Pat Seller Boxes 2 2500", "2025 Uline Expenses 1 500", "total    3 3000");
    }

    @Test
    void the_stock_is_told_by_its_age_as_of_any_day() {
        trade();
        assertThat(rows("stock-ageing?to=2026-11-23").getFirst()).isEqualTo("30 days at most 3 4950");
        assertThat(rows("stock-ageing?to=2026-12-31"))
                .containsExactly(
                        "30 days at most 0 0",
                        "31 to 60 days 2 3300",
                        "61 to 90 days 0 0",
                        "91 to 180 days 0 0",
                        "longer 0 0",
                        "total  2 3300");
    }

    @Test
    void a_report_as_a_file_has_every_row_and_amounts_as_a_spreadsheet_reads_them() {
        trade();
        assertThat(owner.get("/api/reports/profit-by-buyer.csv").body())
                .isEqualTo("Buyer,Boxes,Sold for,Cost,Written off,Labels and fees,Expenses,Profit,Currency\r\n"
                        + "StripRescue LLC,1,28.00,16.50,0.00,0.00,0.00,11.50,USD\r\n");
    }

    @Test
    void a_report_that_cant_be_is_refused() {
        trade();
        assertThat(owner.get("/api/reports/profit-by-moon").statusCode()).isEqualTo(404);
        assertThat(owner.get("/api/reports/cost-of-goods?basis=CASH").statusCode())
                .isEqualTo(400);
        assertThat(owner.get("/api/reports/payouts-due?from=2026-01-01").statusCode())
                .isEqualTo(400);
        assertThat(owner.get("/api/reports/profit-by-buyer?from=2026-02-01&to=2026-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_cent_of_a_random_history_is_found_again_in_the_reports() {
        long seed = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            ProjectionFixture books = newFixture();
            QuerySide side = QuerySide.of(books.tenant());
            History history = History.of(books.tenant(), seed + i);
            books.given(new Facts(books.tenant()).signedUp());
            books.givenAtOnce(history.events.toArray(DomainEvent[]::new));
            assertThat(totals(side, "cash-flow"))
                    .as("seed %d", seed + i)
                    .containsExactly(
                            history.received,
                            history.paidOut,
                            history.handling,
                            history.spent,
                            history.received - history.paidOut - history.handling - history.spent);
            assertThat(totals(side, "payouts-due?to=2030-01-01").getLast())
                    .as("owed, seed %d", seed + i)
                    .isEqualTo(history.owed);
            assertThat(totals(side, "stock-ageing?to=2030-01-01"))
                    .as("stock, seed %d", seed + i)
                    .containsExactly((long) history.boxes, history.stock);

            int before = history.events.size();
            history.settle();
            books.givenAtOnce(
                    history.events.subList(before, history.events.size()).toArray(DomainEvent[]::new));
            assertThat(totals(side, "profit-by-month").getLast())
                    .as("at the end of all things earned is paid, seed %d", seed + i)
                    .isEqualTo(totals(side, "profit-by-month?basis=CASH").getLast())
                    .isEqualTo(totals(side, "cash-flow").getLast());
            assertThat(totals(side, "profit-by-deal?basis=CASH").getLast())
                    .as("what came and went for deals is all but the overhead, seed %d", seed + i)
                    .isEqualTo(history.received - history.paidOut - history.handling);
            assertThat(totals(side, "profit-by-product?basis=CASH").getLast())
                    .as("what came and went for products is that, but for deals of which none came, seed %d", seed + i)
                    .isEqualTo(history.received - history.paidOut - history.handling + history.forNothing);
            assertThat(totals(side, "profit-by-product").get(3))
                    .as("written off, seed %d", seed + i)
                    .isEqualTo(history.writtenOff);
        }
    }

    /** One box of the deal, for the price, on its way to a buyer. */
    private SaleId ship(String price, String on) {
        SaleId sale = facts.newSale();
        LotSold sold = facts.sold(deal, sale.local(), 1, price, "16.50", "StripRescue LLC", on);
        fixture.given(
                facts.signedUp(),
                facts.drafted(sale, deal, 1, price),
                sold,
                new SaleShipped(
                        sale,
                        "StripRescue LLC",
                        List.of(new SaleLine(sold.lotId(), 1, usd(price))),
                        null,
                        null,
                        day(on)));
        return sale;
    }

    private ReceiptRecorded received(SaleId sale, String amount, String on) {
        return new ReceiptRecorded(sale, Ids.next(), usd(amount), ReceiptMethod.CHECK, facts.account(), null, day(on));
    }

    private JsonNode report(String name) {
        return owner.json("/api/reports/" + name);
    }

    /** Each row as its cells side by side, and the row of sums. */
    private List<String> rows(String name) {
        JsonNode report = report(name);
        List<String> rows = new ArrayList<>();
        report.get("rows").forEach(row -> rows.add(cells(row)));
        rows.add("total " + cells(report.get("total")));
        return rows;
    }

    private static String cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.get("cells").forEach(cell -> cells.add(cell.asString()));
        return String.join(" ", cells);
    }

    private static List<Long> totals(QuerySide side, String name) {
        List<Long> totals = new ArrayList<>();
        side.json("/api/reports/" + name).at("/total/cells").forEach(cell -> {
            if (cell.isNumber()) {
                totals.add(cell.asLong());
            }
        });
        return totals;
    }
}
