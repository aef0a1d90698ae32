package medflip.platform.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import medflip.platform.privacy.Forgets;
import medflip.platform.retention.RetentionRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox, and who works it off. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    InboxWorker inboxWorker(InboxStore store, Clock clock, List<DeliveryReader> readers) {
        return new InboxWorker(store, clock, readers);
    }

    @Bean
    Inbox inbox(InboxStore store, InboxWorker worker, Clock clock) {
        return new Inbox(store, worker, clock);
    }

    /** Also for what came in by another process, and for what is to be read again. */
    @Bean
    RecurringTask<Void> workOffInbox(InboxWorker worker, @Value("${medflip.inbox.look-every:1s}") Duration every) {
        return Tasks.recurring("inbox.work", FixedDelay.of(every)).execute((task, context) -> worker.wake());
    }

    @Bean
    Forgets deliveriesOfPeople(InboxStore store) {
        return store.ofPeople();
    }

    @Bean
    RetentionRule oldDeliveries(InboxStore store) {
        return store.old();
    }
}
