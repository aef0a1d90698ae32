package medflip.accounts.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.accounts.events.SupportId;
import medflip.accounts.write.SupportCommand.LetSupportRunOut;
import medflip.accounts.write.SupportStore.Grant;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Sessions;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Has operators find the support sessions that hold, and puts out whoever is in when one ends. */
@Component
@ProcessingGroup("accounts.support-index")
class SupportIndex {

    private final SupportStore store;
    private final Sessions sessions;

    SupportIndex(SupportStore store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    @EventHandler
    void on(SupportGranted event) {
        store.add(new Grant(event.supportId(), event.mayWrite(), event.goodUntil()));
    }

    @EventHandler
    void on(SupportRevoked event) {
        end(event.supportId());
    }

    @EventHandler
    void on(SupportRanOut event) {
        end(event.supportId());
    }

    private void end(SupportId id) {
        store.end(id).forEach(sessions::end);
    }

    /** Has support sessions end whose time is over: it is a fact then, and open streams of theirs are cut. */
    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> letSupportRunOut(
                SupportStore store,
                Commands commands,
                Clock clock,
                @Value("${medflip.accounts.look-for-support-ends-every:10s}") Duration every) {
            return Tasks.recurring("accounts.support-ends", FixedDelay.of(every))
                    .execute((task, context) -> store.due(clock.instant())
                            .forEach(grant -> commands.send(
                                    Caller.job(grant.id().tenantId(), "support-ends"),
                                    new LetSupportRunOut(grant.id(), clock.instant()))));
        }
    }
}
