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
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.report.Report.About;
import medflip.platform.report.Report.Row;
import medflip.platform.report.ReportColumn.Kind;
import medflip.platform.report.ReportDefinition.Span;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Columns;
import org.springframework.stereotype.Component;

/** Asks a report's query. Rows are added up while they are read, so that the sums are over all of them. */
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

    /** Hands every row to the consumer. */
    void forEach(TenantId tenant, ReportDefinition definition, FindReport question, Consumer<Row> each) {
        tenants.run(
                tenant,
                queries -> business(queries)
                        .ifPresent(business -> forEach(queries, business, definition, question, each)));
    }

    /** The currency that amounts are told in. */
    Optional<String> currency(TenantId tenant) {
        return tenants.read(tenant, queries -> business(queries).map(Business::currency));
    }

    private Report read(
            TenantJdbc.Queries queries, Business business, ReportDefinition definition, FindReport question) {
        List<ReportColumn> columns = definition.columns();
        List<Row> shown = new ArrayList<>();
        long[] sums = new long[columns.size()];
        long[] count = new long[1];
        forEach(queries, business, definition, question, row -> {
            if (count[0]++ < SHOWN) {
                shown.add(row);
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += columns.get(i).summed() ? (Long) row.cells().get(i) : 0;
            }
        });
        List<Object> total = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            total.add(columns.get(i).summed() ? sums[i] : "");
        }
        return new Report(
                About.of(definition),
                business.currency(),
                question.wantedBasis(),
                question.from(),
                definition.span() == Span.DAY ? to(definition, question, business) : question.to(),
                columns,
                shown,
                count[0],
                new Row(total, null));
    }

    private static void forEach(
            TenantJdbc.Queries queries,
            Business business,
            ReportDefinition definition,
            FindReport question,
            Consumer<Row> each) {
        try (Stream<Row> rows = queries
                .query(definition.sql(question.wantedBasis()))
                .param("currency", business.currency())
                .param("from", question.from() == null ? BEGINNING : question.from())
                .param("to", to(definition, question, business))
                .withFetchSize(FETCH_SIZE)
                .query((row, number) -> row(definition, row))
                .stream()) {
            rows.forEach(each);
        }
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
