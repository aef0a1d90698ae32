package medflip.platform.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.report.Report.About;
import medflip.platform.report.Report.Row;
import medflip.platform.report.ReportColumn.Kind;
import medflip.platform.report.ReportDefinition.Span;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a report's query. A report tells its first rows, and the sums over all of them; a file has all. */
@Component
class ReportStore {

    private static final int SHOWN = 500;
    private static final int FETCH_SIZE = 1_000;

    /** Before and after every business date; PostgreSQL knows both. */
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final TenantJdbc tenants;
    private final Clock clock;

    ReportStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Business(String currency, LocalDate today) {}

    /** Empty while there is no business. */
    Optional<Report> read(TenantId tenant, ReportDefinition definition, FindReport question) {
        return tenants.read(
                tenant, queries -> business(queries).map(business -> read(queries, business, definition, question)));
    }

    /** A row, and the currency of its amounts. */
    record ReportLine(Row row, String currency) {}

    /**
     * Hands every row to the consumer.
     *
     * @throws CommandRejected with {@link RequestRejection#NOT_FOUND} while there is no business
     */
    void forEach(TenantId tenant, ReportDefinition definition, FindReport question, Consumer<ReportLine> each) {
        tenants.run(tenant, queries -> {
            Business business = business(queries).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
            forEach(
                    queries,
                    business,
                    definition,
                    question,
                    row -> each.accept(new ReportLine(row, business.currency())));
        });
    }

    private Report read(
            TenantJdbc.Queries queries, Business business, ReportDefinition definition, FindReport question) {
        List<ReportColumn> columns = definition.columns();
        List<Row> shown = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        List<Object> sums = new ArrayList<>(columns.stream()
                .map(column -> column.summed() ? (Object) 0L : "")
                .toList());
        bound(queries.query(summed(definition, question)), business, definition, question)
                .query((row, number) -> {
                    if (number == 0) {
                        count.set(row.getLong("row_count"));
                        for (int i = 0; i < columns.size(); i++) {
                            if (columns.get(i).summed()) {
                                sums.set(i, row.getLong("sum_" + i));
                            }
                        }
                    }
                    return shown.add(row(definition, row));
                })
                .list();
        return new Report(
                About.of(definition),
                business.currency(),
                question.wantedBasis(),
                question.from(),
                definition.span() == Span.DAY ? to(definition, question, business) : question.to(),
                columns,
                shown,
                count.get(),
                new Row(sums, null));
    }

    /** The report's first rows, each beside the sums over all of them: only those few leave the database. */
    private static String summed(ReportDefinition definition, FindReport question) {
        StringBuilder sums = new StringBuilder("count(*) OVER () AS row_count");
        List<ReportColumn> columns = definition.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).summed()) {
                sums.append(
                        ", sum(r.%s) OVER () AS sum_%d".formatted(columns.get(i).id(), i));
            }
        }
        return definition.named(
                "SELECT r.*, %s FROM (%s) r LIMIT %d".formatted(sums, definition.sql(question.wantedBasis()), SHOWN));
    }

    private static void forEach(
            TenantJdbc.Queries queries,
            Business business,
            ReportDefinition definition,
            FindReport question,
            Consumer<Row> each) {
        try (Stream<Row> rows = bound(
                queries.query(definition.named(definition.sql(question.wantedBasis()))), business, definition, question)
                .withFetchSize(FETCH_SIZE)
                .query((row, number) -> row(definition, row))
                .stream()) {
            rows.forEach(each);
        }
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, Business business, ReportDefinition definition, FindReport question) {
        return statement
                .param("currency", business.currency())
                .param("from", question.from() == null ? BEGINNING : question.from())
                .param("to", to(definition, question, business));
    }

    private static LocalDate to(ReportDefinition definition, FindReport question, Business business) {
        return Objects.requireNonNullElse(question.to(), definition.span() == Span.DAY ? business.today() : END);
    }

    private static Row row(ReportDefinition definition, ResultSet row) throws SQLException {
        List<Object> cells = new ArrayList<>(definition.columns().size());
        for (ReportColumn column : definition.columns()) {
            cells.add(cell(column, row));
        }
        UUID link = definition.link() == null ? null : Columns.idOrNull(row, "link");
        return new Row(cells, link);
    }

    private static Object cell(ReportColumn column, ResultSet row) throws SQLException {
        if (column.isNumber()) {
            return row.getLong(column.id());
        }
        String text = Objects.requireNonNullElse(row.getString(column.id()), "");
        return column.kind() == Kind.MONTH && text.length() > 7 ? text.substring(0, 7) : text;
    }

    private Optional<Business> business(TenantJdbc.Queries queries) {
        return queries.query("SELECT currency, time_zone FROM account WHERE {tenant}")
                .query((row, number) -> new Business(
                        row.getString("currency"),
                        LocalDate.now(clock.withZone(ZoneId.of(row.getString("time_zone"))))))
                .optional();
    }
}
