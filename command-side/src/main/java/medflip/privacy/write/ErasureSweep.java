package medflip.privacy.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has erasures go on, again and again; at one place at a time. */
@Configuration(proxyBeanMethods = false)
class ErasureSweep {

    @Bean
    RecurringTask<Void> goOnErasing(
            ErasureWork work,
            RestoredErasures restored,
            @Value("${medflip.privacy.look-for-erasures-every:2s}") Duration every) {
        return Tasks.recurring("privacy.erasures", FixedDelay.of(every)).execute((task, context) -> {
            work.workOff();
            restored.lookAgain();
        });
    }
}
