package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every list over HTTP: its pages, its sorts, and its file. */
class ListsOverHttpTest {

    private static final TenantId TENANT = Views.filled(ListsOverHttpTest::nothingTakenBack, 4711);
    private static final QuerySide OWNER = QuerySide.of(TENANT);

    /** Sales, boxes and purchases go together when an import is undone, but each for itself in the story. */
    private static List<DomainEvent> nothingTakenBack(TenantId tenant, long seed) {
        return Story.of(tenant, seed).stream()
                .filter(event -> !(event instanceof SaleTakenBack
                        || event instanceof LotTakenBack
                        || event instanceof PastDealTakenBack))
                .toList();
    }

    @BeforeAll
    static void the_business_has_something_of_everything() {
        for (String list : List.of("customers", "products", "buyers", "deals", "lots", "sales", "payouts")) {
            assertThat(OWNER.json("/api/" + list).get("total").asInt()).as(list).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "customers, name, name, id",
        "customers, lastDealOn, lastDealOn, id",
        "customers, deals, deals, id",
        "customers, paid, paid.minor, id",
        "customers, profit, profit.minor, id",
        "customers, registeredAt, registeredAt, id",
        "products, name, name, id",
        "products, category, category, id",
        "products, count, count, id",
        "buyers, name, name, id",
        "buyers, minimumMonths, minimumMonths, id",
        "deals, date, date, id",
        "deals, customerName, customerName, id",
        "deals, state, state, id",
        "deals, quoted, quoted.minor, id",
        "deals, profit, profit.minor, id",
        "lots, expiry, expiry, id",
        "lots, item, item, id",
        "lots, stockedOn, stockedOn, id",
        "lots, onHand, onHand, id",
        "lots, costOnHand, costOnHand.minor, id",
        "sales, date, date, id",
        "sales, buyer, buyer, id",
        "sales, state, state, id",
        "sales, proceeds, proceeds.minor, id",
        "sales, profit, profit.minor, id",
        "sales, dueOn, dueOn, id",
        "payouts, date, date, id",
        "payouts, stage, stage, id",
        "payouts, amount, amount.minor, id"
    })
    void a_sort_orders_the_whole_list_both_ways_and_pages_cut_it_without_loss(
            String list, String sort, String field, String id) {
        List<JsonNode> up = pages(list, sort);
        List<JsonNode> down = pages(list, "-" + sort);
        assertThat(keys(up, field)).isSortedAccordingTo(ListsOverHttpTest::compared);
        assertThat(keys(down, field))
                .isSortedAccordingTo(Comparator.comparing(Function.<String>identity(), ListsOverHttpTest::compared)
                        .reversed());
        assertThat(new HashSet<>(keys(up, id))).hasSize(up.size()).isEqualTo(new HashSet<>(keys(down, id)));
        assertThat(keys(down, id))
                .as("the reverse, ties too")
                .isEqualTo(keys(up, id).reversed());
    }

    @Test
    void a_page_says_how_long_the_list_is() {
        JsonNode page = OWNER.json("/api/deals?page=1&size=7");
        assertThat(page.get("page").asInt()).isEqualTo(1);
        assertThat(page.get("size").asInt()).isEqualTo(7);
        assertThat(page.get("items").size()).isEqualTo(7);
        assertThat(page.get("total").asInt()).isEqualTo(60);
        JsonNode beyond = OWNER.json("/api/deals?page=1000&size=200");
        assertThat(beyond.get("items").isEmpty()).isTrue();
        assertThat(beyond.get("total").asInt()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=colour",
                "sort=-colour",
                "sort=d.state;drop",
                "page=-1",
                "page=x",
                "size=0",
                "size=201",
                "state=VANISHED",
                "from=yesterday",
                "customerId=7",
                "imported=perhaps"
            })
    void what_can_not_be_asked_is_refused(String query) {
        HttpResponse<String> answer = OWNER.get("/api/deals?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("request.invalid");
    }

    @Test
    void a_refused_export_is_a_problem_and_no_file() {
        HttpResponse<String> answer = OWNER.get("/api/deals.csv?sort=colour");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "customers, name, Name, name, Id, id, Profit, profit",
        "deals, -profit, Items, items, Id, id, Profit, profit",
        "lots, expiry, Item, item, Id, id, Cost on hand, costOnHand",
        "sales, -date, Buyer, buyer, Id, id, Owed, owed"
    })
    void a_file_holds_exactly_what_the_screen_shows(
            String list,
            String sort,
            String textColumn,
            String textField,
            String idColumn,
            String idField,
            String moneyColumn,
            String moneyField) {
        List<JsonNode> shown = pages(list, sort);
        HttpResponse<String> file = OWNER.get("/api/" + list + ".csv?sort=" + sort);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".csv");
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(file.body()).stream().toList();
        assertThat(lines).hasSameSizeAs(shown);
        for (int i = 0; i < lines.size(); i++) {
            NamedCsvRecord line = lines.get(i);
            assertThat(line.getField(idColumn))
                    .isEqualTo(shown.get(i).get(idField).asString());
            assertThat(line.getField(textColumn))
                    .isEqualTo(shown.get(i).get(textField).asString());
            assertThat(line.getField(moneyColumn).replace(".", "").replaceFirst("^(-?)0+(?=\\d)", "$1"))
                    .isEqualTo(shown.get(i).get(moneyField).get("minor").asString());
            assertThat(line.getField("Currency")).isEqualTo("USD");
        }
    }

    @Test
    void a_file_is_filtered_like_the_screen() {
        long shown = OWNER.json("/api/deals?state=DECLINED").get("total").asLong();
        assertThat(shown).isPositive();
        assertThat(OWNER.get("/api/deals.csv?state=DECLINED").body().lines()).hasSize((int) shown + 1);
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_made_harmless_and_numbers_stay_numbers() {
        TenantId tenant = Views.filled(
                (business, seed) -> {
                    Facts facts = new Facts(business);
                    CustomerId customer = facts.newCustomer();
                    var deal = facts.newDeal();
                    return List.of(
                            facts.signedUp(),
                            new CustomerRegistered(
                                    customer,
                                    new PersonName("=HYPERLINK(\"http://x\"), \"Inc\""),
                                    List.of(new PhoneNumber("+16175550155")),
                                    List.of(new EmailAddress("@sum.example.com")),
                                    null,
                                    "-1+1",
                                    null,
                                    null),
                            facts.pastDeal(deal, customer),
                            facts.sold(deal, 1, "1.00", "16.50"));
                },
                1);
        String file = QuerySide.of(tenant).get("/api/customers.csv").body();
        assertThat(file)
                .contains("\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\"), \"\"Inc\"\"\",+16175550155,'@sum.example.com,'-1+1,")
                .contains(",1,2,40.00,1.00,-15.50,USD,2026-01-05,");
    }

    @Test
    void profit_by_month_is_the_same_as_a_file() {
        JsonNode report = OWNER.json("/api/reports/profit-by-month");
        List<NamedCsvRecord> lines =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                OWNER.get("/api/reports/profit-by-month.csv").body())
                        .stream()
                        .toList();
        assertThat(lines).hasSize(report.get("rows").size()).isNotEmpty();
        long total = 0;
        for (NamedCsvRecord line : lines) {
            total += Long.parseLong(line.getField("Profit").replace(".", ""));
        }
        assertThat(total).isEqualTo(report.at("/total/cells/7").asLong());
    }

    @Test
    void sums_agree_whichever_view_tells_them() {
        long customers = sum("customers", "profit") + archived();
        long deals = sum("deals", "profit");
        // What paying cost beyond its estimate may be known after the boxes are sold: their deal bears it, no sale
        // does.
        assertThat(customers).isEqualTo(deals).isEqualTo(sum("sales", "profit") - feeDifferences());
    }

    @Test
    void a_detail_carries_its_version_and_absent_values_are_left_out() {
        String id = OWNER.json("/api/deals?imported=true")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        HttpResponse<String> answer = OWNER.get("/api/deals/" + id);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(answer.body())
                .contains("\"version\":0")
                .doesNotContain("null")
                .doesNotContain("item\":{");
        assertThat(OWNER.get("/api/deals/" + id, "If-None-Match", "\"0\"").statusCode())
                .as("sums may have changed under the same version")
                .isEqualTo(200);
        assertThat(OWNER.get("/api/deals").headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void the_rest_of_the_api_answers() {
        assertThat(OWNER.json("/api/session").get("business").get("currency").asString())
                .isEqualTo("USD");
        assertThat(OWNER.json("/api/today").get("counts").has("payoutsDue")).isTrue();
        assertThat(OWNER.json("/api/search?q=person").size()).isPositive();
        assertThat(OWNER.json("/api/products?search=verio").get("total").asInt())
                .isPositive();
        assertThat(OWNER.json("/api/sales/buyers").size()).isEqualTo(2);
        assertThat(OWNER.json("/api/customers/lead-sources").get(0).asString()).isEqualTo("Google Ads");
    }

    private static long archived() {
        return pages(OWNER, "customers", "&archived=true").stream()
                .mapToLong(item -> item.get("profit").get("minor").asLong())
                .sum();
    }

    private static long feeDifferences() {
        return pages(OWNER, "deals", "").stream()
                .map(deal -> OWNER.json("/api/deals/" + deal.get("id").asString()))
                .mapToLong(deal -> deal.at("/feeDifference/minor").asLong())
                .sum();
    }

    private static long sum(String list, String field) {
        return pages(OWNER, list, "").stream()
                .mapToLong(item -> item.path(field).path("minor").asLong(0))
                .sum();
    }

    private static List<JsonNode> pages(String list, String sort) {
        return pages(OWNER, list, "&sort=" + sort);
    }

    static List<JsonNode> pages(QuerySide business, String list, String query) {
        List<JsonNode> items = new ArrayList<>();
        for (int page = 0; ; page++) {
            JsonNode answer = business.json("/api/" + list + "?size=7&page=" + page + query);
            answer.get("items").forEach(items::add);
            if (answer.get("items").size() < 7) {
                assertThat(items).hasSize(answer.get("total").asInt());
                return items;
            }
        }
    }

    private static List<String> keys(List<JsonNode> items, String field) {
        return items.stream()
                .map(item -> Stream.of(field.split("\\."))
                        .reduce(item, (node, name) -> node.path(name), (a, b) -> b)
                        .asString(""))
                .toList();
    }

    /** Numbers by their value, texts without case; an absent one first. */
    private static int compared(String a, String b) {
        return a.matches("-?\\d+") && b.matches("-?\\d+")
                ? Long.compare(Long.parseLong(a), Long.parseLong(b))
                : a.compareToIgnoreCase(b);
    }
}
