package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import medflip.launcher.TwilioSimulator;
import medflip.launcher.TwilioSimulator.Fault;
import medflip.launcher.TwilioSimulator.SimulatedText;
import medflip.platform.outbox.AdjustableClock;
import medflip.platform.outbox.WorkedOutbox;
import medflip.platform.twilio.TwilioAccount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each text of the outbox is accepted by the other service exactly once, whatever that one does: answers that are lost
 * or don't come in time after it took the text, faults, too many a second, refused connections, and hours in which it
 * is down.
 */
class ProviderFaultsTest {

    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration DOWN_FOR = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(2);

    /** Starts at the present time, so that it is day somewhere, and is moved on from there. */
    @Configuration(proxyBeanMethods = false)
    static class MovedClock {

        private static final AdjustableClock CLOCK = new AdjustableClock();

        @Bean
        @Primary
        Clock movedClock() {
            CLOCK.pass(Duration.between(CLOCK.instant(), Clock.systemUTC().instant()));
            return CLOCK;
        }
    }

    @Test
    void a_phone_that_was_out_of_reach_is_texted_a_second_time_and_no_third() {
        try (TwilioSimulator twilio = new TwilioSimulator(MovedClock.CLOCK, 100);
                RunningService service = start(twilio)) {
            Browser owner = service.browser().signUp("Out Of Reach");
            TwilioAccount account = Texting.connectFromOutside(owner);
            twilio.failDelivery(account.sid(), 30003);
            String conversation = owner.post(
                            "/api/conversations",
                            Map.of("number", number(1), "body", "Are you there?", "consent", "IN_PERSON"))
                    .expect(201)
                    .id();
            Eventually.of(() -> Texting.texts(owner, conversation).size(), size -> size == 2);
            assertThat(twilio.texts()).hasSize(1);
            twilio.failDelivery(account.sid(), 30003);
            MovedClock.CLOCK.pass(Duration.ofMinutes(21));
            Eventually.of(
                    () -> Texting.texts(owner, conversation)
                            .getLast()
                            .get("state")
                            .asString(),
                    "UNDELIVERED"::equals);
            MovedClock.CLOCK.pass(Duration.ofMinutes(21));
            assertThat(Texting.texts(owner, conversation)).as("no third").hasSize(2);
            assertThat(twilio.texts().stream().map(SimulatedText::body).distinct())
                    .hasSize(1);
            assertThat(twilio.texts().stream().map(SimulatedText::statusCallback))
                    .as("each tells of itself")
                    .doesNotHaveDuplicates()
                    .hasSize(2);
        }
    }

    private static RunningService start(TwilioSimulator twilio) {
        return RunningService.start(
                List.of(
                        "--medflip.twilio.simulator=false",
                        "--medflip.twilio.base-url=" + twilio.baseUrl(),
                        "--medflip.twilio.call-timeout=500ms",
                        "--medflip.messaging.look-for-due-texts-every=1s",
                        "--medflip.outbox.look-every=1h"),
                MovedClock.class);
    }

    @Test
    void of_two_hundred_texts_each_is_taken_once_and_none_twice() {
        eachIsTakenOnce(200);
    }

    @Test
    @Tag("soak")
    void of_ten_thousand_texts_each_is_taken_once_and_none_twice() {
        eachIsTakenOnce(10_000);
    }

    private static void eachIsTakenOnce(int texts) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TwilioSimulator twilio = new TwilioSimulator(MovedClock.CLOCK, 3 * texts);
                RunningService service = start(twilio)) {
            twilio.callBack(false);
            Browser owner = service.browser().signUp("Faults");
            Texting.connectFromOutside(owner);
            twilio.failNext(
                    Stream.generate(() -> fault(random)).limit(2L * texts).toArray(Fault[]::new));
            for (int i = 0; i < texts; i++) {
                owner.post(
                                "/api/conversations",
                                Map.of("number", number(i), "body", "Text " + i, "consent", "IN_PERSON"))
                        .expect(201);
            }
            JdbcClient database = JdbcClient.create(service.bean("serviceDataSource", DataSource.class));
            Eventually.of(
                    () -> count(database, "SELECT count(*) FROM write.outbox WHERE channel = 'sms'"),
                    found -> found == texts);
            WorkedOutbox outbox = new WorkedOutbox(service.context());
            outbox.workOff();
            twilio.goDown();
            pass(DOWN_FOR, outbox);
            twilio.comeBack();
            for (Duration passed = Duration.ZERO;
                    open(database) > 0 && passed.compareTo(LONGEST) < 0;
                    passed = passed.plus(STEP)) {
                pass(STEP, outbox);
            }
            Map<String, Long> taken =
                    twilio.texts().stream().collect(Collectors.groupingBy(SimulatedText::to, Collectors.counting()));
            assertThat(taken.values()).as("taken by the service, seed %d", seed).containsOnly(1L);
            assertThat(taken).as("lost, seed %d", seed).hasSizeGreaterThanOrEqualTo((int) Math.ceil(texts * 0.999));
            assertThat(open(database)).as("not settled, seed %d", seed).isZero();
        }
    }

    /** Every second attempt goes wrong. */
    private static Fault fault(Random random) {
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> Fault.ANSWER_LOST;
            case 3 -> Fault.SILENT;
            case 4, 5, 6, 7 -> Fault.FAILED;
            case 8, 9, 10, 11 -> Fault.RATE_LIMITED;
            default -> Fault.NONE;
        };
    }

    private static void pass(Duration time, WorkedOutbox outbox) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            MovedClock.CLOCK.pass(STEP);
            outbox.workOff();
        }
    }

    private static String number(int text) {
        String one = Texting.awake(0);
        return one.substring(0, one.length() - 4) + "%04d".formatted(text);
    }

    private static int open(JdbcClient database) {
        return count(database, "SELECT count(*) FROM write.outbox WHERE channel = 'sms' AND state <> 'DONE'");
    }

    private static int count(JdbcClient database, String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
