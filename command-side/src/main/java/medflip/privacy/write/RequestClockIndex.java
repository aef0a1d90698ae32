package medflip.privacy.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestExtended;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.ReminderKind;
import medflip.privacy.write.PrivacyRequestCommand.RemindOwners;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests wait, and of which owners are to be reminded. Whether they are, the request itself decides. */
@Component
@ProcessingGroup("privacy.request-clocks")
class RequestClockIndex {

    private static final Logger log = LoggerFactory.getLogger(RequestClockIndex.class);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Commands commands;
    private final BusinessCalendar calendar;
    private final Clock clock;

    RequestClockIndex(JdbcClient jdbc, Commands commands, BusinessCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.calendar = calendar;
        this.clock = clock;
    }

    @EventHandler
    void on(RequestReceived event) {
        remind(event.requestId(), event.dueOn().minusDays(PrivacyRequest.REMINDED_BEFORE));
    }

    @EventHandler
    void on(RequestExtended event) {
        remind(event.requestId(), event.dueOn().minusDays(PrivacyRequest.REMINDED_BEFORE));
    }

    @EventHandler
    void on(OwnersReminded event) {
        remind(
                event.requestId(),
                event.kind() == ReminderKind.SOON ? event.dueOn().plusDays(1) : null);
    }

    @EventHandler
    void on(RequestAnswered event) {
        end(event.requestId());
    }

    @EventHandler
    void on(RequestRefused event) {
        end(event.requestId());
    }

    @EventHandler
    void on(ErasureCertified event) {
        end(event.requestId());
    }

    private void remind(PrivacyRequestId request, @Nullable LocalDate on) {
        jdbc.sql("""
                        INSERT INTO write.open_privacy_request (tenant_id, request_id, remind_on)
                        VALUES (:tenant, :request, :on)
                        ON CONFLICT (tenant_id, request_id) DO UPDATE SET remind_on = excluded.remind_on
                        """)
                .param("tenant", request.tenantId().value())
                .param("request", request.local())
                .param("on", on)
                .update();
    }

    private void end(PrivacyRequestId request) {
        jdbc.sql("DELETE FROM write.open_privacy_request WHERE tenant_id = :tenant AND request_id = :request")
                .param("tenant", request.tenantId().value())
                .param("request", request.local())
                .update();
    }

    /** A day begins somewhere before it does in UTC; the request knows which day it is where the business is. */
    void remindOfAll() {
        LocalDate tomorrow =
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        List<PrivacyRequestId> waiting = jdbc.sql("""
                        SELECT tenant_id, request_id FROM write.open_privacy_request
                        WHERE remind_on <= :tomorrow ORDER BY remind_on LIMIT :most
                        """)
                .param("tomorrow", tomorrow)
                .param("most", MOST)
                .query((row, number) -> PrivacyRequestId.of(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("request_id", UUID.class)))
                .list();
        for (PrivacyRequestId request : waiting) {
            try {
                commands.send(
                        Caller.job(request.tenantId(), "privacy-reminders"),
                        new RemindOwners(request, calendar.today(request.tenantId())));
            } catch (RuntimeException e) {
                log.error("Nobody can be reminded of request {} now", request.local(), e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> remindOfRequests(
                RequestClockIndex clocks, @Value("${medflip.privacy.look-for-reminders-every:1m}") Duration every) {
            return Tasks.recurring("privacy.reminders", FixedDelay.of(every))
                    .execute((task, context) -> clocks.remindOfAll());
        }
    }
}
