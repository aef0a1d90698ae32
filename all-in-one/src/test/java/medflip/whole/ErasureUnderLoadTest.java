package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medflip.kernel.TenantId;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.privacy.PlaintextScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Policy promise P8, for one in eight of the people of several businesses at once, while the others there and at a
 * neighbour are worked with: of those nothing is left anywhere, of these everything is there, and views say what the
 * log says.
 */
class ErasureUnderLoadTest {

    private static final Logger log = LoggerFactory.getLogger(ErasureUnderLoadTest.class);
    private static final int ONE_IN = 8;

    private static final RunningService SERVICE = RunningService.start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void P8_of_six_of_forty_eight_nothing_is_left_and_of_the_others_everything() throws Exception {
        oneInEight(1, 48);
    }

    /** {@code -Dpeople} of each of five businesses: of four of them one in eight is erased. */
    @Test
    @Tag("soak")
    void P8_of_a_thousand_of_ten_thousand_nothing_is_left_and_of_the_others_everything() throws Exception {
        oneInEight(4, Integer.getInteger("people", 2_000));
    }

    /** A business with many people, of whom some will be erased. */
    private record Business(String name, Browser owner, TenantId tenant, List<String> people, boolean erases) {

        static Business open(String name, int people, boolean erases) {
            Browser owner = SERVICE.browser().signUp(name);
            List<String> ids = IntStream.range(0, people)
                    .mapToObj(person -> owner.post(
                                    "/api/customers",
                                    Map.of("name", name(name, person, erases), "phones", List.of(phone(person))))
                            .expect(201)
                            .id())
                    .toList();
            TenantId tenant = TenantId.of(owner.get("/api/session")
                    .expect(200)
                    .json()
                    .at("/business/id")
                    .asString());
            return new Business(name, owner, tenant, ids, erases);
        }

        /** No name is a part of another. */
        static String name(String business, int person, boolean erases) {
            return (goes(person, erases) ? "Erasmus%05d" : "Otto%05d").formatted(person) + " Of" + business;
        }

        static String phone(int person) {
            return "+1617555%04d".formatted(1_000 + person);
        }

        static boolean goes(int person, boolean erases) {
            return erases && person % ONE_IN == 0;
        }

        List<Integer> going() {
            return IntStream.range(0, people.size())
                    .filter(person -> goes(person, erases))
                    .boxed()
                    .toList();
        }

        Set<String> names(boolean going) {
            return IntStream.range(0, people.size())
                    .filter(person -> goes(person, erases) == going)
                    .mapToObj(person -> name(name, person, erases))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Orders the erasures one after the other; answers the requests' addresses. */
        List<String> order() {
            return going().stream().map(person -> order(people.get(person))).toList();
        }

        private String order(String person) {
            return Books.orderErasure(owner, person);
        }

        /** Notes something of those that stay, for as long as it isn't over. */
        void work(AtomicBoolean over, AtomicInteger notes) {
            Browser member = SERVICE.browser();
            member.signIn(owner.email(), Browser.PASSWORD).expect(204);
            for (int i = 1; !over.get(); i = (i + ONE_IN - 1) % people.size()) {
                if (!goes(i, erases)) {
                    Books.change(
                            member, "/api/customers/" + people.get(i), "notes", Map.of("text", "still wants to sell"));
                    notes.incrementAndGet();
                }
            }
        }
    }

    /** @param erasing of so many businesses people are erased, and of one beside them nobody */
    private static void oneInEight(int erasing, int people) throws Exception {
        List<Business> businesses = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger notes = new AtomicInteger();
        List<String> requests = new ArrayList<>();
        long began = System.nanoTime();
        long ordered;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Business>> opening = IntStream.rangeClosed(0, erasing)
                    .mapToObj(each -> threads.submit(
                            () -> Business.open("Loaded %d of %d".formatted(each, people), people, each < erasing)))
                    .toList();
            for (Future<Business> each : opening) {
                businesses.add(each.get());
            }
            log.warn("{} people are there after {}", businesses.size() * people, since(began));
            ordered = System.nanoTime();
            try {
                List<Future<?>> working = new ArrayList<>();
                businesses.forEach(each -> working.add(threads.submit(() -> each.work(over, notes))));
                List<Future<List<String>>> ordering = businesses.stream()
                        .map(each -> threads.submit(() -> each.order()))
                        .toList();
                for (Future<List<String>> each : ordering) {
                    requests.addAll(each.get());
                }
                log.warn("{} erasures are ordered after {}", requests.size(), since(ordered));
                awaitDone(businesses);
                over.set(true);
                for (Future<?> each : working) {
                    each.get();
                }
            } finally {
                over.set(true);
            }
        }
        log.warn(
                "{} of {} people at {} businesses erased in {}, beside {} notes about others",
                requests.size(),
                businesses.size() * people,
                erasing,
                since(ordered),
                notes);
        assertThat(notes).as("the load was there").hasPositiveValue();
        assertThat(certificates(businesses)).isEqualTo(requests.size());

        businesses.forEach(ErasureUnderLoadTest::lookedThrough);
        assertThat(Everywhere.saying(SERVICE.bean(EmbeddedDatabase.class), List.of("Erasmus", "erasmus")))
                .as("readable anywhere")
                .isEmpty();
        ReplayTest.rebuildAndCompare(
                SERVICE,
                businesses.stream()
                        .map(each -> "'" + each.tenant() + "'")
                        .collect(Collectors.joining(", ", "t.tenant_id IN (", ")")));
        log.warn("All was looked through and rebuilt {} after it began", since(began));
    }

    private static void lookedThrough(Business business) {
        Set<String> erased = business.names(true);
        business.going().forEach(person -> erased.add(Business.phone(person)));
        PlaintextScan scan = SERVICE.bean(PlaintextScan.class);
        assertThat(scan.scan(business.tenant(), erased).found())
                .as(business.name())
                .isEmpty();
        assertThat(scan.scan(business.tenant(), business.names(false)).found())
                .as("the search finds who stayed")
                .containsKey("read.customer");
        Set<String> seen = new TreeSet<>(SERVICE.bean(JdbcClient.class)
                .sql("SELECT name FROM read.customer WHERE tenant_id = ? AND name <> '[erased]'")
                .param(business.tenant().value())
                .query(String.class)
                .list());
        assertThat(seen).as(business.name()).isEqualTo(business.names(false));
    }

    /** As long as one more is done now and then. */
    private static void awaitDone(List<Business> businesses) {
        long open = open(businesses);
        while (open > 0) {
            long before = open;
            open = Eventually.of(() -> open(businesses), now -> now < before);
        }
    }

    private static long open(List<Business> businesses) {
        return counted(businesses, "SELECT count(*) FROM write.erasure WHERE tenant_id = ANY (?) AND step <> 'DONE'");
    }

    private static long certificates(List<Business> businesses) {
        return counted(
                businesses,
                "SELECT count(*) FROM events.domain_event WHERE tenant_id = ANY (?)"
                        + " AND payload_type = 'privacy.ErasureCertified'");
    }

    private static long counted(List<Business> businesses, String question) {
        return SERVICE.bean(JdbcClient.class)
                .sql(question)
                .param(businesses.stream().map(each -> each.tenant().value()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private static Duration since(long begin) {
        return Duration.ofMillis((System.nanoTime() - begin) / 1_000_000);
    }
}
