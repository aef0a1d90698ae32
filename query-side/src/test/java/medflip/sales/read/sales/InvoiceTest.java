package medflip.sales.read.sales;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.kernel.DomainEvent;
import medflip.platform.document.PdfText;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleEvent.BuyerInspected;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import org.junit.jupiter.api.Test;

class InvoiceTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(new SalesProjection(), StockViews.projection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final InvoiceStore store =
            new InvoiceStore(new SalesStore(ReadDatabase.tenants(), Clock.systemUTC()), ReadDatabase.tenants());
    private final DealId deal = facts.newDeal();
    private final SaleId sale = facts.newSale();

    @Test
    void an_invoice_says_what_was_shipped_deducted_paid_and_is_still_due() {
        fixture.given(
                facts.signedUp(),
                facts.ownerRegistered(),
                facts.stocked(deal),
                facts.drafted(sale, deal, 3, "90.00"),
                new SaleShipped(
                        sale,
                        "StripRescue LLC",
                        List.of(new SaleLine(LotId.of(deal, 1), 3, usd("90.00"))),
                        "UPS",
                        "1Z999AA10123456784",
                        day("2026-12-01")),
                new BuyerInspected(
                        sale,
                        List.of(new InspectedLine(LotId.of(deal, 1), 1, RejectedBoxes.RETURNED, usd("30.00"))),
                        day("2026-12-04")),
                new SaleInvoiced(sale, day("2026-12-05"), day("2026-12-19")),
                new InvoiceNumbered(InvoiceBookId.of(fixture.tenant()), sale, 7),
                facts.receipt(sale, Ids.next(), "25.00"));
        byte[] pdf = pdf();
        assertThat(PdfText.all(pdf))
                .contains("Invoice 7", "Date Dec 5, 2026", "Due Dec 19, 2026", "Shipped Dec 1, 2026")
                .contains("Carrier UPS", "1Z999AA10123456784", "StripRescue LLC", "Corner Buyback")
                .contains("OneTouch Verio 50ct Sep 2027 Perfect 3 $30.00 $90.00", "Deduction, 1 rejected \u2212$30.00")
                .contains("Price $90.00", "Deductions \u2212$30.00", "Total $60.00", "\u2212$25.00")
                .contains("Amount due $35.00")
                .as("what the boxes cost is nobody's business")
                .doesNotContain("49.50");
        assertThat(pdf()).isEqualTo(pdf);
    }

    @Test
    void an_invoice_of_two_hundred_lines_has_them_all_and_adds_up() {
        List<SaleLine> lines = IntStream.rangeClosed(1, 200)
                .mapToObj(line ->
                        new SaleLine(LotId.of(deal, line), line, usd("3.00").times(line)))
                .toList();
        List<DomainEvent> events = new ArrayList<>();
        events.add(facts.signedUp());
        for (int line = 1; line <= 200; line++) {
            events.add(new LotStocked(
                    LotId.of(deal, line),
                    deal,
                    facts.product(Facts.VERIO),
                    "Strips no. " + line + " of many",
                    Facts.EXPIRY,
                    Grade.PERFECT,
                    line,
                    usd("1.00"),
                    day("2026-11-22"),
                    null,
                    null,
                    null));
        }
        events.add(facts.drafted(sale, lines));
        events.add(new SaleShipped(sale, "StripRescue LLC", lines, null, null, day("2026-12-01")));
        events.add(new SaleInvoiced(sale, day("2026-12-05"), day("2026-12-19")));
        events.add(new InvoiceNumbered(InvoiceBookId.of(fixture.tenant()), sale, 1));
        fixture.givenAtOnce(events.toArray(DomainEvent[]::new));
        List<String> pages = PdfText.pages(pdf());
        assertThat(pages.size()).isGreaterThan(4);
        String text = String.join(" ", pages);
        lines.forEach(line -> assertThat(text)
                .containsOnlyOnce(
                        "Strips no. " + line.quantity() + " of many Sep 2027 Perfect " + line.quantity() + " $3.00 $"));
        assertThat(text).contains("Total $60,300.00", "Amount due $60,300.00");
    }

    private byte[] pdf() {
        return Invoice.of(store.invoiced(fixture.tenant(), sale.local()).orElseThrow())
                .pdf();
    }
}
