package medflip.platform.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A column of a report.
 *
 * @param id name of the SQL's column
 * @param kind what stands in it
 * @param summed whether the report's last row adds it up
 */
public record ReportColumn(
        String id, String title, Kind kind, @JsonIgnore boolean summed) {

    /** What a column's cells are, and so how they are written. */
    @Schema(name = "ReportColumnKind")
    public enum Kind {
        TEXT,
        /** {@code 2026-11-24}. */
        DATE,
        /** {@code 2026-11}. */
        MONTH,
        /** A whole number. */
        COUNT,
        /** Minor units of the report's currency. */
        MONEY,
        /** The same, where it matters whether it is above or below nothing. */
        PROFIT,
        /** A number with one decimal, told in tenths. */
        TENTHS
    }

    public static ReportColumn text(String id, String title) {
        return new ReportColumn(id, title, Kind.TEXT, false);
    }

    public static ReportColumn date(String id, String title) {
        return new ReportColumn(id, title, Kind.DATE, false);
    }

    public static ReportColumn month(String id, String title) {
        return new ReportColumn(id, title, Kind.MONTH, false);
    }

    public static ReportColumn count(String id, String title) {
        return new ReportColumn(id, title, Kind.COUNT, true);
    }

    /** A number of which a sum would say nothing, such as days of waiting. */
    public static ReportColumn number(String id, String title) {
        return new ReportColumn(id, title, Kind.COUNT, false);
    }

    public static ReportColumn money(String id, String title) {
        return new ReportColumn(id, title, Kind.MONEY, true);
    }

    /** An amount of which a sum would say nothing, such as a balance. */
    public static ReportColumn balance(String id, String title) {
        return new ReportColumn(id, title, Kind.MONEY, false);
    }

    public static ReportColumn profit(String id, String title) {
        return new ReportColumn(id, title, Kind.PROFIT, true);
    }

    /** @param summed whether a sum says something, as of miles and unlike of rates */
    public static ReportColumn tenths(String id, String title, boolean summed) {
        return new ReportColumn(id, title, Kind.TENTHS, summed);
    }

    boolean isNumber() {
        return kind == Kind.COUNT || kind == Kind.MONEY || kind == Kind.PROFIT || kind == Kind.TENTHS;
    }
}
