package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.EventTable.Place;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import medflip.platform.view.ViewProgress;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** As of any moment, every question is answered as it was then. */
class AsOfTest {

    /** What isn't a fact of the log: when a key was last used, and what a clock makes of it. */
    private static final Set<String> ALSO_OF_NOW = Set.of("/api/api-keys");

    /** Of a few businesses each: what happens to one lies between what happens to the others. */
    private static final int MOMENTS = Integer.getInteger("moments", 1_000);

    private static final int BUSINESSES = 4;

    private final RunningService service = RunningService.shared();

    /** What was answered when nothing had happened behind the position yet. */
    private record Then(long position, Instant recordedAt, Map<String, String> answers) {}

    @Test
    void every_question_is_answered_as_it_was() {
        Books books = Books.open(service);
        Browser owner = books.owner();
        List<Then> kept = new ArrayList<>();
        kept.add(keep(owner));
        owner.post("/api/customers", Map.of("name", "Ford Prefect")).expect(201);
        owner.post("/api/deals", Books.quote(books.customer())).expect(201);
        kept.add(keep(owner));
        Answer seen = owner.get("/api/customers/" + books.customer()).expect(200);
        owner.change("PUT", "/api/customers/" + books.customer(), Map.of("name", "Zaphodia Renamed"), seen.etag())
                .expect(200);
        owner.post("/api/expenses", Books.expense(books.deal())).expect(201);
        kept.add(keep(owner));
        owner.post("/api/buyers", Map.of("name", "Milliways Wholesale")).expect(201);

        // The last is made from the first event, the first as a milestone is, and what is between them of that.
        Then first = kept.getFirst();
        TenantId tenant = tenant(owner);
        isAnsweredAsItWas(owner, kept.getLast());
        PastViews past = service.bean(PastViews.class);
        past.keepMilestones(tenant, events(tenant, first.position()));
        isAnsweredAsItWas(owner, first);
        isAnsweredAsItWas(owner, kept.get(1));
        Answer list = owner.get("/api/customers?asOf=" + first.recordedAt()).expect(200);
        assertThat(list.body()).isEqualTo(first.answers().get("/api/customers"));
        assertThat(list.headers().firstValue("Medflip-As-Of"))
                .contains(first.recordedAt().toString());
        assertThat(list.body()).doesNotContain("Ford Prefect");
        assertThat(owner.get("/api/customers.csv?asOf=" + first.position())
                        .expect(200)
                        .body())
                .contains(Books.NAME)
                .doesNotContain("Ford Prefect");
        JsonNode customer = owner.get("/api/customers/" + books.customer() + "?asOf=" + first.position())
                .expect(200)
                .json();
        assertThat(customer.get("name").asString()).isEqualTo(Books.NAME);

        past.dropUnused(Instant.now().plusSeconds(60), Integer.MAX_VALUE);
        assertThat(kept.stream()
                        .map(then -> schemas(
                                past.at(tenant, then.position()).orElseThrow().schema())))
                .as("a milestone is kept, and what nobody looks at any more goes")
                .containsExactly(1L, 0L, 0L);
    }

    private void isAnsweredAsItWas(Browser owner, Then then) {
        assertThat(answers(owner, questions(), "asOf=" + then.position()))
                .as("as of %d", then.position())
                .containsExactlyEntriesOf(then.answers());
    }

    /** How many a business has up to a position. */
    private int events(TenantId tenant, long position) {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM events.domain_event WHERE tenant_id = ? AND global_index <= ?")
                .params(tenant.value(), position)
                .query(Integer.class)
                .single();
    }

    /** What one business saw. */
    private record Seen(Browser owner, Then then) {}

    @Test
    @Tag("soak")
    void a_thousand_random_moments_of_random_businesses_are_answered_as_they_were() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Books> businesses =
                Stream.generate(() -> Books.open(service)).limit(BUSINESSES).toList();
        List<Function<Books, Answer>> steps = List.of(
                books -> books.owner().post("/api/customers", Map.of("name", "Somebody " + random.nextInt())),
                books -> books.owner().post("/api/deals", Books.quote(books.customer())),
                books -> books.owner().post("/api/expenses", Books.expense(books.deal())),
                books -> books.owner().post("/api/mileage", Books.trip(books.deal())),
                books -> books.owner().post("/api/buyers", Map.of("name", "Buyer " + random.nextInt())));
        List<String> all = questions();
        List<Seen> kept = new ArrayList<>();
        for (int i = 0; i < MOMENTS; i++) {
            Books books = businesses.get(random.nextInt(BUSINESSES));
            steps.get(random.nextInt(steps.size())).apply(books).expect(201);
            List<String> some =
                    List.of(all.get(random.nextInt(all.size())), "/api/customers", "/api/deals", "/api/today");
            kept.add(new Seen(books.owner(), keep(books.owner(), some)));
        }
        Collections.shuffle(kept, random);
        for (Seen seen : kept) {
            seen.then()
                    .answers()
                    .forEach((path, answer) -> assertThat(answer(
                                    seen.owner(), path + "?asOf=" + seen.then().position()))
                            .as("%s as of %d, seed %d", path, seen.then().position(), seed)
                            .isEqualTo(answer));
        }
    }

    @Test
    void the_past_cant_be_changed_and_what_has_none_says_so() {
        Browser owner = service.browser().signUp("Past Imperfect");
        Then then = keep(owner);
        refused(owner.post("/api/customers?asOf=" + then.position(), Map.of("name", "Nobody")), 409, "past-is-fixed");
        refused(owner.get("/api/session?asOf=" + then.position()), 422, "no-past");
        refused(owner.get("/api/customers?asOf=1999-01-01T00:00:00Z"), 422, "before-beginning");
        refused(owner.get("/api/customers?asOf=" + Instant.now().plusSeconds(3_600)), 400, "invalid");
        refused(owner.get("/api/customers?asOf=yesterday"), 400, "invalid");
        assertThat(owner.get("/api/customers").expect(200).body()).doesNotContain("Nobody");
    }

    @Test
    void nobody_else_sees_the_tables_of_a_moment_and_they_go_when_somebody_is_to_be_forgotten() {
        Books books = Books.open(service);
        TenantId tenant = tenant(books.owner());
        Then then = keep(books.owner());
        books.owner().get("/api/customers?asOf=" + then.position()).expect(200);
        PastMoment moment =
                service.bean(PastViews.class).at(tenant, then.position()).orElseThrow();
        TenantId other = tenant(service.browser().signUp("Past Perfect"));

        assertThat(rows(moment.schema(), tenant)).isPositive();
        assertThat(rows(moment.schema(), other)).isZero();
        JdbcClient jdbc = JdbcClient.create(service.bean("tenantDataSource", DataSource.class));
        assertThat(jdbc.sql("SELECT count(*) FROM " + moment.schema() + ".customer")
                        .query(Long.class)
                        .single())
                .as("without a tenant")
                .isZero();

        assertThat(service.bean(PastViews.class).forget(tenant)).isPositive();
        assertThat(schemas(moment.schema())).isZero();
        assertThat(books.owner()
                        .get("/api/customers?asOf=" + then.position())
                        .expect(200)
                        .body())
                .as("is made anew")
                .contains(Books.NAME);
        assertThat(schemas(moment.schema())).isOne();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo("request." + code);
    }

    private long rows(String schema, TenantId as) {
        return new org.springframework.transaction.support.TransactionTemplate(
                        new org.springframework.jdbc.support.JdbcTransactionManager(
                                service.bean("tenantDataSource", DataSource.class)))
                .execute(status -> {
                    JdbcClient jdbc = JdbcClient.create(service.bean("tenantDataSource", DataSource.class));
                    jdbc.sql("SELECT set_config('app.tenant', ?, true)")
                            .param(as.toString())
                            .query(String.class)
                            .single();
                    return jdbc.sql("SELECT count(*) FROM " + schema + ".customer")
                            .query(Long.class)
                            .single();
                });
    }

    private long schemas(String schema) {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM pg_namespace WHERE nspname = ?")
                .param(schema)
                .query(Long.class)
                .single();
    }

    /** Asks everything when all views are there and nothing happens meanwhile. */
    private Then keep(Browser owner) {
        return keep(owner, questions());
    }

    private Then keep(Browser owner, List<String> questions) {
        TenantId tenant = tenant(owner);
        EventTable log = service.bean(EventTable.class);
        List<String> views = service.bean(PastViews.class).views();
        return Eventually.of(
                () -> {
                    Place before = log.last(tenant, Long.MAX_VALUE).orElseThrow();
                    service.bean(ViewProgress.class).await(views, before.position());
                    Map<String, String> answers = answers(owner, questions, "");
                    long after = log.last(tenant, Long.MAX_VALUE).orElseThrow().position();
                    return new Then(after == before.position() ? after : 0, before.recordedAt(), answers);
                },
                then -> then.position() > 0);
    }

    private static Map<String, String> answers(Browser owner, List<String> questions, String query) {
        Map<String, String> answers = new TreeMap<>();
        for (String path : questions) {
            answers.put(path, answer(owner, path + (query.isEmpty() ? "" : "?" + query)));
        }
        return answers;
    }

    /** Asks again while the moment is being made. */
    private static String answer(Browser owner, String path) {
        return Eventually.of(() -> owner.get(path), answer -> answer.status() != 503)
                .expect(200)
                .body();
    }

    /** Every question that has a past and needs no more to be said. */
    private List<String> questions() {
        List<String> questions = new ArrayList<>();
        JsonNode paths =
                service.browser().get("/v3/api-docs").expect(200).json().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            JsonNode get = path.getValue().path("get");
            boolean past = false;
            boolean more = path.getKey().contains("{") || ALSO_OF_NOW.contains(path.getKey());
            for (JsonNode parameter : get.path("parameters")) {
                past |= parameter.path("$ref").asString("").equals("#/components/parameters/asOf");
                more |= parameter.path("required").asBoolean(false);
            }
            if (past && !more) {
                questions.add(path.getKey());
            }
        }
        assertThat(questions).hasSizeGreaterThan(40);
        return questions;
    }

    private static TenantId tenant(Browser owner) {
        return TenantId.of(owner.get("/api/session")
                .expect(200)
                .json()
                .get("business")
                .get("id")
                .asString());
    }
}
