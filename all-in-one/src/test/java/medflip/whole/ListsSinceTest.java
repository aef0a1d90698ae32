package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists for other systems: whole or since a position, as CSV or NDJSON, by an API key. */
class ListsSinceTest {

    /** Lists whose rows are things of their own. */
    private static final List<String> LISTS =
            List.of("customers", "products", "buyers", "deals", "lots", "sales", "expenses", "mileage");

    private final RunningService service = RunningService.shared();
    private final Books books = Books.open(service);
    private final Browser owner = books.owner();

    /** What another system has of a list: rows by id, and the position to ask behind. */
    private static final class Copy {
        private final Map<String, JsonNode> rows = new TreeMap<>();
        private String position = "";

        /** Takes a whole answer, or what an answer says has changed; answers how many rows came. */
        int take(Answer answer) {
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/x-ndjson");
            position = answer.headers().firstValue("Medflip-Next-Position").orElseThrow();
            if (answer.headers().firstValue("Medflip-Whole").isPresent()) {
                rows.clear();
            }
            int taken = 0;
            for (JsonNode row :
                    answer.body().lines().map(Browser.JSON::readTree).toList()) {
                if (row.path("gone").asBoolean()) {
                    rows.remove(row.get("id").asString());
                } else {
                    rows.put(row.get("id").asString(), row);
                    taken++;
                }
            }
            return taken;
        }
    }

    private Answer ndjson(String list, String query) {
        return owner.get("/api/" + list + ".csv?format=ndjson" + query).expect(200);
    }

    private Map<String, Copy> copies() {
        Map<String, Copy> copies = new HashMap<>();
        for (String list : LISTS) {
            copies.computeIfAbsent(list, name -> new Copy()).take(ndjson(list, ""));
        }
        return copies;
    }

    /** After whatever was done, each copy that asks for what has changed is what a new copy would be. */
    private Map<String, Integer> follow(Map<String, Copy> copies) {
        Map<String, Integer> came = new HashMap<>();
        copies.forEach((list, copy) -> {
            // What a step sets going may arrive between the two answers: then the next ones agree.
            Copy whole = new Copy();
            Eventually.of(
                    () -> {
                        came.merge(list, copy.take(ndjson(list, "&since=" + copy.position)), Integer::sum);
                        whole.rows.clear();
                        whole.take(ndjson(list, ""));
                        return copy.rows;
                    },
                    rows -> rows.equals(whole.rows));
        });
        return came;
    }

    @Test
    void a_copy_that_asks_for_changes_alone_never_differs_from_the_list() {
        Map<String, Copy> copies = copies();
        // Others, so that not everything is touched by what follows.
        String other = owner.post("/api/customers", Map.of("name", "Ford Prefect"))
                .expect(201)
                .id();
        owner.post("/api/customers", Map.of("name", "Arthur Dent")).expect(201);
        assertThat(follow(copies).get("customers")).isEqualTo(2);

        // A name shows on deals and lots.
        Answer seen = owner.get("/api/customers/" + books.customer()).expect(200);
        owner.change("PUT", "/api/customers/" + books.customer(), Map.of("name", "Zaphodia Renamed"), seen.etag())
                .expect(200);
        Map<String, Integer> renamed = follow(copies);
        assertThat(renamed.get("customers")).isEqualTo(1);
        assertThat(renamed.get("deals")).isPositive();
        assertThat(renamed.get("lots")).isPositive();
        assertThat(renamed.get("expenses")).isZero();

        // A whole purchase, and its boxes' sale: profit shows on the deal, the lot, the person and the sale.
        String deal = owner.post("/api/deals", Books.quote(other)).expect(201).id();
        follow(copies);
        for (String step : List.of("receive", "inspect-rest-as-quoted", "agree")) {
            if (step.equals("receive")) {
                Books.step(owner, deal, "accept", Map.of("attests", true));
            }
            Books.step(owner, deal, step, Map.of());
            follow(copies);
        }
        String lot = Eventually.of(
                        () -> owner.get("/api/deals/" + deal)
                                .expect(200)
                                .json()
                                .get("lines")
                                .get(0)
                                .get("found")
                                .get(0),
                        line -> line.get("onHand").asInt() == 2)
                .get("lotId")
                .asString();
        Books.step(owner, deal, "payouts", Books.payout(2_000));
        follow(copies);
        String sale = "/api/sales/"
                + owner.post("/api/sales", Books.draft(lot, 1)).expect(201).id();
        for (String step : List.of("confirm", "ship", "invoice")) {
            Books.change(owner, sale, step, step.equals("ship") ? Map.of("tracking", "1Z999AA10123456784") : Map.of());
            follow(copies);
        }
        Books.change(owner, sale, "receipts", Map.of("amount", Books.usd(1_000), "method", "CHECK"));
        Books.change(owner, "/api/lots/" + lot, "write-offs", Map.of("quantity", 1, "reason", "DAMAGED"));
        follow(copies);

        // Two cards become one, and two again.
        owner.post("/api/customers/" + other + "/merge", Map.of("customerId", books.customer()))
                .expect(201);
        follow(copies);
        // Once all views are as far as the log, nothing comes any more.
        Eventually.of(() -> new HashSet<>(follow(copies).values()), Set.of(0)::equals);
    }

    @Test
    void what_falls_out_of_a_list_is_told_as_gone() {
        Copy open = new Copy();
        open.take(ndjson("deals", "&state=QUOTED"));
        assertThat(open.rows).containsKey(books.quotedDeal());
        Books.step(owner, books.quotedDeal(), "decline", Map.of("reason", "PRICE"));
        open.take(ndjson("deals", "&state=QUOTED&since=" + open.position));
        assertThat(open.rows).doesNotContainKey(books.quotedDeal());
    }

    @Test
    void a_report_comes_whole_if_anything_has_happened_and_empty_if_not() {
        Answer first = ndjson("reports/expenses-by-line", "");
        String position = first.headers().firstValue("Medflip-Next-Position").orElseThrow();
        assertThat(first.body().lines()).isNotEmpty();
        assertThat(ndjson("reports/expenses-by-line", "&since=" + position).body())
                .isEmpty();
        owner.post("/api/expenses", Books.expense(books.deal())).expect(201);
        assertThat(ndjson("reports/expenses-by-line", "&since=" + position)
                        .body()
                        .lines())
                .hasSameSizeAs(first.body().lines().toList());
    }

    @Test
    void a_key_that_may_export_gets_lists_in_the_form_it_asks_for_and_no_other_key_does() {
        Browser robot = ApiKeysTest.opened(owner, ApiKeysTest.make(owner, "EXPORT"));
        assertThat(robot.get("/api/deals.csv").expect(200).body()).startsWith("Date,");
        assertThat(robot.get("/api/deals.csv?format=csv").expect(200).body()).startsWith("Date,");
        assertThat(robot.get("/api/deals.csv?format=ndjson").expect(200).body()).startsWith("{");
        assertThat(robot.accepting("application/x-ndjson")
                        .get("/api/deals.csv")
                        .expect(200)
                        .body())
                .startsWith("{");
        assertThat(robot.get("/api/deals.csv?format=xml").status()).isEqualTo(406);
        assertThat(robot.get("/api/deals.csv?since=soon").status()).isEqualTo(400);
        Browser reader = ApiKeysTest.opened(owner, ApiKeysTest.make(owner, "READ"));
        assertThat(reader.get("/api/deals.csv?format=ndjson").status()).isEqualTo(403);
    }

    @Test
    void another_business_has_nothing_to_do_with_it() {
        Browser stranger = service.browser().signUp("Stranger " + UUID.randomUUID());
        assertThat(stranger.get("/api/deals.csv?format=ndjson&since=0")
                        .expect(200)
                        .body())
                .isEmpty();
    }
}
