package medflip.platform.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report is: its words, its columns, and one query whose columns are called like them. The query says
 * {@code {tenant}} and may name {@code :currency}, {@code :from} and {@code :to}; its order is the report's.
 *
 * <pre>{@code
 * ReportDefinition.of("profit-by-buyer", "Profit by buyer", "Profit")
 *         .explained("What each wholesale buyer brought.")
 *         .over(Span.PERIOD)
 *         .reads("reports.books")
 *         .columns(text("buyer", "Buyer"), money("proceeds", "Sold for"))
 *         .chart("buyer", "proceeds")
 *         .query("SELECT … WHERE {tenant} AND on_date BETWEEN :from AND :to GROUP BY buyer ORDER BY 2 DESC");
 * }</pre>
 */
public final class ReportDefinition {

    /** What of time a report looks at. */
    public enum Span {
        /** What happened from a day to a day, both included. */
        PERIOD,
        /** How things stood at the end of a day. */
        DAY
    }

    /** When something counts. */
    public enum Basis {
        /** When it was earned or owed. */
        ACCRUAL,
        /** When money moved. */
        CASH
    }

    /** Where a row leads. */
    public enum Link {
        DEAL,
        CUSTOMER,
        LOT,
        SALE
    }

    /** A bar for each row, or a group of bars: {@code by} names the column below them, {@code series} their heights. */
    public record Chart(String by, List<String> series) {}

    /** What a row is called by: columns, and the joins to rows {@code r} of the query that they come from. */
    record Naming(String columns, String joins) {}

    private final String name;
    private final String title;
    private final String group;
    private final Map<Basis, String> queries = new EnumMap<>(Basis.class);
    private final List<ReportColumn> columns = new ArrayList<>();
    private final List<String> reads = new ArrayList<>(List.of("accounts.workspace"));
    private String explanation = "";
    private Span span = Span.PERIOD;
    private @Nullable Chart chart;
    private @Nullable Link link;
    private @Nullable Naming naming;

    private ReportDefinition(String name, String title, String group) {
        this.name = name;
        this.title = title;
        this.group = group;
    }

    /**
     * @param name in the address and of the file: lower-case words with hyphens
     * @param group under which it stands beside others
     */
    public static ReportDefinition of(String name, String title, String group) {
        return new ReportDefinition(name, title, group);
    }

    /** One or two sentences: what is counted, and by which day. */
    public ReportDefinition explained(String sentences) {
        explanation = sentences;
        return this;
    }

    public ReportDefinition over(Span wanted) {
        span = wanted;
        return this;
    }

    /** Names the processing groups of the views that the query reads. */
    public ReportDefinition reads(String... groups) {
        reads.addAll(List.of(groups));
        return this;
    }

    public ReportDefinition columns(ReportColumn... several) {
        columns.addAll(List.of(several));
        return this;
    }

    public ReportDefinition chart(String by, String... series) {
        chart = new Chart(by, List.of(series));
        return this;
    }

    /** Each row leads to the thing whose id stands in the query's column {@code link}. */
    public ReportDefinition linking(Link to) {
        link = to;
        return this;
    }

    public ReportDefinition query(String sql) {
        queries.put(Basis.ACCRUAL, sql);
        return this;
    }

    /** The same by the days on which money moved, with the same columns. */
    public ReportDefinition cashQuery(String sql) {
        queries.put(Basis.CASH, sql);
        return this;
    }

    /**
     * Columns that are looked up for the rows that are shown, once they are summed and in order: rows that nobody sees
     * cost no look-up.
     *
     * @param joins to at most one row for each row {@code r} of the query
     */
    public ReportDefinition naming(String columns, String joins) {
        naming = new Naming(columns, joins);
        return this;
    }

    /** What the API calls it. */
    public String name() {
        return name;
    }

    String title() {
        return title;
    }

    String group() {
        return group;
    }

    String explanation() {
        return explanation;
    }

    Span span() {
        return span;
    }

    /** The views that its query reads, by their processing groups. */
    public List<String> reads() {
        return List.copyOf(reads);
    }

    List<ReportColumn> columns() {
        return List.copyOf(columns);
    }

    @Nullable
    Chart chart() {
        return chart;
    }

    @Nullable
    Link link() {
        return link;
    }

    /** The rows of a query over {@link #sql}, in their order, with their names. */
    String named(String rows) {
        return naming == null
                ? rows
                : "SELECT r.*, %s FROM (SELECT q.*, row_number() OVER () AS place FROM (%s) q) r %s ORDER BY r.place"
                        .formatted(naming.columns(), rows, naming.joins());
    }

    List<Basis> bases() {
        return List.copyOf(queries.keySet());
    }

    String sql(Basis basis) {
        return Objects.requireNonNull(queries.get(basis));
    }
}
