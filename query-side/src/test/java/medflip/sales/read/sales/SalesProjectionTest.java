package medflip.sales.read.sales;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleCancelled;
import medflip.sales.events.SaleEvent.SaleClosed;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleReopened;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.read.sales.Receivables.AgedDebt;
import medflip.sales.read.sales.Receivables.DebtAge;
import medflip.sales.read.sales.Receivables.Debtor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SalesProjectionTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(new SalesProjection(), StockViews.projection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealId deal = facts.newDeal();
    private final SaleId sale = facts.newSale();

    @Test
    void a_draft_has_a_price_and_no_profit_yet() {
        fixture.given(facts.stocked(deal), facts.drafted(sale, deal, 2, "58.00"));
        assertThat(sales(null, null, null, null))
                .containsExactly(new SaleItem(
                        sale.local(),
                        null,
                        "StripRescue LLC",
                        SaleState.DRAFT,
                        day("2026-12-01"),
                        Facts.VERIO,
                        2,
                        usd("58.00"),
                        usd("0"),
                        null,
                        usd("0"),
                        null,
                        null,
                        0));
        assertThat(sale().lines()).singleElement().satisfies(line -> {
            assertThat(line.lotId()).isEqualTo(LotId.of(deal, 1).local());
            assertThat(line.dealId()).isEqualTo(deal.local());
            assertThat(line.landedCost()).as("what they would cost").isEqualTo(usd("33.00"));
        });
    }

    @Test
    void a_draft_shows_what_it_was_changed_to() {
        DealId other = facts.newDeal();
        fixture.given(
                facts.stocked(deal),
                facts.stocked(other),
                facts.drafted(sale, deal, 2, "58.00"),
                new SaleRevised(
                        sale,
                        facts.saleTerms("Magrathea Wholesale", "2026-12-02", 6),
                        List.of(new SaleLine(LotId.of(other, 1), 1, usd("20.00"))),
                        List.of(LotId.of(deal, 1))));
        assertThat(sale().item().buyer()).isEqualTo("Magrathea Wholesale");
        assertThat(sale().minimumMonths()).isEqualTo(6);
        assertThat(sale().price()).isEqualTo(usd("20.00"));
        assertThat(sale().lines()).extracting(Sale.SoldLine::dealId).containsExactly(other.local());
    }

    @Test
    void a_sale_of_more_words_than_an_index_takes_is_found_by_each() {
        ship();
        ReadDatabase.service()
                .sql("UPDATE sale SET item_words = array_fill('true metrix'::text, ARRAY[300]) || 'lancets'::text"
                        + " WHERE tenant_id = :tenant")
                .param("tenant", fixture.tenant().value())
                .update();
        assertThat(sales("lancets", null, null, null)).hasSize(1);
        assertThat(sales("striprescue", null, null, null)).hasSize(1);
        assertThat(sales("verio", null, null, null)).isEmpty();
    }

    @Test
    void each_step_shows() {
        fixture.given(facts.stocked(deal), facts.drafted(sale, deal, 2, "58.00"));
        assertState(SaleState.DRAFT);
        fixture.given(new SaleOffered(sale, day("2026-11-25")));
        assertState(SaleState.OFFERED);
        fixture.given(new SaleConfirmed(sale, day("2026-11-26")));
        assertState(SaleState.CONFIRMED);
        fixture.given(new SalePacked(sale, day("2026-11-27")));
        assertState(SaleState.PACKED);
        fixture.given(new SaleReopened(sale, List.of()));
        assertState(SaleState.DRAFT);
        assertThat(sale().packedOn()).isNull();
        assertThat(sale().confirmedOn()).isNull();
        fixture.given(new SaleCancelled(sale, List.of(), day("2026-11-27")));
        assertState(SaleState.CANCELLED);
    }

    @Test
    void what_was_shipped_is_earned_at_what_its_boxes_cost() {
        ship();
        SaleItem item = sale().item();
        assertThat(item.state()).isEqualTo(SaleState.SHIPPED);
        assertThat(item.date()).isEqualTo(day("2026-11-30"));
        assertThat(item.landedCost()).isEqualTo(usd("33.00"));
        assertThat(item.profit()).isEqualTo(usd("25.00"));
        assertThat(item.owed()).isEqualTo(usd("58.00"));
        assertThat(sales("1z999aa1", null, null, null)).as("found by tracking").hasSize(1);
    }

    @Test
    void deductions_lower_the_proceeds_and_rejected_boxes_their_cost() {
        ship();
        fixture.given(facts.inspected(sale, deal, 1, "31.00"), facts.adjusted(deal, sale.local(), 1, "31.00", "16.50"));
        assertState(SaleState.INSPECTED);
        assertThat(sale().deducted()).isEqualTo(usd("31.00"));
        assertThat(sale().item().proceeds()).isEqualTo(usd("27.00"));
        assertThat(sale().item().profit()).isEqualTo(usd("10.50"));
        assertThat(sale().lines())
                .extracting(Sale.SoldLine::rejected, Sale.SoldLine::fate, Sale.SoldLine::deducted)
                .containsExactly(tuple(1, RejectedBoxes.RETURNED, usd("31.00")));
    }

    @Test
    void an_invoice_has_its_number_and_is_paid_in_parts() {
        UUID receipt = Ids.next();
        ship();
        fixture.given(facts.invoiced(sale, "2026-12-14"));
        assertState(SaleState.INVOICED);
        fixture.given(
                new InvoiceNumbered(InvoiceBookId.of(fixture.tenant()), sale, 17),
                facts.receipt(sale, receipt, "20.00"));
        assertState(SaleState.PART_PAID);
        assertThat(sale().item().invoiceNumber()).isEqualTo(17);
        assertThat(sale().item().owed()).isEqualTo(usd("38.00"));
        fixture.given(facts.receipt(sale, Ids.next(), "38.00"));
        assertState(SaleState.PAID);
        fixture.given(new ReceiptUndone(sale, receipt, usd("20.00"), day("2026-12-08")));
        assertState(SaleState.PART_PAID);
        assertThat(sale().receipts())
                .extracting(Sale.BuyerReceipt::amount, Sale.BuyerReceipt::undoneOn)
                .containsExactlyInAnyOrder(
                        tuple(usd("20.00"), day("2026-12-08")), tuple(usd("38.00"), (LocalDate) null));
        fixture.given(facts.receipt(sale, Ids.next(), "20.00"), new SaleClosed(sale, day("2026-12-09")));
        assertState(SaleState.CLOSED);
        assertThat(sale().item().owed()).isEqualTo(usd("0"));
    }

    @Test
    void a_deduction_that_comes_after_the_money_settles_the_sale() {
        ship();
        fixture.given(
                facts.invoiced(sale, "2026-12-14"),
                facts.receipt(sale, Ids.next(), "50.00"),
                facts.inspected(sale, deal, 0, "8.00"));
        assertState(SaleState.PAID);
    }

    @Test
    void a_parcel_that_arrives_after_the_invoice_takes_nothing_back() {
        ship();
        fixture.given(facts.invoiced(sale, "2026-12-14"), new SaleDelivered(sale, day("2026-12-02")));
        assertState(SaleState.INVOICED);
        assertThat(sale().deliveredOn()).isEqualTo(day("2026-12-02"));
    }

    @Test
    void a_sale_in_one_step_is_over_at_once() {
        LotSold sold = facts.sold(deal, sale.local(), 1, "10.00", "16.50", "Magrathea Wholesale", "2026-11-24");
        fixture.given(facts.stocked(deal), sold, facts.recorded(sold));
        SaleItem item = sale().item();
        assertThat(item.state()).isEqualTo(SaleState.CLOSED);
        assertThat(item.profit()).as("a loss").isEqualTo(usd("-6.50"));
        assertThat(item.owed()).isEqualTo(usd("0"));
    }

    @Test
    void sales_filter_by_words_buyer_state_and_day() {
        LotSold sold = facts.sold(deal, Ids.next(), 1, "10.00", "16.50", "Magrathea Wholesale", "2026-11-24");
        fixture.given(facts.stocked(deal), facts.drafted(sale, deal, 1, "29.00"), sold, facts.recorded(sold));
        assertThat(sales("magra verio", null, null, null)).hasSize(1);
        assertThat(sales("magra guide", null, null, null)).isEmpty();
        assertThat(sales(null, "StripRescue LLC", null, null)).hasSize(1);
        assertThat(sales(null, "StripRescue", null, null)).isEmpty();
        assertThat(sales(null, null, day("2026-11-25"), null)).hasSize(1);
        assertThat(sales(null, null, day("2026-11-24"), day("2026-12-01"))).hasSize(2);
        assertThat(found(new FindSales(null, null, null, SaleState.DRAFT, null, null, null, null)))
                .hasSize(1);
    }

    @Test
    void buyers_are_listed_once_each() {
        fixture.given(
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"),
                facts.sold(deal, Ids.next(), 1, "27.00", "16.50", "Magrathea Wholesale", "2026-11-25"));
        assertThat(store("2026-11-24").buyers(fixture.tenant()))
                .containsExactly("Magrathea Wholesale", "StripRescue LLC");
    }

    @Test
    void what_is_owed_grows_old_from_the_day_it_is_due() {
        SaleId late = facts.newSale();
        SaleId notInvoiced = facts.newSale();
        fixture.given(facts.signedUp(), facts.stocked(deal));
        for (SaleId each : List.of(sale, late, notInvoiced)) {
            fixture.given(facts.drafted(each, deal, 1, "29.00"), facts.shipped(each, deal, 1, "29.00"));
        }
        fixture.given(
                facts.invoiced(sale, "2026-12-14"),
                facts.invoiced(late, "2026-11-30"),
                facts.receipt(late, Ids.next(), "9.00"));
        Receivables owed = store("2026-12-14").receivables(fixture.tenant()).orElseThrow();
        assertThat(owed.total()).isEqualTo(usd("78.00"));
        assertThat(owed.ages())
                .filteredOn(aged -> aged.sales() > 0)
                .containsExactly(
                        new AgedDebt(DebtAge.NOT_INVOICED, 1, usd("29.00")),
                        new AgedDebt(DebtAge.NOT_DUE, 1, usd("29.00")),
                        new AgedDebt(DebtAge.DAYS_1_TO_30, 1, usd("20.00")));
        assertThat(owed.buyers())
                .containsExactly(new Debtor("StripRescue LLC", 3, usd("78.00"), usd("20.00"), day("2026-11-30")));
        assertThat(store("2027-03-01")
                        .receivables(fixture.tenant())
                        .orElseThrow()
                        .ages())
                .filteredOn(aged -> aged.sales() > 0)
                .extracting(AgedDebt::age)
                .containsExactly(DebtAge.NOT_INVOICED, DebtAge.DAYS_61_TO_90, DebtAge.OVER_90_DAYS);
        assertThat(found(new FindSales(null, null, null, null, true, null, null, null)))
                .hasSize(3);
    }

    @Test
    void nobody_is_owed_nothing() {
        assertThat(store("2026-12-14").receivables(fixture.tenant())).isEmpty();
    }

    private void ship() {
        fixture.given(
                facts.stocked(deal),
                facts.drafted(sale, deal, 2, "58.00"),
                new SaleConfirmed(sale, day("2026-11-30")),
                facts.shipped(sale, deal, 2, "58.00"),
                facts.sold(deal, sale.local(), 2, "58.00", "33.00", "StripRescue LLC", "2026-11-30"));
    }

    private void assertState(SaleState state) {
        assertThat(sale().item().state()).isEqualTo(state);
    }

    private Sale sale() {
        return store("2026-11-24").sale(fixture.tenant(), sale.local()).orElseThrow();
    }

    private List<SaleItem> sales(
            @Nullable String search, @Nullable String buyer, @Nullable LocalDate from, @Nullable LocalDate to) {
        return found(new FindSales(search, buyer, null, null, null, from, to, null));
    }

    private List<SaleItem> found(FindSales question) {
        return store("2026-11-24")
                .page(fixture.tenant(), question, new PageRequest(null, null, null))
                .items();
    }

    private static SalesStore store(String today) {
        return new SalesStore(ReadDatabase.tenants(), Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC));
    }
}
