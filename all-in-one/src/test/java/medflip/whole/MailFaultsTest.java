package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import medflip.launcher.ResendSimulator;
import medflip.launcher.ResendSimulator.Fault;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.platform.outbox.WorkedOutbox;
import medflip.whole.BillingInTimeTest.MovedClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each mail of the outbox is taken by Resend exactly once, whatever that one does: answers that are lost or come too
 * late after it took the mail, faults, too many a second, and hours in which connections are refused.
 */
@Tag("soak")
class MailFaultsTest {

    private static final int MAILS = 1_000;
    private static final String ADDRESSEE = "faulty-";
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration DOWN_FOR = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(2);

    @Test
    void of_a_thousand_mails_each_is_taken_once_and_none_twice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Fault> kinds = List.of(Fault.ANSWER_LOST, Fault.SILENT, Fault.FAILED, Fault.RATE_LIMITED);
        try (RunningService service = RunningService.start(
                List.of("--medflip.outbox.look-every=1h", "--medflip.resend.call-timeout=500ms"), MovedClock.class)) {
            ResendSimulator resend = service.bean(ResendSimulator.class);
            // As many faults as mails: some mails meet several.
            resend.failNext(Stream.generate(() -> kinds.get(random.nextInt(kinds.size())))
                    .limit(MAILS)
                    .toArray(Fault[]::new));
            for (int i = 0; i < MAILS; i++) {
                service.browser().askSignUp(ADDRESSEE + i + "@example.com");
            }
            JdbcClient database = JdbcClient.create(service.bean("serviceDataSource", DataSource.class));
            Eventually.of(() -> mails(database, ""), found -> found >= MAILS);
            WorkedOutbox outbox = new WorkedOutbox(service.context());
            outbox.workOff();
            resend.goDown();
            for (Duration passed = Duration.ZERO; passed.compareTo(DOWN_FOR) < 0; passed = passed.plus(STEP)) {
                pass(outbox);
            }
            resend.comeBack();
            for (Duration passed = Duration.ZERO;
                    open(database) > 0 && passed.compareTo(LONGEST) < 0;
                    passed = passed.plus(STEP)) {
                pass(outbox);
            }
            Map<String, Long> taken = resend.mails().stream()
                    .filter(mail -> mail.to().startsWith(ADDRESSEE))
                    .collect(Collectors.groupingBy(SimulatedMail::to, Collectors.counting()));
            assertThat(taken.values()).as("taken by Resend, seed %d", seed).containsOnly(1L);
            assertThat(taken).as("lost, seed %d", seed).hasSize(MAILS);
            assertThat(open(database)).as("not settled, seed %d", seed).isZero();
        }
    }

    private static void pass(WorkedOutbox outbox) {
        MovedClock.CLOCK.pass(STEP);
        outbox.workOff();
    }

    private static long open(JdbcClient database) {
        return mails(database, " AND state <> 'DONE'");
    }

    private static long mails(JdbcClient database, String which) {
        return database.sql("SELECT count(*) FROM write.outbox WHERE channel = 'mail'" + which)
                .query(Long.class)
                .single();
    }
}
