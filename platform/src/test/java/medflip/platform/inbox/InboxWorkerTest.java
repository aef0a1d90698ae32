package medflip.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.outbox.AdjustableClock;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.trace.TracePoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxWorkerTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.connections(ACCESS.url(), ACCESS.service()));
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final AdjustableClock clock = new AdjustableClock();
    private final InboxStore store = new InboxStore(JDBC, TestKeyring.seal(TestKeyring.open(ACCESS)));
    private final Reader reader = new Reader();
    private final InboxWorker worker = new InboxWorker(store, clock, List.of(reader));
    /** Wakes nobody: tests work off by themselves. */
    private final Inbox inbox = new Inbox(store, new InboxWorker(store, clock, List.of()), clock);

    @BeforeEach
    void nothingIsThere() {
        JDBC.sql("DELETE FROM write.inbox").update();
    }

    @Test
    void a_delivery_is_read_once_however_often_it_comes() {
        keep("twilio", "a");
        keep("twilio", "a");
        while (worker.work() > 0) {}
        assertThat(reader.read).containsExactly("a");
        assertThat(inbox.unread(10)).isEmpty();
    }

    @Test
    void what_is_read_out_of_a_delivery_stands_beneath_the_request_that_brought_it() {
        TracePoint request = new TracePoint("0123456789abcdef0123456789abcdef", "9f0000000000000a");
        TracePoint.follow(request, () -> keep("twilio", "a"));
        clock.pass(Duration.ofMillis(1));
        keep("twilio", "b");
        while (worker.work() > 0) {}
        assertThat(reader.traced).containsExactly(request, null);
        assertThat(TracePoint.here()).isNull();
    }

    @Test
    void what_no_reader_takes_is_tried_ever_later_and_set_aside_after_a_day() {
        keep("carrier-pigeon", "a");
        assertThat(workFor(Duration.ofHours(23))).as("looks within a day").isBetween(40, 50);
        assertThat(seen().state()).isEqualTo(KeptDelivery.DeliveryState.PENDING);
        workFor(Duration.ofHours(2));
        assertThat(seen().state()).isEqualTo(KeptDelivery.DeliveryState.SET_ASIDE);
        assertThat(seen().reason()).isEqualTo("no-reader");
        assertThat(workFor(Duration.ofDays(2))).isZero();
        assertThat(inbox.waiting()).isEqualTo(1);
    }

    @Test
    void each_is_set_aside_for_a_reason_of_its_own_and_holds_up_no_other() {
        reader.fails.add(new IllegalArgumentException("no UUID"));
        reader.fails.add(new CommandRejected(RequestRejection.NOT_FOUND));
        reader.fails.add(new IllegalStateException("a fault of ours"));
        reader.fails.add(new CommandRejected(RequestRejection.CONFLICT));
        for (String key : List.of("a", "b", "c", "d", "e")) {
            keep("twilio", key);
            clock.pass(Duration.ofMillis(1));
        }
        reader.failsForEver = true;
        workFor(Duration.ofDays(2));
        assertThat(inbox.unread(10).stream()
                        .map(delivery -> delivery.state() + " " + delivery.reason())
                        .toList())
                .containsExactly(
                        "SET_ASIDE malformed",
                        "SET_ASIDE unknown-thing",
                        "SET_ASIDE fault",
                        "REFUSED " + RequestRejection.CONFLICT.code());
        assertThat(reader.read).containsExactly("e");
    }

    @Test
    void what_was_set_aside_is_read_when_an_operator_wants_it() {
        reader.fails.add(new IllegalStateException("a fault of ours"));
        reader.failsForEver = true;
        keep("twilio", "a");
        workFor(Duration.ofDays(2));
        KeptDelivery aside = seen();
        assertThat(aside.kind()).as("no ids of a conversation").isEqualTo("status");
        reader.fails.clear();
        assertThat(inbox.readAgain(aside)).isTrue();
        while (worker.work() > 0) {}
        assertThat(reader.read).containsExactly("a");
        assertThat(inbox.unread(10)).isEmpty();
    }

    @Test
    void what_was_read_is_read_again_when_an_operator_wants_it() {
        keep("twilio", "a");
        keep("stripe", "b");
        while (worker.work() > 0) {}
        KeptDelivery read = inbox.newest("twilio", 10).getFirst();
        assertThat(read.state()).isEqualTo(KeptDelivery.DeliveryState.READ);
        assertThat(inbox.readAgain(read)).isTrue();
        while (worker.work() > 0) {}
        assertThat(reader.read).containsExactly("a", "a");
        assertThat(inbox.newest(null, 10)).hasSize(2);
        assertThat(inbox.between("twilio", clock.instant().minusSeconds(60), clock.instant(), 10))
                .as("of that service, and until then")
                .isEmpty();
        assertThat(inbox.between("twilio", clock.instant(), clock.instant().plusSeconds(1), 10))
                .extracting(KeptDelivery::id)
                .containsExactly(read.id());
        JDBC.sql("DELETE FROM write.inbox").update();
        assertThat(inbox.readAgain(read)).as("it is gone").isFalse();
    }

    @Test
    void what_is_wanted_again_and_still_fails_is_tried_for_another_day() {
        reader.fails.add(new IllegalStateException("a fault of ours"));
        reader.failsForEver = true;
        keep("twilio", "a");
        workFor(Duration.ofDays(2));
        inbox.readAgain(seen());
        workFor(Duration.ofHours(23));
        assertThat(seen().state()).isEqualTo(KeptDelivery.DeliveryState.PENDING);
        workFor(Duration.ofHours(2));
        assertThat(seen().state()).isEqualTo(KeptDelivery.DeliveryState.SET_ASIDE);
    }

    @Test
    void a_process_without_readers_takes_none() {
        InboxWorker gateway = new InboxWorker(store, clock, List.of());
        keep("twilio", "a");
        assertThat(gateway.work()).isZero();
        clock.pass(Duration.ofDays(3));
        assertThat(gateway.work()).isZero();
        assertThat(worker.work()).isEqualTo(1);
        assertThat(reader.read).containsExactly("a");
    }

    @Test
    void one_that_takes_long_to_read_holds_up_no_other() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(20);
        DeliveryReader waiting = new DeliveryReader() {
            @Override
            public String provider() {
                return "twilio";
            }

            @Override
            public void read(Delivery delivery) {
                if (!delivery.key().equals("slow")) {
                    others.countDown();
                    return;
                }
                try {
                    slow.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        keep("twilio", "slow");
        try (InboxWorker lanes = new InboxWorker(store, clock, List.of(waiting))) {
            lanes.wake();
            for (int i = 0; i < 20; i++) {
                clock.pass(Duration.ofMillis(1));
                keep("twilio", "quick " + i);
                lanes.wake();
            }
            assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
            slow.countDown();
        }
    }

    private KeptDelivery seen() {
        clock.pass(InboxWorker.PATIENCE.plusSeconds(1));
        assertThat(inbox.unread(10)).hasSize(1);
        return inbox.unread(10).getFirst();
    }

    private void keep(String provider, String key) {
        store.add(
                new Delivery(TENANT, provider, key, "status/x/y", key.getBytes(StandardCharsets.UTF_8)),
                clock.instant());
    }

    /** Lets time pass, half an hour at a time; how many deliveries were looked at. */
    private int workFor(Duration time) {
        int looks = 0;
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            while (worker.work() > 0) {
                looks++;
            }
            clock.pass(STEP);
        }
        return looks;
    }

    /** Fails as it is told, each delivery in its own way, and else remembers what it read. */
    private static final class Reader implements DeliveryReader {

        private final List<String> read = new ArrayList<>();
        private final List<@Nullable TracePoint> traced = new ArrayList<>();
        private final List<RuntimeException> fails = new ArrayList<>();
        private boolean failsForEver;

        @Override
        public String provider() {
            return "twilio";
        }

        @Override
        public void read(Delivery delivery) {
            int fault = delivery.key().charAt(0) - 'a';
            if (failsForEver && fault < fails.size()) {
                throw fails.get(fault);
            }
            read.add(delivery.key());
            traced.add(TracePoint.here());
        }
    }
}
