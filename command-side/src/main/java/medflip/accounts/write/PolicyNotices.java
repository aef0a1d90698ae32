package medflip.accounts.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.TellPolicyChange;
import medflip.platform.command.Commands;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Has every user of an open business, and whoever runs the service, told, once, of the version of the policy that this
 * service came with (policy promise P12). Who they are is found by looking, so that whoever was missed, or comes back,
 * is told later.
 */
@Component
class PolicyNotices {

    private static final Logger log = LoggerFactory.getLogger(PolicyNotices.class);
    private static final int STEP = 500;

    private final SignInStore signIns;
    private final Commands commands;

    PolicyNotices(SignInStore signIns, Commands commands) {
        this.signIns = signIns;
        this.commands = commands;
    }

    /** Goes on until nobody is left, or until some can't be told now. */
    void workOff() {
        List<UserId> untold;
        int told;
        do {
            untold = signIns.untoldOfPolicy(PublishedPolicy.VERSION, STEP);
            told = 0;
            for (UserId user : untold) {
                told += tell(user) ? 1 : 0;
            }
        } while (told == STEP);
    }

    private boolean tell(UserId user) {
        try {
            commands.send(Caller.job(user.tenantId(), "policy"), new TellPolicyChange(user, PublishedPolicy.VERSION));
            signIns.toldOfPolicy(user.local(), PublishedPolicy.VERSION);
            return true;
        } catch (RuntimeException e) {
            log.error("User {} can't be told of the policy now: {}", user.local(), FaultLine.of(e));
            return false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> tellOfThePolicy(
                PolicyNotices notices, @Value("${medflip.policy.look-every:1m}") Duration every) {
            return Tasks.recurring("accounts.policy-notices", FixedDelay.of(every))
                    .execute((task, context) -> notices.workOff());
        }
    }
}
