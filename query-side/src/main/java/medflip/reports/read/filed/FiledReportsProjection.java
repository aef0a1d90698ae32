package medflip.reports.read.filed;

import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import medflip.reports.events.FiledReportEvent.ReportFiled;
import org.axonframework.eventhandling.EventHandler;

/** Keeps which reports were filed, by whom and when. */
@Projection(processingGroup = FiledReportsProjection.GROUP, tables = "filed_report")
class FiledReportsProjection {

    static final String GROUP = "reports.filed";

    @EventHandler
    void on(ReportFiled event, Recorded recorded, Rows rows) {
        rows.write(
                event.reportId(),
                """
                INSERT INTO filed_report
                    (tenant_id, id, report, filter, up_to, as_of, sha256, bytes, filed_at, filed_by, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.reportId().tenantId(),
                event.reportId(),
                event.report(),
                event.filter(),
                event.upTo(),
                event.asOf(),
                event.sha256(),
                event.bytes(),
                recorded.at(),
                recorded.actor(),
                recorded.position());
    }
}
