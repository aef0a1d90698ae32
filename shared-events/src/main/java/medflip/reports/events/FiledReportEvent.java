package medflip.reports.events;

import java.time.Instant;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;

/** Everything that can happen to a filed report. */
public sealed interface FiledReportEvent extends DomainEvent {
    FiledReportId reportId();

    @Override
    default FiledReportId aggregateId() {
        return reportId();
    }

    /**
     * Somebody put on record what a report said.
     *
     * @param report its name in the API
     * @param filter with which it was asked, as in an address: from=2026-01-01&to=2026-03-31
     * @param upTo position of the business's last event that counted
     * @param asOf by which clock it was asked
     * @param sha256 of the bytes of its file, in hex
     * @param bytes how long that file was
     */
    record ReportFiled(
            FiledReportId reportId,

            @NotPersonal("a report's name") String report,

            @NotPersonal("days and a basis") String filter,

            long upTo,
            Instant asOf,

            @NotPersonal("a hash") String sha256,

            long bytes)
            implements FiledReportEvent {}
}
