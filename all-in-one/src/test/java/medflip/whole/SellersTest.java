package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sales over HTTP: never more than is there, however many sell at once, and every cent where it belongs. */
class SellersTest {

    private static final int SELLERS = 32;
    private static final int BOXES = 10;

    private final Browser owner = RunningService.shared().browser().signUp("Sellers");

    @Test
    void thirty_two_sellers_of_the_last_ten_boxes_sell_exactly_ten() throws Exception {
        String lot = stock(BOXES);
        List<String> drafts =
                Stream.generate(() -> draft(lot, 1)).limit(SELLERS).toList();
        List<Answer> confirmed = atOnce(drafts.stream()
                .<Callable<Answer>>map(sale -> () -> step(sale, "confirm", Map.of()))
                .toList());
        List<Answer> granted =
                confirmed.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(granted).hasSize(BOXES);
        assertThat(confirmed)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(SELLERS - BOXES)
                .allSatisfy(refused -> assertThat(refused.expect(409).code()).isEqualTo("inventory.not-enough-boxes"));

        List<Answer> shipped = atOnce(granted.stream()
                .<Callable<Answer>>map(sale -> () -> step(sale.id(), "ship", Map.of("tracking", "1Z999")))
                .toList());
        assertThat(shipped).extracting(Answer::status).containsOnly(200);
        JsonNode left = Eventually.of(
                () -> owner.get("/api/lots/" + lot).expect(200).json(),
                json -> json.get("onHand").asInt() == 0 && json.get("sales").size() == BOXES);
        assertThat(left.get("sold").asInt()).isEqualTo(BOXES);
        assertThat(left.get("setAside").asInt()).isZero();
        assertThat(left.get("costOnHand").get("minor").asLong()).isZero();
        assertThat(sum(left.get("sales"), "landedCost"))
                .isEqualTo(left.get("landedCost").get("minor").asLong());
    }

    @Test
    void thirty_two_sellers_over_the_counter_sell_no_more_than_ten() throws Exception {
        String lot = stock(BOXES);
        Callable<Answer> sell = () -> {
            for (int attempt = 0; ; attempt++) {
                String seen = owner.get("/api/lots/" + lot).expect(200).etag();
                Answer answer = owner.change(
                        "POST",
                        "/api/lots/" + lot + "/sales",
                        Map.of("buyer", Books.BUYER, "quantity", 1, "proceeds", Books.usd(2_500)),
                        seen);
                if (answer.status() != 412 || attempt == 200) {
                    return answer;
                }
            }
        };
        List<Answer> answers = atOnce(Collections.nCopies(SELLERS, sell));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(BOXES);
        assertThat(owner.get("/api/lots/" + lot).json().get("onHand").asInt()).isZero();
    }

    @Test
    void a_sale_of_two_lots_takes_from_both_or_from_none() {
        String first = stock(2);
        String second = stock(2);
        String sale = draft(first, 2, second, 3);
        assertThat(step(sale, "confirm", Map.of()).expect(409).code()).isEqualTo("inventory.not-enough-boxes");
        for (String lot : List.of(first, second)) {
            Eventually.of(
                    () -> owner.get("/api/lots/" + lot).json().get("setAside").asInt(), aside -> aside == 0);
        }
        owner.change("PUT", "/api/sales/" + sale, body(first, 2, second, 2), etag(sale))
                .expect(200);
        step(sale, "confirm", Map.of()).expect(200);
        assertThat(owner.get("/api/lots/" + second).json().get("setAside").asInt())
                .isEqualTo(2);
        step(sale, "cancel", Map.of()).expect(200);
        Eventually.of(
                () -> owner.get("/api/lots/" + second).json().get("setAside").asInt(), free -> free == 0);
    }

    @Test
    void a_lot_that_was_put_on_hold_stops_the_parcel() {
        String lot = stock(1);
        String sale = draft(lot, 1);
        step(sale, "confirm", Map.of()).expect(200);
        lotStep(lot, "hold", Map.of("reason", "RECALL"));
        assertThat(step(sale, "ship", Map.of()).expect(409).code()).isEqualTo("inventory.on-hold");
        lotStep(lot, "release", Map.of());
        step(sale, "ship", Map.of()).expect(200);
    }

    @Test
    void a_sale_goes_from_the_draft_to_the_last_cent() {
        String lot = stock(3);
        String sale = draft(lot, 3);
        step(sale, "offer", Map.of()).expect(200);
        step(sale, "confirm", Map.of()).expect(200);
        step(sale, "pack", Map.of()).expect(200);
        step(sale, "ship", Map.of("carrier", "UPS", "tracking", "1Z999")).expect(200);
        step(sale, "deliver", Map.of()).expect(200);
        Eventually.of(() -> owner.get("/api/lots/" + lot).json().get("sold").asInt(), sold -> sold == 3);
        step(
                        sale,
                        "inspect",
                        Map.of("lines", List.of(Map.of("lotId", lot, "rejected", 1, "deducted", Books.usd(3_000)))))
                .expect(200);
        step(sale, "invoice", Map.of()).expect(200);
        assertThat(Eventually.of(() -> owner.get("/api/sales/" + sale).json(), json -> json.has("invoiceNumber"))
                        .get("invoiceNumber")
                        .asInt())
                .isEqualTo(1);
        step(sale, "receipts", Map.of("amount", Books.usd(1_000), "method", "CHECK"))
                .expect(200);
        assertThat(step(sale, "receipts", Map.of("amount", Books.usd(3_501), "method", "CHECK"))
                        .expect(409)
                        .code())
                .isEqualTo("sales.receipt-above-owed");
        assertThat(owner.get("/api/receivables")
                        .expect(200)
                        .json()
                        .get("total")
                        .get("minor")
                        .asLong())
                .isEqualTo(3_500);
        step(sale, "receipts", Map.of("amount", Books.usd(3_500), "method", "BANK_TRANSFER"))
                .expect(200);
        step(sale, "close", Map.of()).expect(200);
        JsonNode closed = Eventually.of(
                () -> owner.get("/api/lots/" + lot).json(),
                json -> json.get("onHand").asInt() == 1);
        assertThat(closed.get("sold").asInt()).isEqualTo(2);
        JsonNode read = owner.get("/api/sales/" + sale).expect(200).json();
        assertThat(read.get("state").asString()).isEqualTo("CLOSED");
        assertThat(read.get("proceeds").get("minor").asLong()).isEqualTo(4_500);
        assertThat(read.get("profit").get("minor").asLong())
                .isEqualTo(4_500 - closed.get("landedCost").get("minor").asLong() * 2 / 3);
        assertThat(owner.get("/api/sales/" + sale + "/timeline")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void what_one_part_of_a_lot_becomes_comes_back_when_the_split_is_undone() {
        String lot = stock(3);
        String part = java.util.UUID.randomUUID().toString();
        lotStep(lot, "split", Map.of("partId", part, "quantity", 1, "grade", "SLIGHT_DAMAGE", "location", "Shelf A3"));
        Eventually.of(() -> owner.get("/api/lots/" + part).status(), status -> status == 200);
        assertThat(owner.get("/api/lots/" + lot).json().get("onHand").asInt()).isEqualTo(2);
        lotStep(part, "rejoin", Map.of());
        JsonNode whole = Eventually.of(
                () -> owner.get("/api/lots/" + lot).json(),
                json -> json.get("onHand").asInt() == 3);
        assertThat(whole.get("costOnHand")).isEqualTo(whole.get("landedCost"));
        assertThat(owner.get("/api/reports/inventory-value")
                        .expect(200)
                        .json()
                        .get("boxes")
                        .asInt())
                .isEqualTo(3);
    }

    /** Boxes that cost $15.00 each and came on the shelf. */
    private String stock(int boxes) {
        String customer = owner.post("/api/customers", Map.of("name", "Trillian"))
                .expect(201)
                .id();
        Map<String, Object> quote = new java.util.HashMap<>(Books.quote(customer));
        quote.put(
                "lines",
                List.of(Map.of(
                        "item", "OneTouch Verio 50ct",
                        "expiry", "2027-09",
                        "grade", "PERFECT",
                        "quantity", boxes,
                        "unitPrice", Books.usd(1_500))));
        String deal = owner.post("/api/deals", quote).expect(201).id();
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(owner, deal, "inspect-rest-as-quoted", Map.of());
        Books.step(owner, deal, "agree", Map.of());
        return Eventually.of(
                        () -> owner.get("/api/deals/" + deal)
                                .expect(200)
                                .json()
                                .get("lines")
                                .get(0)
                                .get("found")
                                .get(0),
                        line -> line.get("onHand").asInt() == boxes)
                .get("lotId")
                .asString();
    }

    private String draft(String lot, int quantity) {
        return owner.post("/api/sales", Books.draft(lot, quantity)).expect(201).id();
    }

    private String draft(String lot, int quantity, String other, int more) {
        return owner.post("/api/sales", body(lot, quantity, other, more))
                .expect(201)
                .id();
    }

    private static Map<String, ?> body(String lot, int quantity, String other, int more) {
        return Map.of(
                "buyer",
                Books.BUYER,
                "lines",
                List.of(
                        Map.of("lotId", lot, "quantity", quantity, "price", Books.usd(5_000)),
                        Map.of("lotId", other, "quantity", more, "price", Books.usd(7_500))));
    }

    private Answer step(String sale, String step, Map<String, ?> body) {
        return owner.change("POST", "/api/sales/" + sale + "/" + step, body, etag(sale));
    }

    private String etag(String sale) {
        return owner.get("/api/sales/" + sale).expect(200).etag();
    }

    private void lotStep(String lot, String step, Map<String, ?> body) {
        String seen = owner.get("/api/lots/" + lot).expect(200).etag();
        owner.change("POST", "/api/lots/" + lot + "/" + step, body, seen).expect(200);
    }

    private static long sum(JsonNode items, String field) {
        long sum = 0;
        for (JsonNode item : items) {
            sum += item.get(field).get("minor").asLong();
        }
        return sum;
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }
}
