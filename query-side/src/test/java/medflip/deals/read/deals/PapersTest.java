package medflip.deals.read.deals;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.Attestation;
import medflip.deals.events.DealId;
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.read.deals.PapersStore.DealPaper;
import medflip.inventory.read.stock.StockViews;
import medflip.kernel.Money;
import medflip.kernel.Personal;
import medflip.platform.document.PdfText;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.sales.SalesViews;
import org.junit.jupiter.api.Test;

class PapersTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new DealsProjection(),
            PeopleViews.projection(),
            StockViews.projection(),
            SalesViews.projection(),
            WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final PapersStore store = new PapersStore(new DealsStore(ReadDatabase.tenants()), ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_bill_of_sale_names_both_parties_the_boxes_the_statement_and_the_payments() {
        fixture.given(
                facts.signedUp(),
                facts.ownerRegistered(),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat),
                facts.agreed(deal),
                facts.paid(deal, pat, "20.00"));
        byte[] pdf = BillOfSale.of(paper()).pdf();
        assertThat(PdfText.pages(pdf)).hasSize(1);
        assertThat(PdfText.all(pdf))
                .contains("Pat Doe", "(617) 555-0155", "pat.doe@example.com")
                .contains("Corner Buyback", "(617) 555-0100", "owner@example.com")
                .contains("OneTouch Verio 50ct Sep 2027 Perfect 3 $15.00 $45.00", "Total $45.00")
                .contains(Attestation.TEXT, "Confirmed on Nov 21, 2026", "text of 2026-11-24")
                .contains("Nov 23, 2026 $20.00, Zelle, zelle-0815")
                .as("what it cost in all is nobody's business")
                .doesNotContain("49.50");
        assertThat(BillOfSale.of(paper()).pdf()).isEqualTo(pdf);
        assertThat(BillOfSale.of(paper()).name()).startsWith("bill-of-sale-2026-11-22-");
    }

    @Test
    void a_bill_of_sale_of_two_hundred_lines_has_them_all_and_adds_up() {
        List<QuoteLine> quoted = IntStream.rangeClosed(1, 200)
                .mapToObj(line -> new QuoteLine(
                        line,
                        facts.product(Facts.VERIO),
                        item(line),
                        Facts.EXPIRY,
                        Grade.PERFECT,
                        line,
                        usd("2.00"),
                        PriceTrace.BY_HAND))
                .toList();
        fixture.given(facts.signedUp(), facts.registered(pat, "Pat Doe"));
        fixture.given(facts.quoted(deal, pat, "2026-11-20", quoted.toArray(QuoteLine[]::new)), facts.accepted(deal));
        quoted.forEach(line -> fixture.given(new LineInspected(
                deal,
                pat,
                line.line(),
                List.of(new FoundBoxes(
                        FoundBoxes.number(line.line(), 0),
                        line.productId(),
                        line.item(),
                        line.expiry(),
                        line.grade(),
                        line.quantity(),
                        line.unitPrice(),
                        Outcome.STOCK,
                        null,
                        null)),
                null,
                day("2026-11-22"))));
        Money total = usd("2.00").times(200 * 201 / 2);
        fixture.given(new DealAgreed(
                deal,
                day("2026-11-22"),
                quoted.stream()
                        .map(line -> new ReceivedLine(
                                FoundBoxes.number(line.line(), 0),
                                line.productId(),
                                line.item(),
                                line.expiry(),
                                line.grade(),
                                line.quantity(),
                                line.total()))
                        .toList(),
                total,
                usd("0"),
                0));
        List<String> pages = PdfText.pages(BillOfSale.of(paper()).pdf());
        assertThat(pages.size()).isGreaterThan(4);
        String text = String.join(" ", pages);
        quoted.forEach(line -> assertThat(text)
                .containsOnlyOnce(item(line.line()) + " Sep 2027 Perfect " + line.quantity() + " $2.00 $"));
        assertThat(text).contains("Total $40,200.00");
        assertThat(pages.getLast()).contains("Page " + pages.size() + " of " + pages.size());
    }

    @Test
    void boxes_that_go_back_are_not_sold() {
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.inspected(
                        deal,
                        pat,
                        new FoundBoxes(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                2,
                                usd("15.00"),
                                Outcome.STOCK,
                                null,
                                null),
                        new FoundBoxes(
                                2,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                null,
                                1,
                                usd("0"),
                                Outcome.RETURN,
                                Difference.BROKEN_SEAL,
                                null)),
                facts.agreed(deal));
        assertThat(PdfText.all(BillOfSale.of(paper()).pdf()))
                .contains("Perfect 2 $15.00 $30.00")
                .doesNotContain("Sep 2027 1");
    }

    @Test
    void a_receipt_says_how_much_was_paid_and_what_is_still_owed() {
        PayoutRecorded paid = facts.paid(deal, pat, "20.00");
        fixture.given(
                facts.signedUp(),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.inspected(deal, pat),
                facts.agreed(deal),
                paid);
        byte[] pdf =
                PayoutReceipt.of(paper(), paper().deal().payouts().getFirst()).pdf();
        assertThat(PdfText.all(pdf))
                .contains("Paid on Nov 23, 2026", "Amount $20.00", "Paid by Zelle", "Reference zelle-0815")
                .contains("Pat Doe", "Corner Buyback", "OneTouch Verio 50ct ×3")
                .contains("Price $45.00", "Paid in all $20.00", "Still owed $25.00");
        assertThat(PayoutReceipt.of(paper(), paper().deal().payouts().getFirst())
                        .pdf())
                .isEqualTo(pdf);
    }

    @Test
    void whoever_was_forgotten_is_named_by_a_placeholder() {
        fixture.given(
                facts.registered(pat, Personal.ERASED, Personal.ERASED, "Google"),
                facts.quoted(deal, pat),
                facts.agreed(deal));
        assertThat(PdfText.all(BillOfSale.of(paper()).pdf()))
                .contains("[erased]")
                .doesNotContain("Pat");
    }

    private static String item(int line) {
        return "Strips no. " + line + " of many";
    }

    private DealPaper paper() {
        return store.paper(fixture.tenant(), deal.local(), "Seller", "Buyer").orElseThrow();
    }
}
