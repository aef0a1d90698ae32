package medflip.reports.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.platform.command.TenantAggregate;
import medflip.reports.events.FiledReportEvent.ReportFiled;
import medflip.reports.events.FiledReportId;
import medflip.reports.write.FiledReportCommand.FileReport;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A report that was filed. It stays what it is: another one is filed instead. */
@Aggregate(cache = "aggregateCache")
class FiledReport extends TenantAggregate {

    @AggregateIdentifier
    private @Nullable FiledReportId id;

    FiledReport() {}

    @CommandHandler
    FiledReport(FileReport command) {
        apply(new ReportFiled(
                command.reportId(),
                command.report(),
                command.filter(),
                command.upTo(),
                command.asOf(),
                command.sha256(),
                command.bytes()));
    }

    @EventSourcingHandler
    void evolve(ReportFiled event) {
        id = event.reportId();
    }

    @Override
    protected @Nullable FiledReportId id() {
        return id;
    }
}
