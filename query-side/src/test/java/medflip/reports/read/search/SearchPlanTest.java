package medflip.reports.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a mistyped word costs where there are many people: some 450 looks into an index, whoever else is there. */
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
        ReadDatabase.vacuum("search_word");
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
