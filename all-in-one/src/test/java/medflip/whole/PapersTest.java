package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import medflip.platform.document.PdfText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Papers over HTTP: printed by who may see what they say, once that is settled, and kept nowhere on the way. */
class PapersTest {

    private final Books books = Books.open(RunningService.shared());

    @Test
    void a_bill_of_sale_a_receipt_and_an_invoice_can_be_printed() {
        String deal = "/api/deals/" + books.deal();
        HttpResponse<byte[]> bill = printed(deal + "/bill-of-sale.pdf");
        assertThat(bill.headers().map())
                .containsEntry("content-type", java.util.List.of("application/pdf"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"));
        assertThat(bill.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(bill.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("inline; filename=\"bill-of-sale-\\d{4}-\\d\\d-\\d\\d-[0-9A-F]{8}\\.pdf\"");
        assertThat(PdfText.all(bill.body()))
                .contains(Books.NAME, Books.STREET, Books.BUSINESS, "OneTouch Verio 50ct", "Total $30.00");

        String payout = owner(deal).get("payouts").get(0).get("payoutId").asString();
        assertThat(PdfText.all(
                        printed(deal + "/payouts/" + payout + "/receipt.pdf").body()))
                .contains(Books.NAME, Books.REFERENCE, "Amount $20.00", "Still owed $10.00");

        String sale =
                owner("/api/sales?owed=true").get("items").get(0).get("id").asString();
        Eventually.of(() -> owner("/api/sales/" + sale).path("invoiceNumber").asInt(), number -> number > 0);
        HttpResponse<byte[]> invoice = printed("/api/sales/" + sale + "/invoice.pdf");
        assertThat(invoice.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("inline; filename=\"invoice-1.pdf\"");
        assertThat(PdfText.all(invoice.body()))
                .contains(Books.BUYER, "1Z999AA10123456784", "Total $25.00", "Amount due $15.00");
    }

    @Test
    void what_is_not_settled_yet_cannot_be_printed() {
        assertThat(books.owner()
                        .get("/api/deals/" + books.quotedDeal() + "/bill-of-sale.pdf")
                        .expect(409)
                        .code())
                .isEqualTo("documents.not-yet");
        assertThat(books.owner()
                        .get("/api/sales/" + books.sale() + "/invoice.pdf")
                        .expect(409)
                        .code())
                .isEqualTo("documents.not-yet");
        Books.step(
                books.owner(),
                books.deal(),
                "payouts/plan",
                Map.of("amount", Books.usd(1), "method", "CASH", "plannedFor", "2099-01-01"));
        JsonNode planned = owner("/api/deals/" + books.deal())
                .get("payouts")
                .valueStream()
                .filter(payout -> payout.get("state").asString().equals("PLANNED"))
                .findFirst()
                .orElseThrow();
        assertThat(books.owner()
                        .get("/api/deals/" + books.deal() + "/payouts/"
                                + planned.get("payoutId").asString() + "/receipt.pdf")
                        .expect(409)
                        .code())
                .isEqualTo("documents.not-yet");
    }

    @Test
    void nobody_prints_the_papers_of_another_business_nor_without_signing_in() {
        Browser stranger = RunningService.shared().browser().signUp("Papers");
        String bill = "/api/deals/" + books.deal() + "/bill-of-sale.pdf";
        assertThat(stranger.download(bill).statusCode()).isEqualTo(404);
        assertThat(RunningService.shared().browser().download(bill).statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<byte[]> printed(String path) {
        HttpResponse<byte[]> answer = books.owner().download(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private JsonNode owner(String path) {
        return books.owner().get(path).expect(200).json();
    }
}
