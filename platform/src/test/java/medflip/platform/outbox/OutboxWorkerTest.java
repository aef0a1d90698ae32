package medflip.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.outbox.Outcome.Done;
import medflip.platform.outbox.Outcome.NotDone;
import medflip.platform.outbox.Outcome.Refused;
import medflip.platform.outbox.Outcome.Unknown;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.view.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxWorkerTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final Keyring KEYRING = TestKeyring.open(ACCESS);
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.connections(ACCESS.url(), ACCESS.service()));
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Outcome LOST = new Unknown("no-answer");
    private static final Outcome UNREACHABLE = new NotDone("unreachable", null);

    private final AdjustableClock clock = new AdjustableClock();
    private final OutboxStore store = new OutboxStore(JDBC, TestKeyring.seal(KEYRING), LEASE);
    private final Service service = new Service(Duration.ofHours(23));
    private final OutboxWorker worker = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(service));
    private final CustomerId tammy = person();

    @BeforeEach
    void nothingIsUnderWay() {
        JDBC.sql("DELETE FROM write.outbox").update();
    }

    @Test
    void what_is_put_twice_is_done_once() {
        put(tammy, 1);
        put(tammy, 1);
        worker.work(service);
        worker.work(service);
        assertThat(service.seen).hasSize(1);
        assertThat(state()).containsExactly("DONE");
    }

    @Test
    void what_is_done_is_no_longer_kept_and_was_never_kept_in_clear() {
        put(tammy, 1);
        assertThat(new String(content(), StandardCharsets.ISO_8859_1)).doesNotContain("for tammy");
        worker.work(service);
        assertThat(JDBC.sql("SELECT count(content) FROM write.outbox")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(service.contents).containsExactly("for tammy");
    }

    @Test
    void an_attempt_is_on_disk_before_it_is_made() {
        put(tammy, 1);
        List<String> before = Collections.synchronizedList(new ArrayList<>());
        service.beforeAnswer = () -> before.addAll(state());
        worker.work(service);
        assertThat(before).containsExactly("SENDING");
    }

    @Test
    void a_lost_answer_is_asked_for_again_under_the_same_id_after_a_while_that_grows() {
        service.answers(LOST, LOST, new Done("r-1"));
        put(tammy, 1);
        worker.work(service);
        assertThat(worker.work(service)).as("not at once").isZero();
        Duration first = untilDue();
        clock.pass(first);
        worker.work(service);
        assertThat(untilDue()).isGreaterThanOrEqualTo(Duration.ofSeconds(2)).isGreaterThan(first);
        clock.pass(untilDue());
        worker.work(service);
        assertThat(service.seen).hasSize(3);
        assertThat(Map.copyOf(counted(service.seen))).hasSize(1);
        assertThat(state()).containsExactly("DONE");
    }

    @Test
    void where_a_repeat_would_not_be_known_a_lost_answer_is_never_asked_for_again() {
        Service forgetful = new Service(Duration.ZERO);
        OutboxWorker careful = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(forgetful));
        forgetful.answers(LOST);
        put(tammy, 1);
        careful.work(forgetful);
        clock.pass(Duration.ofDays(1));
        careful.work(forgetful);
        assertThat(forgetful.seen).hasSize(1);
        assertThat(state()).containsExactly("UNKNOWN");
        assertThat(careful.stuck(forgetful)).isEqualTo(1);
    }

    @Test
    void what_surely_was_not_done_is_tried_again_also_there() {
        Service forgetful = new Service(Duration.ZERO);
        OutboxWorker careful = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(forgetful));
        forgetful.answers(UNREACHABLE, new Done("r-1"));
        put(tammy, 1);
        careful.work(forgetful);
        clock.pass(untilDue());
        careful.work(forgetful);
        assertThat(state()).containsExactly("DONE");
    }

    @Test
    void a_repeat_ends_before_the_service_forgets_the_first() {
        service.answers(Collections.nCopies(10_000, LOST).toArray(Outcome[]::new));
        put(tammy, 1);
        Instant begun = clock.instant();
        while (state().equals(List.of("PENDING"))) {
            worker.work(service);
            clock.pass(Duration.ofMinutes(20));
        }
        assertThat(state()).containsExactly("UNKNOWN");
        assertThat(Duration.between(begun, clock.instant())).isLessThan(Duration.ofHours(24));
        assertThat(worker.stuck(service)).isEqualTo(1);
    }

    @Test
    void what_will_never_be_taken_is_not_tried_again() {
        service.answers(new Refused("http-422"));
        put(tammy, 1);
        worker.work(service);
        clock.pass(Duration.ofDays(1));
        worker.work(service);
        assertThat(service.seen).hasSize(1);
        assertThat(state()).containsExactly("FAILED");
    }

    @Test
    void what_a_dead_process_had_in_hand_is_in_doubt_and_tried_again() {
        put(tammy, 1);
        assertThat(store.take(service.name(), 1, new UUID[0], new UUID[0], clock.instant()))
                .hasSize(1);
        assertThat(worker.work(service)).as("it may still be alive").isZero();
        clock.pass(LEASE.plusSeconds(1));
        worker.work(service);
        clock.pass(Duration.ofMinutes(1));
        worker.work(service);
        assertThat(state()).containsExactly("DONE");
        assertThat(JDBC.sql("SELECT doubtful FROM write.outbox")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_service_that_does_not_answer_is_left_alone_then_tried_once() {
        service.answers(Collections.nCopies(OutboxWorker.AT_ONCE, UNREACHABLE).toArray(Outcome[]::new));
        for (int i = 0; i < 20; i++) {
            put(person(), i);
        }
        while (worker.work(service) > 0) {}
        int before = service.seen.size();
        assertThat(before).isLessThan(20);
        clock.pass(CircuitBreaker.OPEN_FOR.minusSeconds(1));
        assertThat(worker.work(service)).isZero();
        clock.pass(Duration.ofSeconds(2));
        assertThat(worker.work(service)).as("one to see whether it is back").isEqualTo(1);
        while (worker.work(service) > 0) {}
        assertThat(state()).containsOnly("DONE").hasSize(20);
    }

    @Test
    void one_business_whose_account_is_throttled_or_fails_holds_up_no_other() {
        service.ofEachBusiness = true;
        OutboxWorker fair = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(service));
        CustomerId bob = person();
        service.answers(new NotDone("http-429", Duration.ofSeconds(7)));
        put(tammy, 1);
        fair.work(service);
        put(tammy, 2);
        put(bob, 3);
        while (fair.work(service) > 0) {}
        assertThat(service.contents).containsExactly("for tammy", "for another");
        clock.pass(Duration.ofSeconds(8));
        while (fair.work(service) > 0) {}
        assertThat(state()).containsOnly("DONE").hasSize(3);
    }

    @Test
    void a_business_whose_account_did_not_answer_is_tried_once_while_the_others_go_on() {
        service.ofEachBusiness = true;
        OutboxWorker fair = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(service));
        service.answers(Collections.nCopies(OutboxWorker.AT_ONCE, UNREACHABLE).toArray(Outcome[]::new));
        for (int i = 0; i < 20; i++) {
            put(tammy, i);
        }
        while (fair.work(service) > 0) {}
        assertThat(service.seen).hasSize(OutboxWorker.AT_ONCE);
        put(person(), 100);
        assertThat(fair.work(service)).as("another's").isEqualTo(1);
        clock.pass(CircuitBreaker.OPEN_FOR.plusSeconds(1));
        put(person(), 101);
        assertThat(fair.work(service))
                .as("one to see whether it is back, and another's")
                .isEqualTo(2);
        while (fair.work(service) > 0) {}
        assertThat(state()).containsOnly("DONE").hasSize(22);
    }

    @Test
    void a_service_that_asks_for_a_pause_gets_it() {
        service.answers(new NotDone("http-429", Duration.ofSeconds(7)));
        put(tammy, 1);
        worker.work(service);
        put(person(), 2);
        assertThat(worker.work(service)).isZero();
        clock.pass(Duration.ofSeconds(8));
        worker.work(service);
        assertThat(state()).containsExactly("DONE", "DONE");
    }

    @Test
    void nobodys_many_messages_hold_up_anothers_one() {
        TenantId loud = new TenantId(UUID.randomUUID());
        for (int i = 0; i < 50; i++) {
            put(CustomerId.of(loud, UUID.randomUUID()), i);
        }
        clock.pass(Duration.ofSeconds(1));
        put(tammy, 1);
        worker.work(service);
        assertThat(service.contents).contains("for tammy");
    }

    @Test
    void a_service_that_can_tell_is_asked_before_a_second_try() {
        Service telling = telling(LOST);
        telling.tells(new Done("found"));
        clock.pass(Duration.ofSeconds(45));
        telling.work();
        assertThat(telling.seen).as("it was done").hasSize(1);
        assertThat(state()).containsExactly("DONE");
    }

    @Test
    void what_the_service_says_it_never_did_is_tried_again() {
        Service telling = telling(LOST);
        telling.tells(Outcome.neverDone());
        clock.pass(Duration.ofSeconds(45));
        telling.work();
        assertThat(telling.seen).hasSize(2);
        assertThat(state()).containsExactly("DONE");
    }

    @Test
    void while_the_service_cannot_tell_nothing_is_tried_again() {
        Service telling = telling(LOST);
        telling.tells(LOST, LOST, LOST);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofSeconds(45));
            telling.work();
        }
        assertThat(telling.seen).hasSize(1);
        assertThat(state()).containsExactly("PENDING");
    }

    @Test
    void what_the_service_confirms_by_itself_is_done_and_what_was_never_tried_is_not() {
        put(tammy, 1);
        UUID id =
                JDBC.sql("SELECT effect_id FROM write.outbox").query(UUID.class).single();
        store.confirm(tammy.tenantId(), id, "notice", clock.instant());
        assertThat(state()).containsExactly("PENDING");
        JDBC.sql("DELETE FROM write.outbox").update();
        telling(LOST);
        store.confirm(tammy.tenantId(), id, "notice", clock.instant());
        assertThat(state()).containsExactly("DONE");
    }

    /** One attempt was made at a service that knows no repeats, and can tell what it did. */
    private Service telling(Outcome first) {
        Service telling = new Service(Duration.ZERO);
        telling.canTellAfter = Duration.ofSeconds(45);
        telling.worker = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(telling));
        telling.answers(first);
        put(tammy, 1);
        telling.work();
        assertThat(state()).containsExactly("PENDING");
        return telling;
    }

    @Test
    void what_is_about_somebody_who_was_erased_is_not_done() {
        put(tammy, 1);
        TestKeyring.erasure(KEYRING).eraseSubject(tammy.tenantId(), tammy);
        worker.work(service);
        assertThat(service.seen).isEmpty();
        assertThat(state()).containsExactly("FAILED");
    }

    @Test
    void what_was_done_long_ago_is_forgotten() {
        put(tammy, 1);
        worker.work(service);
        clock.pass(Duration.ofDays(89));
        store.rows().destroy(clock.instant(), 10);
        assertThat(state()).hasSize(1);
        clock.pass(Duration.ofDays(2));
        store.rows().destroy(clock.instant(), 10);
        assertThat(state()).isEmpty();
    }

    @Test
    void many_go_in_one_call_and_the_same_call_is_made_again_where_its_answer_was_lost() {
        Batches many = new Batches(3);
        OutboxWorker posting = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(many));
        for (int i = 0; i < 4; i++) {
            put(person(), i);
        }
        many.lost = true;
        assertThat(posting.work(many)).isEqualTo(3);
        put(person(), 4);
        many.lost = false;
        while (posting.work(many) > 0 || state().contains("PENDING")) {
            clock.pass(Duration.ofSeconds(10));
        }
        assertThat(state()).containsOnly("DONE").hasSize(5);
        assertThat(many.calls).hasSize(3);
        assertThat(many.calls.stream().filter(many.calls.getFirst()::equals))
                .as("word for word")
                .hasSize(2);
        assertThat(many.calls.stream().flatMap(call -> call.mails().stream()).distinct())
                .hasSize(5);
    }

    @Test
    void who_was_erased_meanwhile_is_left_out_of_a_call_and_holds_up_nobody() {
        Batches many = new Batches(100);
        OutboxWorker posting = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(many));
        put(tammy, 1);
        put(person(), 2);
        TestKeyring.erasure(KEYRING).eraseSubject(tammy.tenantId(), tammy);
        assertThat(posting.work(many)).isEqualTo(2);
        assertThat(state()).containsExactlyInAnyOrder("FAILED", "DONE");
        assertThat(many.calls.getFirst().mails()).hasSize(1);
    }

    @Test
    void a_call_in_the_hands_of_a_dead_process_is_made_again_whole() {
        Batches many = new Batches(100);
        OutboxWorker posting = new OutboxWorker(store, new Backoff(new Random(1)), clock, List.of(many));
        put(tammy, 1);
        put(person(), 2);
        List<OutboxStore.Taken> taken = store.takeTogether("tests", 100, clock.instant());
        assertThat(taken)
                .hasSize(2)
                .extracting(OutboxStore.Taken::batch)
                .containsOnly(taken.getFirst().batch());
        put(person(), 3);
        assertThat(posting.work(many)).as("what is in nobody's hands").isEqualTo(1);
        clock.pass(LEASE.plusSeconds(1));
        while (state().contains("PENDING") || state().contains("SENDING")) {
            posting.work(many);
            clock.pass(Duration.ofSeconds(10));
        }
        assertThat(many.calls.getLast().batch()).isEqualTo(taken.getFirst().batch());
        assertThat(many.calls.getLast().mails()).hasSize(2);
    }

    /** Takes many in one call. */
    private static final class Batches implements OutboxChannel {

        private record Call(UUID batch, List<UUID> mails) {}

        private final int most;
        private final List<Call> calls = new ArrayList<>();
        private boolean lost;

        Batches(int most) {
            this.most = most;
        }

        @Override
        public String name() {
            return "tests";
        }

        @Override
        public Duration knowsRepeatsFor() {
            return Duration.ofHours(23);
        }

        @Override
        public int together() {
            return most;
        }

        @Override
        public Map<UUID, Outcome> attemptTogether(UUID batch, SortedMap<UUID, byte[]> contents) {
            calls.add(new Call(batch, List.copyOf(contents.keySet())));
            return contents.keySet().stream().collect(Collectors.toMap(id -> id, id -> lost ? LOST : new Done("r")));
        }
    }

    private void put(DataSubject subject, long position) {
        Recorded cause = new Recorded(position, clock.instant(), "user:somebody", "tests.VisitNoted", null);
        String said = subject.equals(tammy) ? "for tammy" : "for another";
        store.add(
                Effect.of(cause, subject, service.name(), "tests.letter", said.getBytes(StandardCharsets.UTF_8)),
                clock.instant());
    }

    private static CustomerId person() {
        return CustomerId.of(new TenantId(UUID.randomUUID()), UUID.randomUUID());
    }

    private static byte[] content() {
        return JDBC.sql("SELECT content FROM write.outbox").query(byte[].class).single();
    }

    private static List<String> state() {
        return JDBC.sql("SELECT state FROM write.outbox").query(String.class).list();
    }

    private Duration untilDue() {
        return Duration.between(
                clock.instant(),
                JDBC.sql("SELECT due_at FROM write.outbox WHERE state = 'PENDING'")
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    private static Map<UUID, Long> counted(List<UUID> ids) {
        return ids.stream()
                .collect(java.util.stream.Collectors.groupingBy(id -> id, java.util.stream.Collectors.counting()));
    }

    /** Answers as it is told, and then that all is well. */
    private static final class Service implements OutboxChannel {

        private final Duration knowsRepeatsFor;
        private final Deque<Outcome> answers = new ArrayDeque<>();
        private final List<UUID> seen = Collections.synchronizedList(new ArrayList<>());
        private final List<String> contents = Collections.synchronizedList(new ArrayList<>());
        private Runnable beforeAnswer = () -> {};
        private final Deque<Outcome> told = new ArrayDeque<>();
        private Duration canTellAfter;
        private boolean ofEachBusiness;
        private OutboxWorker worker;

        Service(Duration knowsRepeatsFor) {
            this.knowsRepeatsFor = knowsRepeatsFor;
        }

        void answers(Outcome... next) {
            Stream.of(next).forEach(answers::add);
        }

        void tells(Outcome... next) {
            Stream.of(next).forEach(told::add);
        }

        void work() {
            worker.work(this);
        }

        @Override
        public boolean isOfEachBusiness() {
            return ofEachBusiness;
        }

        @Override
        public Duration canTellAfter() {
            return canTellAfter;
        }

        @Override
        public Outcome lookUp(UUID id, byte[] content, Instant firstTriedAt) {
            return told.remove();
        }

        @Override
        public String name() {
            return "tests";
        }

        @Override
        public Duration knowsRepeatsFor() {
            return knowsRepeatsFor;
        }

        @Override
        public synchronized Outcome attempt(UUID id, byte[] content) {
            seen.add(id);
            contents.add(new String(content, StandardCharsets.UTF_8));
            beforeAnswer.run();
            Outcome told = answers.poll();
            return told == null ? new Done("receipt") : told;
        }
    }
}
