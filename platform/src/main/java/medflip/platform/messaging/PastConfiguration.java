package medflip.platform.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import medflip.platform.eventstore.EventTable;
import medflip.platform.view.PastViews;
import medflip.platform.view.Projection;
import medflip.platform.view.Rebuild;
import medflip.platform.view.TenantReplay;
import medflip.platform.view.ViewComparison;
import medflip.platform.view.ViewProgress;
import medflip.platform.view.ViewSwitch;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What makes tables beside the live ones, as the owner: a process that only fills and answers views has nothing of it.
 */
@Configuration(proxyBeanMethods = false)
public class PastConfiguration {

    @Bean
    ViewSwitch viewSwitch(
            Rebuild rebuild, @Qualifier("ownerDataSource") DataSource owner, ApplicationContext context, Clock clock) {
        return new ViewSwitch(
                rebuild,
                owner,
                () -> context.getBeansWithAnnotation(Projection.class).values(),
                clock);
    }

    @Bean
    PastViews pastViews(
            EventTable table,
            TenantReplay replay,
            @Qualifier("ownerDataSource") DataSource owner,
            JdbcClient jdbc,
            ApplicationContext context) {
        return new PastViews(
                table,
                replay,
                owner,
                jdbc,
                () -> context.getBeansWithAnnotation(Projection.class).values());
    }

    @Bean
    ViewComparison viewComparison(
            EventTable table,
            TenantReplay replay,
            ViewProgress progress,
            @Qualifier("ownerDataSource") DataSource owner,
            @Qualifier("serviceDataSource") DataSource service,
            ApplicationContext context) {
        return new ViewComparison(
                table,
                replay,
                progress,
                owner,
                service,
                () -> context.getBeansWithAnnotation(Projection.class).values());
    }

    @Bean
    RecurringTask<Void> keepPastMilestones(
            PastViews past, @Value("${medflip.past.milestones-every:1h}") Duration every) {
        return Tasks.recurring("past.milestones", FixedDelay.of(every))
                .execute((task, context) -> past.keepMilestones());
    }
}
