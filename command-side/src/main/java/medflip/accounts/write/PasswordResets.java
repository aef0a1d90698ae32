package medflip.accounts.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import medflip.accounts.write.CredentialCommand.AskPasswordReset;
import medflip.accounts.write.PasswordResetStore.Asked;
import medflip.platform.command.Commands;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.work.Doorbell;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Sees to wishes for another password, after whoever wishes has had their answer. */
@Component
class PasswordResets implements AutoCloseable {

    /** How long a link is good. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final PasswordResetStore asked;
    private final SignInStore signIns;
    private final Commands commands;
    private final Clock clock;
    private final Doorbell doorbell = new Doorbell("password-resets", this::workOff);

    PasswordResets(PasswordResetStore asked, SignInStore signIns, Commands commands, Clock clock) {
        this.asked = asked;
        this.signIns = signIns;
        this.commands = commands;
        this.clock = clock;
    }

    void ask(byte[] emailIndex) {
        asked.add(new Asked(Ids.next(), emailIndex, clock.instant()));
        doorbell.ring();
    }

    private void workOff() {
        for (Asked wish : asked.all()) {
            signIns.find(wish.emailIndex())
                    .ifPresent(credentials -> commands.send(
                            Caller.job(credentials.user().tenantId(), "password-reset"),
                            new AskPasswordReset(
                                    credentials.user(), wish.id(), wish.at().plus(GOOD_FOR))));
            asked.remove(wish.id());
        }
    }

    @Override
    public void close() {
        doorbell.close();
    }

    /** Finds what a process left behind that died. */
    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> seeToPasswordResets(PasswordResets resets) {
            return Tasks.recurring("accounts.password-resets", FixedDelay.of(Duration.ofSeconds(30)))
                    .execute((task, context) -> resets.doorbell.ring());
        }

        @Bean
        RetentionRule oldSignIns(DeviceStore devices) {
            return devices.oldRecords();
        }

        @Bean
        RetentionRule endedSessions(DeviceStore devices) {
            return devices.endedSessions();
        }

        @Bean
        RetentionRule oldRememberedSignIns(RememberedSignInStore remembered) {
            return remembered.old();
        }
    }
}
