package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import medflip.kernel.TenantId;
import medflip.platform.privacy.PlaintextScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Policy promise P8, for one in ten of a business's people while the others are worked with: of those nothing is left
 * anywhere, of these everything is there, and views say what the log says.
 */
class ErasureUnderLoadTest {

    private static final Logger log = LoggerFactory.getLogger(ErasureUnderLoadTest.class);
    private static final RunningService SERVICE = RunningService.start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void P8_of_six_of_sixty_nothing_is_left_and_of_the_others_everything() throws Exception {
        oneInTen(60);
    }

    @Test
    @Tag("soak")
    void P8_of_a_thousand_of_ten_thousand_nothing_is_left_and_of_the_others_everything() throws Exception {
        oneInTen(10_000);
    }

    private static void oneInTen(int people) throws Exception {
        Browser owner = SERVICE.browser().signUp("Loaded " + people);
        TenantId tenant = TenantId.of(
                owner.get("/api/session").expect(200).json().at("/business/id").asString());
        List<String> ids = IntStream.range(0, people)
                .mapToObj(person -> owner.post(
                                "/api/customers",
                                Map.of(
                                        "name",
                                        name(people, person),
                                        "phones",
                                        List.of("+1617%07d".formatted(2_000_000 + people * 10 + person))))
                        .expect(201)
                        .id())
                .toList();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger notes = new AtomicInteger();
        Thread load = Thread.ofPlatform().start(() -> {
            Browser member = SERVICE.browser();
            member.signIn(owner.email(), Browser.PASSWORD).expect(204);
            for (int i = 1; !over.get(); i = (i + 7) % people) {
                if (i % 10 != 0) {
                    Books.change(
                            member, "/api/customers/" + ids.get(i), "notes", Map.of("text", "still wants to sell"));
                    notes.incrementAndGet();
                }
            }
        });
        long begin = System.nanoTime();
        List<String> requests = new ArrayList<>();
        for (int person = 0; person < people; person += 10) {
            requests.add(order(owner, ids.get(person)));
        }
        try {
            for (String request : requests) {
                Eventually.of(
                        () -> owner.get(request)
                                .expect(200)
                                .json()
                                .get("certified")
                                .asBoolean(),
                        is -> is);
            }
        } finally {
            over.set(true);
            load.join();
        }
        log.warn(
                "{} of {} people erased in {}, beside {} notes about others",
                requests.size(),
                people,
                Duration.ofNanos(System.nanoTime() - begin),
                notes);
        assertThat(notes).as("the load was there").hasPositiveValue();

        Set<String> erased = new TreeSet<>();
        for (int person = 0; person < people; person += 10) {
            erased.add(name(people, person));
            erased.add("+1617%07d".formatted(2_000_000 + people * 10 + person));
        }
        assertThat(SERVICE.bean(PlaintextScan.class).scan(tenant, erased).found())
                .isEmpty();
        Set<String> seen = new TreeSet<>(SERVICE.bean(JdbcClient.class)
                .sql("SELECT name FROM read.customer WHERE tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .list());
        for (int person = 0; person < people; person++) {
            assertThat(seen.contains(name(people, person)))
                    .as(name(people, person))
                    .isEqualTo(person % 10 != 0);
        }
        ReplayTest.rebuildAndCompare(SERVICE, "t.tenant_id = '" + tenant + "'");
    }

    /** No name is a part of another. */
    private static String name(int people, int person) {
        return "Person%05d Of%d".formatted(person, people);
    }

    private static String order(Browser owner, String person) {
        String request = "/api/privacy-requests/"
                + owner.post(
                                "/api/privacy-requests",
                                Map.of("kind", "DELETION", "customerId", person, "way", "IN_PERSON"))
                        .expect(201)
                        .id();
        Books.change(owner, request, "identity", Map.of("check", "KNOWN_IN_PERSON"));
        Books.change(owner, request, "erase", Map.of());
        return request;
    }
}
