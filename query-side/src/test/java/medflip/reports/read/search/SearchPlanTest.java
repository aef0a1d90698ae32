package medflip.reports.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a search costs where there are many people. A mistyped word takes some 450 looks into an index; a seldom one
 * looks at those who have it, and one that all have at the newest, never at all of them.
 */
@Isolated("It counts pages of the database, which others would keep from being cleaned up.")
class SearchPlanTest {

    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final UUID OTHER = Ids.next();

    @BeforeAll
    static void register() {
        ReadDatabase.service()
                .sql("""
                INSERT INTO search_word (tenant_id, kind, id, word)
                SELECT tenant, 'customer', md5(tenant::text || n)::uuid, 'name' || n % 5000
                FROM generate_series(1, 100000) n, (VALUES (:tenant), (:other)) AS t (tenant)
                """)
                .param("tenant", TENANT.value())
                .param("other", OTHER)
                .update();
        ReadDatabase.service()
                .sql("""
                INSERT INTO customer (tenant_id, id, name, registered_at, last_deal_on)
                SELECT tenant, md5(tenant::text || n)::uuid, 'name' || n % 5000, now(), date '2020-01-01' + n % 2000
                FROM generate_series(1, 100000) n, (VALUES (:tenant), (:other)) AS t (tenant)
                """)
                .param("tenant", TENANT.value())
                .param("other", OTHER)
                .update();
        ReadDatabase.service()
                .sql("""
                INSERT INTO search_part (tenant_id, kind, about_id, part_id, word)
                SELECT tenant, 'note', md5(tenant::text || n)::uuid, md5('note' || n)::uuid, word
                FROM generate_series(1, 100000) n, (VALUES (:tenant), (:other)) AS t (tenant),
                    unnest(ARRAY['everywhere', 'seldom' || n]) AS word
                """)
                .param("tenant", TENANT.value())
                .param("other", OTHER)
                .update();
        ReadDatabase.service().sql("""
                INSERT INTO deal (tenant_id, id, customer_id, state, dealt_on, items)
                SELECT :tenant, md5('deal' || n)::uuid, md5(CAST(:tenant AS text) || n)::uuid, 'PAID',
                       date '2020-01-01' + n % 2000, 'Verio'
                FROM generate_series(1, 40000) n
                """).param("tenant", TENANT.value()).update();
        ReadDatabase.vacuum("deal");
        ReadDatabase.vacuum("search_word");
        ReadDatabase.vacuum("search_part");
        ReadDatabase.vacuum("customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "everywhere",
                "seldom7",
                "everywhere seldom77",
                "name42 everywhere",
                "everywhere every",
                "name42 everyw"
            })
    void few_people_are_looked_at_however_many_have_the_words(String text) {
        requireFewRows(ReadDatabase.tenants().read(TENANT, queries -> SearchStore.planOfPeople(queries, text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name42", "name42 name41", "name4", "name421 name42", "name4 name42", "name4 name", "none"})
    void few_deals_are_looked_at_however_many_people_have_the_words(String text) {
        requireFewRows(ReadDatabase.tenants().read(TENANT, queries -> SearchStore.planOfDeals(queries, text)));
    }

    private static void requireFewRows(List<String> plan) {
        String told = String.join("\n", plan);
        assertThat(told).doesNotContain("Seq Scan");
        Matcher rows = Pattern.compile("rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)").matcher(told);
        assertThat(rows.results().mapToLong(row -> Long.parseLong(row.group(1)) * Long.parseLong(row.group(2))))
                .as(told)
                .allMatch(each -> each <= 20_001);
        Matcher pages =
                Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?").matcher(told);
        assertThat(pages.results().mapToLong(page -> Long.parseLong(page.group(1))))
                .as(told)
                .allMatch(each -> each <= 30_000);
    }

    @Test
    void each_word_that_it_could_be_is_looked_up_in_the_index() {
        List<String> plan = ReadDatabase.tenants()
                .read(
                        TENANT,
                        queries -> SearchStore.near(queries, "EXPLAIN ", List.of("anderson", "michaels"))
                                .query(String.class)
                                .list());
        assertThat(String.join("\n", plan))
                .contains("Index Only Scan using search_word_tenant_id_word_kind_id_idx")
                .containsPattern("Index Cond: .*tenant_id = .*word >= .*word < ")
                .doesNotContain("Seq Scan");
    }
}
