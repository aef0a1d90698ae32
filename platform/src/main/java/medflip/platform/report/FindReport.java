package medflip.platform.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import medflip.platform.report.ReportDefinition.Basis;
import medflip.platform.report.ReportDefinition.Span;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;

/** Over which time, and by which days? */
record FindReport(
        @Schema(description = "First day that counts; all from the beginning where absent") @Nullable
        LocalDate from,

        @Schema(description = "Last day that counts; for a report of how things stood, that day; today where absent")
        @Nullable
        LocalDate to,

        @Schema(description = "CASH only where the report has it", defaultValue = "ACCRUAL") @Nullable
        Basis basis) {

    Basis wantedBasis() {
        return basis == null ? Basis.ACCRUAL : basis;
    }

    /** @throws Faults.InvalidRequest if the report can't be asked so */
    void check(ReportDefinition definition) {
        Faults faults = new Faults();
        faults.check(
                definition.bases().contains(wantedBasis()), "basis", "This report isn't told by the days of payment.");
        faults.check(from == null || definition.span() == Span.PERIOD, "from", "This report looks at one day: say to.");
        faults.check(from == null || to == null || !from.isAfter(to), "to", "The last day comes after the first.");
        faults.throwIfAny();
    }
}
