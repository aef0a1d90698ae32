package medflip.deals.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.DeadlineIndex.Deadline;
import medflip.deals.write.InspectionCommand.DonateBoxes;
import medflip.deals.write.QuoteCommand.ExpireQuote;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks again and again for deals whose day has passed. What it sends changes nothing the second time, so it does no
 * harm that a deal is seen twice because the look-up lags behind.
 */
@Configuration(proxyBeanMethods = false)
class DeadlineSweep {

    private static final Logger log = LoggerFactory.getLogger(DeadlineSweep.class);

    @Bean
    RecurringTask<Void> passDealDeadlines(
            DeadlineIndex deadlines,
            Commands commands,
            BusinessCalendar calendar,
            Clock clock,
            @Value("${medflip.deals.look-for-deadlines-every:15s}") Duration every) {
        return Tasks.recurring("deals.deadlines", FixedDelay.of(every)).execute((task, context) -> {
            // Somewhere it may be tomorrow already; whether it is where the business is, its calendar says.
            LocalDate tomorrow = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
            deadlines
                    .passed(tomorrow, clock.instant())
                    .forEach(deadline -> pass(deadline, deadlines, commands, calendar, clock));
        });
    }

    private static void pass(
            Deadline deadline, DeadlineIndex deadlines, Commands commands, BusinessCalendar calendar, Clock clock) {
        LocalDate today = calendar.today(deadline.deal().tenantId());
        if (!today.isAfter(deadline.lastDay())) {
            return;
        }
        try {
            commands.send(
                    Caller.job(deadline.deal().tenantId(), "deal-deadlines"),
                    switch (deadline.what()) {
                        case EXPIRE -> new ExpireQuote(deadline.deal(), today);
                        case DONATE -> new DonateBoxes(deadline.deal(), today);
                        case CLOSE -> new CloseDeal(deadline.deal(), today);
                    });
        } catch (CommandRejected refused) {
            // It changed before its deadline was seen to, or something else must happen first: a claim, a return.
            log.info(
                    "{} is due to {} and can't: {}",
                    deadline.deal(),
                    deadline.what(),
                    refused.reason().code());
            deadlines.triedInVain(deadline, clock.instant());
        }
    }
}
