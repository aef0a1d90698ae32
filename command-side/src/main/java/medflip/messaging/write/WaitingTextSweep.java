package medflip.messaging.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import medflip.kernel.TenantId;
import medflip.messaging.write.ConversationCommand.JudgeText;
import medflip.messaging.write.WaitingTextIndex.WaitingText;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the gate judge texts whose time has come, again and again; a text is judged once. */
@Configuration(proxyBeanMethods = false)
class WaitingTextSweep {

    private static final Logger log = LoggerFactory.getLogger(WaitingTextSweep.class);

    @Bean
    RecurringTask<Void> judgeWaitingTexts(
            WaitingTextIndex waiting,
            Conversations conversations,
            Whereabouts whereabouts,
            Commands commands,
            Clock clock,
            @Value("${medflip.messaging.look-for-due-texts-every:10s}") Duration every) {
        return Tasks.recurring("messaging.waiting-texts", FixedDelay.of(every))
                .execute((task, context) -> waiting.due(clock.instant())
                        .forEach(text -> judge(text, conversations, whereabouts, commands, clock)));
    }

    private static void judge(
            WaitingText text, Conversations conversations, Whereabouts whereabouts, Commands commands, Clock clock) {
        TenantId tenant = text.conversation().tenantId();
        try {
            commands.send(
                    Caller.job(tenant, "waiting-texts"),
                    new JudgeText(
                            text.conversation(),
                            text.text(),
                            clock.instant(),
                            conversations.introduction(tenant),
                            conversations.paid(tenant),
                            whereabouts.zones(text.conversation()),
                            whereabouts.isRestricted(text.conversation())));
        } catch (CommandRejected refused) {
            log.info("A text is due and can't be judged: {}", refused.reason().code());
        }
    }
}
