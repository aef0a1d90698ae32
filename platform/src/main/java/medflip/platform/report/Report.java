package medflip.platform.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.platform.report.ReportDefinition.Basis;
import medflip.platform.report.ReportDefinition.Chart;
import medflip.platform.report.ReportDefinition.Link;
import medflip.platform.report.ReportDefinition.Span;
import org.jspecify.annotations.Nullable;

/**
 * A report, answered.
 *
 * @param currency of all amounts, which are told in its minor units
 * @param to the last day that it looks at; absent where it looks at all days
 * @param rows the first {@code 500}; the file has them all
 * @param rowCount how many there are
 * @param total sums over all rows, under the columns that have one; empty texts elsewhere
 */
record Report(
        About about,
        String currency,
        Basis basis,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<ReportColumn> columns,
        List<Row> rows,
        long rowCount,
        Row total) {

    /** What there is to know of a report without asking for it. */
    @Schema(name = "ReportAbout")
    record About(
            String name,
            String title,
            String group,
            String explanation,
            Span span,
            List<Basis> bases,
            @Nullable Chart chart,
            @Nullable Link link) {

        static About of(ReportDefinition definition) {
            return new About(
                    definition.name(),
                    definition.title(),
                    definition.group(),
                    definition.explanation(),
                    definition.span(),
                    definition.bases(),
                    definition.chart(),
                    definition.link());
        }
    }

    /**
     * A line: a cell for each column, a number or a text by its kind.
     *
     * @param link id of the thing that it leads to
     */
    @Schema(name = "ReportRow")
    record Row(
            @ArraySchema(schema = @Schema(implementation = Cell.class)) @JsonInclude
            List<Object> cells,

            @Nullable UUID link) {}

    /** What a cell may be. */
    @Schema(oneOf = {String.class, Long.class})
    interface Cell {}
}
