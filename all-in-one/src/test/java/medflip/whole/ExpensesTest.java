package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;

/** Expenses and business miles over HTTP, from the receipt to the file for the tax adviser. */
class ExpensesTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Expenses");

    @Test
    void an_expense_is_recorded_with_its_receipt_corrected_voided_and_restored() {
        String receipt = upload(owner, "/api/files");
        String id = owner.post("/api/expenses", expense(Map.of("receiptId", receipt)))
                .expect(201)
                .id();
        String path = "/api/expenses/" + id;
        Answer seen = owner.get(path).expect(200);
        assertThat(seen.json().at("/receipt/id").asString()).isEqualTo(receipt);
        assertThat(seen.json().get("scheduleCLine").asString()).isEqualTo("22");

        owner.change("PUT", path, expense(Map.of("amount", Books.usd(999))), "\"0\"")
                .expect(200);
        owner.change("POST", path + "/void", Map.of("reason", "entered twice"), "\"0\"")
                .expect(412);
        owner.change("POST", path + "/void", Map.of("reason", "entered twice"), "\"1\"")
                .expect(200);
        assertThat(total("/api/expenses")).isZero();
        assertThat(total("/api/expenses?voided=true")).isEqualTo(1);
        owner.change("POST", path + "/restore", Map.of(), "\"2\"").expect(200);
        assertThat(owner.get("/api/expenses")
                        .expect(200)
                        .json()
                        .at("/items/0/amount/minor")
                        .asLong())
                .isEqualTo(999);
        assertThat(owner.get("/api/expenses.csv").expect(200).body())
                .startsWith("Date,Schedule C line,Category,Vendor,Amount,Currency,Paid by,Note")
                .contains(",22,Supplies,Uline,9.99,USD,CARD,");
    }

    @Test
    void a_receipt_must_be_there_and_be_the_businesss_own() {
        Browser stranger = service.browser().signUp("Stranger");
        String customer =
                owner.post("/api/customers", Map.of("name", "Pat")).expect(201).id();
        String ofPat = upload(owner, "/api/files?customerId=" + customer);
        assertThat(owner.post("/api/expenses", expense(Map.of("receiptId", ofPat)))
                        .expect(409)
                        .code())
                .isEqualTo("files.of-somebody-else");
        for (String other :
                List.of(upload(stranger, "/api/files"), UUID.randomUUID().toString())) {
            assertThat(owner.post("/api/expenses", expense(Map.of("receiptId", other)))
                            .expect(404)
                            .code())
                    .isEqualTo("request.not-found");
        }
    }

    @Test
    void what_an_expense_or_a_trip_is_for_must_be_there_and_be_the_businesss_own() {
        Books books = Books.open(service);
        Browser own = books.owner();
        own.post("/api/expenses", expense(Map.of("saleId", books.sale()))).expect(201);
        own.post("/api/expenses", expense(Map.of("dealId", books.deal()))).expect(201);
        own.post("/api/mileage", trip(Map.of("saleId", books.sale()))).expect(201);
        for (String foreign : List.of(books.sale(), UUID.randomUUID().toString())) {
            assertThat(owner.post("/api/expenses", expense(Map.of("saleId", foreign)))
                            .expect(404)
                            .code())
                    .isEqualTo("expenses.unknown-sale");
            assertThat(owner.post("/api/mileage", trip(Map.of("saleId", foreign)))
                            .expect(404)
                            .code())
                    .isEqualTo("expenses.unknown-sale");
            assertThat(owner.post("/api/expenses", expense(Map.of("dealId", foreign)))
                            .expect(404)
                            .code())
                    .isEqualTo("expenses.unknown-deal");
        }
        own.post("/api/expenses", expense(Map.of("dealId", books.deal(), "saleId", books.sale())))
                .expect(400);
        assertThat(own.get("/api/sales/" + books.sale() + "/timeline")
                        .expect(200)
                        .body())
                .contains("expenses.ExpenseRecorded", "expenses.MileageTripRecorded");
    }

    @Test
    void what_is_wrong_with_an_expense_is_said_all_at_once() {
        Answer refused = owner.post(
                        "/api/expenses",
                        Map.of(
                                "vendor",
                                " ",
                                "spentOn",
                                LocalDate.of(2999, 1, 1).toString()))
                .expect(400);
        assertThat(refused.json().get("errors").values().stream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("spentOn", "category", "vendor", "amount", "method");
        assertThat(owner.post("/api/expenses", expense(Map.of("amount", Books.usd(0))))
                        .expect(422)
                        .code())
                .isEqualTo("expenses.amount-not-positive");
    }

    @Test
    void a_trip_counts_by_the_rate_of_its_day_and_the_rates_are_there_to_read() {
        String id = owner.post(
                        "/api/mileage",
                        Map.of("drivenOn", "2025-03-01", "purpose", "post office", "tenthsOfMiles", 123))
                .expect(201)
                .id();
        assertThat(owner.get("/api/mileage/" + id)
                        .expect(200)
                        .json()
                        .at("/deduction/minor")
                        .asLong())
                .isEqualTo(861);
        assertThat(owner.post(
                                "/api/mileage",
                                Map.of("drivenOn", "2019-03-01", "purpose", "post office", "tenthsOfMiles", 123))
                        .expect(422)
                        .code())
                .isEqualTo("expenses.rate-unknown");
        assertThat(owner.get("/api/mileage/rates").expect(200).body())
                .contains("{\"from\":\"2025-01-01\",\"rate\":700,\"source\":\"Notice 2025-05\"}");
        assertThat(owner.get("/api/mileage.csv").expect(200).body())
                .contains("2025-03-01,post office,,,12.3,70.0,8.61,USD,false,");
    }

    private static Map<String, ?> expense(Map<String, ?> other) {
        Map<String, Object> body = new HashMap<>(
                Map.of("category", "SUPPLIES", "vendor", "Uline", "amount", Books.usd(1_000), "method", "CARD"));
        body.putAll(other);
        return body;
    }

    private static Map<String, ?> trip(Map<String, ?> other) {
        Map<String, Object> body =
                new HashMap<>(Map.of("drivenOn", "2025-03-01", "purpose", "pick-up", "tenthsOfMiles", 123));
        body.putAll(other);
        return body;
    }

    private static String upload(Browser browser, String path) {
        return browser.upload(path, "r.pdf", FilesTest.PDF, UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    private int total(String path) {
        return owner.get(path).expect(200).json().get("total").asInt();
    }
}
