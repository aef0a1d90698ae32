package medflip.reports.write;

import java.time.Instant;
import medflip.platform.command.Command;
import medflip.reports.events.FiledReportId;

/** What can be asked of filed reports. */
sealed interface FiledReportCommand extends Command {
    FiledReportId reportId();

    @Override
    default FiledReportId aggregateId() {
        return reportId();
    }

    /** Puts on record what a report said at a position, by a clock. */
    record FileReport(
            FiledReportId reportId, String report, String filter, long upTo, Instant asOf, String sha256, long bytes)
            implements FiledReportCommand {}
}
