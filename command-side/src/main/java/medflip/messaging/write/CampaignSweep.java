package medflip.messaging.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has campaigns go on, again and again. */
@Configuration(proxyBeanMethods = false)
class CampaignSweep {

    @Bean
    RecurringTask<Void> writeCampaignTexts(
            CampaignTexts texts,
            Clock clock,
            @Value("${medflip.messaging.look-for-campaigns-every:2s}") Duration every) {
        return Tasks.recurring("messaging.campaigns", FixedDelay.of(every))
                .execute((task, context) -> texts.write(clock.instant()));
    }
}
