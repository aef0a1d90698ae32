package medflip.accounts.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.platform.mail.Letter;
import medflip.platform.seal.Checkpoint;
import medflip.platform.seal.LogName;
import medflip.platform.seal.Seals;
import medflip.platform.text.FaultLine;
import medflip.platform.web.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Mails owners once a week the checkpoint of their business's log, so that it lies where nobody of the service can
 * reach it. Where nothing has happened since the last one there is nothing to send.
 */
@Component
class CheckpointLetters {

    private static final Logger log = LoggerFactory.getLogger(CheckpointLetters.class);

    private static final Duration EVERY = Duration.ofDays(7);

    private final SignInStore signIns;
    private final Correspondence correspondence;
    private final Seals seals;
    private final PublicUrl publicUrl;

    CheckpointLetters(SignInStore signIns, Correspondence correspondence, Seals seals, PublicUrl publicUrl) {
        this.signIns = signIns;
        this.correspondence = correspondence;
        this.seals = seals;
        this.publicUrl = publicUrl;
    }

    /** Sends this week's; again in the same week it sends nothing. */
    void send(Instant now) {
        for (UserId owner : signIns.ownersOfOpenBusinesses()) {
            try {
                seals.current(owner.tenantId(), LogName.FACTS)
                        .filter(checkpoint -> checkpoint.madeAt().isAfter(now.minus(EVERY)))
                        .ifPresent(checkpoint -> correspondence.offer(
                                wish(owner, now), owner, "accounts.checkpoint", letter(checkpoint)));
            } catch (RuntimeException e) {
                // One that fails holds up no other.
                log.warn("User {} can't be sent the week's checkpoint now: {}", owner.local(), FaultLine.of(e));
            }
        }
    }

    private Letter letter(Checkpoint checkpoint) {
        return Letter.optional("The seal of your log")
                .says("Keep this mail. It says how your log stood: " + checkpoint.size()
                        + " entries, and a hash over all of them. With it, you or your auditor can tell at any time"
                        + " whether one of them was changed, left out or put in since, without asking us.")
                .quotes(checkpoint.note())
                .offers("See the audit page", publicUrl.of("/settings/audit"));
    }

    /** One each week, whatever runs again. */
    private static UUID wish(UserId owner, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String week = day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return UUID.nameUUIDFromBytes(("checkpoint/" + owner.value() + "/" + week).getBytes(UTF_8));
    }

    /** Again and again. */
    @Configuration(proxyBeanMethods = false)
    static class Weekly {

        @Bean
        RecurringTask<Void> mailCheckpoints(CheckpointLetters letters, Clock clock) {
            return Tasks.recurring("accounts.checkpoint-letters", FixedDelay.of(EVERY))
                    .execute((task, context) -> letters.send(clock.instant()));
        }
    }
}
