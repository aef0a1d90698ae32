package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.web.Reads;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What the API says of itself, from which the browser's client is generated. */
class ApiDescriptionTest {

    private static final JsonNode API = QuerySide.of(new TenantId(Ids.next())).json("/v3/api-docs");

    @Test
    void every_operation_has_a_name_of_its_own_and_belongs_to_a_domain() {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : API.get("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                names.add(operation.get("operationId").asString());
                assertThat(operation.get("tags").size()).as(path.getKey()).isEqualTo(1);
                assertThat(operation.get("tags").get(0).asString())
                        .as(path.getKey())
                        .matches("accounts|audit|billing|catalog|customers|deals|expenses|imports|inventory|messaging"
                                + "|operations|platform|privacy|reports|sales");
            }
        }
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(20).noneMatch(name -> name.contains("_"));
    }

    @Test
    void who_calls_is_never_a_parameter() {
        for (Map.Entry<String, JsonNode> path : API.get("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                for (JsonNode parameter : operation.path("parameters")) {
                    assertThat(parameter.get("name").asString())
                            .isNotIn("caller", "tenant", "actor", "question", "page.page");
                }
            }
        }
    }

    @Test
    void lists_name_their_filters_and_pages() {
        Set<String> names = new TreeSet<>();
        API.get("paths")
                .get("/api/deals")
                .get("get")
                .get("parameters")
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        assertThat(names)
                .containsExactly(
                        "customerId", "from", "ids", "imported", "page", "search", "size", "sort", "state", "to");
    }

    @Test
    void what_is_always_there_is_required_and_what_may_be_absent_is_not() {
        assertThat(required("CustomerItem"))
                .contains("id", "name", "phones", "paid", "version")
                .doesNotContain("leadSource", "lastDealOn");
        assertThat(required("Customer")).contains("id", "name", "paid").doesNotContain("address", "note", "item");
        assertThat(schema("Customer").get("properties").has("name")).isTrue();
        assertThat(required("Deal"))
                .contains("lines", "payouts", "sales", "state")
                .doesNotContain("acceptedOn");
        assertThat(required("Quoted")).contains("total").doesNotContain("unitPrice");
        assertThat(required("Found")).contains("total", "onHand").doesNotContain("unitPrice", "lotId");
        assertThat(required("Money")).containsExactlyInAnyOrder("minor", "currency");
        assertThat(required("PageCustomerItem")).containsExactlyInAnyOrder("items", "page", "size", "total");
        assertThat(required("Today")).contains("counts", "month", "stock");
        assertThat(schema("Money").get("properties").propertyNames()).containsExactlyInAnyOrder("minor", "currency");
    }

    @Test
    void months_and_states_have_their_form() {
        assertThat(schema("LotItem").get("properties").get("expiry").toString()).contains("pattern");
        assertThat(schema("DealItem").get("properties").get("state").toString()).contains("/DealState");
        assertThat(schema("DealState").toString()).contains("QUOTED", "PAID");
    }

    @Test
    void files_and_streams_are_texts() {
        assertThat(content("/api/deals.csv").toString())
                .isEqualTo("{\"application/x-ndjson\":{\"schema\":{\"type\":\"string\"}},"
                        + "\"text/csv\":{\"schema\":{\"type\":\"string\"}}}");
        assertThat(content("/api/live").toString())
                .isEqualTo("{\"text/event-stream\":{\"schema\":{\"type\":\"string\"}}}");
        assertThat(content("/api/deals").propertyNames()).containsExactly("application/json");
    }

    private static JsonNode content(String path) {
        return API.get("paths").get(path).get("get").get("responses").get("200").get("content");
    }

    @Test
    void every_question_says_which_views_it_reads_and_they_exist() {
        Set<String> views = Views.projections()
                .map(projection -> Views.view(projection).processingGroup())
                .collect(Collectors.toSet());
        Set<String> silent = new TreeSet<>();
        QuerySide.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getPackageName().contains(".read.")) {
                return;
            }
            Reads reads = method.getMethodAnnotation(Reads.class);
            if (reads == null) {
                silent.add(name(method));
            } else {
                assertThat(views).as(name(method)).containsAll(Arrays.asList(reads.value()));
            }
        });
        assertThat(silent).as("which views they read").isEmpty();
    }

    private static String name(HandlerMethod method) {
        return method.getMethod().getName();
    }

    private static JsonNode schema(String name) {
        JsonNode schema = API.get("components").get("schemas").get(name);
        assertThat(schema).as(name).isNotNull();
        return schema;
    }

    private static List<String> required(String schema) {
        List<String> names = new ArrayList<>();
        schema(schema).path("required").forEach(name -> names.add(name.asString()));
        return names;
    }
}
