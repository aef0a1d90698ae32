package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Policy promise P5, on the query side: no business sees a row of another, with all layers and with the application's
 * own filter taken away, where row-level security alone must hold.
 */
@Isolated("It takes a layer away from what all ask.")
class IsolationTest {

    private static final TenantId TENANT = Views.filled(Story::of, 4711);
    private static final TenantId OTHER = Views.filled(Story::of, 4712);
    private static final QuerySide OWNER = QuerySide.of(TENANT);

    private static Stream<DynamicTest> withEachLayerAlone(Runnable test) {
        return Stream.of(
                DynamicTest.dynamicTest("all layers", test::run),
                DynamicTest.dynamicTest("row-level security alone", () -> QuerySide.with(qualifier -> "true", test)));
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_id_is_answered_like_one_that_never_was() {
        return withEachLayerAlone(IsolationTest::foreignIdsAreAsGoodAsNone);
    }

    private static void foreignIdsAreAsGoodAsNone() {
        String random = UUID.randomUUID().toString();
        for (String list : List.of("customers", "products", "deals", "lots", "sales")) {
            String foreign = QuerySide.of(OTHER)
                    .json("/api/" + list)
                    .get("items")
                    .get(0)
                    .get("id")
                    .asString();
            for (String tail : List.of("", "/timeline")) {
                HttpResponse<String> answer = OWNER.get("/api/" + list + "/" + foreign + tail);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body().replace(foreign, random))
                        .contains("request.not-found")
                        .isEqualTo(
                                OWNER.get("/api/" + list + "/" + random + tail).body());
                assertThat(QuerySide.of(OTHER)
                                .get("/api/" + list + "/" + foreign + tail)
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> no_list_or_file_shows_a_row_of_another_business() {
        return withEachLayerAlone(IsolationTest::listsShowNothingForeign);
    }

    private static void listsShowNothingForeign() {
        Set<String> foreign = new HashSet<>();
        for (String list : List.of("customers", "products", "buyers", "deals", "lots", "sales", "payouts")) {
            ListsOverHttpTest.pages(QuerySide.of(OTHER), list, "")
                    .forEach(item -> foreign.add(item.get("id").asString()));
        }
        for (String path : List.of(
                "/api/customers?size=200",
                "/api/customers.csv",
                "/api/products?size=200",
                "/api/products.csv",
                "/api/products/categories",
                "/api/buyers?size=200",
                "/api/buyers.csv",
                "/api/tier-drops",
                "/api/deals?size=200",
                "/api/deals.csv",
                "/api/deals/board",
                "/api/deal-rules",
                "/api/reports/compliance-log",
                "/api/reports/compliance-log.csv",
                "/api/lots?size=200&onHand=false",
                "/api/lots.csv?onHand=false",
                "/api/sales?size=200",
                "/api/sales.csv",
                "/api/sale-candidates?size=200",
                "/api/payouts?size=200",
                "/api/payouts.csv",
                "/api/search?q=person",
                "/api/today")) {
            String body = OWNER.get(path).body();
            assertThat(foreign.stream().filter(body::contains)).as(path).isEmpty();
        }
    }
}
