package medflip.accounts.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeliveryScheduleCommand.TellDeliveryFailed;
import medflip.accounts.write.DeliveryScheduleCommand.TellDeliveryMade;
import medflip.accounts.write.ExportCommand.TellExportFailed;
import medflip.accounts.write.ExportCommand.TellExportReady;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.export.ArchiveParts;
import medflip.platform.export.ExportStore;
import medflip.platform.export.ExportStore.Ended;
import medflip.platform.export.ExportStore.Standing;
import medflip.platform.export.ExportStore.State;
import medflip.platform.privacy.Forgets;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.Caller;
import medflip.platform.work.Doorbell;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Tells users how their archives and deliveries ended, which are made where no command can be sent, and deletes what is
 * too old.
 */
@Component
class ExportEnds implements AutoCloseable {

    private final ExportStore store;
    private final Commands commands;
    private final Doorbell doorbell = Doorbell.forEach("export-ends", this::untold, this::tell);

    ExportEnds(ExportStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
        store.onChange(doorbell::ring);
    }

    private List<Ended> untold() {
        store.giveUp();
        return store.untold();
    }

    private void tell(Ended ended) {
        tell(ended.tenant(), ended.standing());
        store.told(ended.tenant(), ended.standing().id());
    }

    private void tell(TenantId tenant, Standing export) {
        if (export.schedule() != null) {
            tellDelivery(DeliveryScheduleId.of(tenant, export.schedule()), export);
            return;
        }
        UserId user = UserId.of(tenant, export.askedBy());
        commands.send(
                Caller.job(tenant, "export"),
                export.state() == State.FAILED
                        ? new TellExportFailed(user, export.id())
                        : new TellExportReady(
                                user,
                                export.id(),
                                export.bytes(),
                                Objects.requireNonNull(export.sha256()),
                                export.position(),
                                Objects.requireNonNull(export.goodUntil())));
    }

    private void tellDelivery(DeliveryScheduleId schedule, Standing export) {
        commands.send(
                Caller.job(schedule.tenantId(), "deliveries"),
                export.state() == State.FAILED
                        ? new TellDeliveryFailed(
                                schedule,
                                export.id(),
                                Objects.requireNonNullElse(export.failure(), DeliveryFailure.GAVE_UP))
                        : new TellDeliveryMade(
                                schedule,
                                export.id(),
                                export.rows(),
                                export.bytes(),
                                export.position(),
                                export.whole(),
                                Objects.requireNonNull(export.goodUntil())));
    }

    @Override
    public void close() {
        doorbell.close();
    }

    /** Looks again and again, whatever anybody rang. */
    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> tellHowExportsEnded(ExportEnds ends) {
            return Tasks.recurring("accounts.export-ends", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((task, context) -> ends.doorbell.ring());
        }

        @Bean
        Forgets archivesOfEverybody(ExportStore store) {
            return store.ofPeople();
        }

        @Bean
        RetentionRule oldArchives(ArchiveParts archives) {
            return archives.old();
        }
    }
}
