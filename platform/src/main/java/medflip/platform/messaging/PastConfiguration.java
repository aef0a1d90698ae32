package medflip.platform.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import medflip.platform.eventstore.EventTable;
import medflip.platform.view.PastViews;
import medflip.platform.view.Projection;
import medflip.platform.view.Rebuild;
import medflip.platform.view.StandingRebuilds;
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
import org.springframework.util.function.SingletonSupplier;

/**
 * What makes tables beside the live ones. A process without projections fills none, and lets go of what others filled
 * when somebody is erased.
 */
@Configuration(proxyBeanMethods = false)
public class PastConfiguration {

    @Bean
    ViewSwitch viewSwitch(
            Rebuild rebuild,
            @Qualifier("viewsDataSource") DataSource owner,
            JdbcClient jdbc,
            ApplicationContext context,
            Clock clock) {
        return new ViewSwitch(rebuild, owner, new StandingRebuilds(jdbc), projections(context), clock);
    }

    @Bean
    PastViews pastViews(
            EventTable table,
            TenantReplay replay,
            @Qualifier("viewsDataSource") DataSource owner,
            JdbcClient jdbc,
            ApplicationContext context) {
        return new PastViews(table, replay, owner, jdbc, projections(context));
    }

    @Bean
    ViewComparison viewComparison(
            EventTable table,
            TenantReplay replay,
            ViewProgress progress,
            @Qualifier("viewsDataSource") DataSource owner,
            @Qualifier("serviceDataSource") DataSource service,
            ApplicationContext context) {
        return new ViewComparison(table, replay, progress, owner, service, projections(context));
    }

    /** All there are, asked late; since every bean is looked at for that, they are asked once. */
    private static Supplier<Collection<Object>> projections(ApplicationContext context) {
        return SingletonSupplier.of(
                () -> context.getBeansWithAnnotation(Projection.class).values());
    }

    @Bean
    RecurringTask<Void> keepPastMilestones(
            PastViews past, @Value("${medflip.past.milestones-every:1h}") Duration every) {
        return Tasks.recurring("past.milestones", FixedDelay.of(every))
                .execute((task, context) -> past.keepMilestones());
    }
}
