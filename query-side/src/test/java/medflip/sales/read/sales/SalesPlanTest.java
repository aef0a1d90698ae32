package medflip.sales.read.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.web.Filter;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the list of sales costs where there are many: 30,000 sales of 90,000 lots, of which none need be looked at. */
@Isolated("It counts pages of the database, which others would keep from being cleaned up.")
class SalesPlanTest {

    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final int PAGE = 50;

    @BeforeAll
    static void sell() {
        ReadDatabase.service().sql("""
                INSERT INTO sale (tenant_id, id, buyer, search, state, dated_on, shipped_on, boxes, currency, price,
                                  version, items, item_words)
                SELECT :tenant, md5('sale ' || n)::uuid, 'Buyer ' || n % 40, 'buyer ' || n % 40, 'CLOSED',
                       DATE '2020-01-01' + n % 2000, DATE '2020-01-01' + n % 2000, 3, 'USD', 5000, 0,
                       ARRAY['Strips ' || n % 300], ARRAY['strips ' || n % 300]
                FROM generate_series(1, 30000) n
                """).param("tenant", TENANT.value()).update();
        ReadDatabase.service().sql("""
                INSERT INTO lot (tenant_id, id, deal_id, root_id, product_id, item, search, expiry, grade, stocked,
                                 on_hand, currency, landed_cost, cost_on_hand, stocked_on, version)
                SELECT :tenant, md5('lot ' || n)::uuid, md5('deal ' || n)::uuid, md5('lot ' || n)::uuid,
                       md5('product ' || n % 300)::uuid, 'Strips ' || n % 300, 'strips ' || n % 300, DATE '2027-01-01',
                       'PERFECT', 1, 0, 'USD', 1000, 0, DATE '2020-01-01', 0
                FROM generate_series(1, 90000) n
                """).param("tenant", TENANT.value()).update();
        ReadDatabase.service().sql("""
                INSERT INTO sale_line (tenant_id, sale_id, lot_id, line, quantity, currency, price)
                SELECT :tenant, md5('sale ' || (n % 30000 + 1))::uuid, md5('lot ' || n)::uuid, n / 30000 + 1, 1, 'USD',
                       1000
                FROM generate_series(1, 90000) n
                """).param("tenant", TENANT.value()).update();
        ReadDatabase.vacuum("sale", "lot", "sale_line");
    }

    @Test
    void the_first_page_reads_its_own_rows_by_the_index() {
        JsonNode plan = plan(new FindSales(null, null, null, null, null, null, null, null));
        assertThat(nodes(plan, "Index Name")).contains("sale_tenant_id_dated_on_id_idx");
        assertThat(nodes(plan, "Relation Name")).doesNotContain("lot");
        assertThat(plan.get("Shared Hit Blocks").asInt()
                        + plan.get("Shared Read Blocks").asInt())
                .isLessThan(4 * PAGE);
    }

    @Test
    void a_search_by_item_asks_no_lot_of_a_sale_that_has_shipped() {
        JsonNode plan = plan(new FindSales("strips", null, null, null, null, null, null, null));
        assertThat(plan.get("Actual Rows").asInt()).isEqualTo(PAGE);
        assertThat(nodes(plan, "Relation Name")).doesNotContain("lot", "sale_line");
    }

    @Test
    void what_a_sale_is_about_is_found_by_its_words() {
        long found = ReadDatabase.tenants().read(TENANT, queries -> {
            Filter filter = SalesStore.filter(new FindSales("strips 299", null, null, null, null, null, null, null));
            return filter.query(queries, "SELECT count(*) FROM " + SalesStore.FROM + filter.sql())
                    .query(Long.class)
                    .single();
        });
        assertThat(found).isEqualTo(100);
    }

    private static JsonNode plan(FindSales question) {
        Filter filter = SalesStore.filter(question);
        String plan = ReadDatabase.tenants()
                .read(
                        TENANT,
                        queries -> filter.query(
                                        queries,
                                        "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT " + SalesStore.COLUMNS
                                                + " FROM " + SalesStore.FROM + filter.sql()
                                                + " ORDER BY s.dated_on DESC NULLS LAST, s.id DESC LIMIT " + PAGE)
                                .query(String.class)
                                .single());
        return JsonMapper.shared().readTree(plan).get(0).get("Plan");
    }

    /** What stands under a name in the nodes that were run. */
    private static List<String> nodes(JsonNode plan, String name) {
        List<String> names = new ArrayList<>();
        if (plan.get("Actual Loops").asInt() > 0) {
            Stream.ofNullable(plan.get(name)).map(JsonNode::asString).forEach(names::add);
            if (plan.has("Plans")) {
                plan.get("Plans").forEach(child -> names.addAll(nodes(child, name)));
            }
        }
        return names;
    }
}
