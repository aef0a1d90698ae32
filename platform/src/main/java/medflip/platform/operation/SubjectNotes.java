package medflip.platform.operation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import medflip.platform.eventstore.Mentions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes which events say something about whom, off everybody's way; what isn't noted yet is found by looking. */
@Configuration(proxyBeanMethods = false)
class SubjectNotes {

    @Bean
    RecurringTask<Void> noteSubjects(
            Mentions mentions, @Value("${medflip.privacy.note-subjects-every:1m}") Duration every) {
        return Tasks.recurring("privacy.subjects", FixedDelay.of(every)).execute((task, context) -> mentions.note());
    }
}
