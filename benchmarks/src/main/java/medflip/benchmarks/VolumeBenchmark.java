package medflip.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.view.Projection;
import org.springframework.aop.support.AopUtils;

/**
 * How quick screens and reports stay for a business with very many deals beside very many other businesses. A real
 * ledger of about 1,500 deals is imported through the front door; its rows in every view are then copied, with other
 * ids and other days, by set-based SQL that asks the database which columns there are.
 *
 * <p>{@code -Dcopies=200} of the ledger's lots and sales for the large business (300,000), and a third as many of its
 * people, deals and payouts (100,000 deals; {@code -Dpurchases} is another number of copies of these,
 * {@code -Dpurchased=customer,deal} says what of them is copied so often: tables that begin with that),
 * {@code -Dothers=1000} other businesses, {@code -Drequests=60} of each question,
 * {@code -Dquestions=screens,reports,export} of these and {@code what-if} and {@code searches}: for those
 * {@code -Dcopies=594} makes 100,000 people, who then get numbers, notes and texts of their own.
 */
public final class VolumeBenchmark {

    private static final int COPIES = Integer.getInteger("copies", 200);
    private static final int DEAL_COPIES = Integer.getInteger("purchases", Math.max(1, COPIES / 3));
    private static final int OTHERS = Integer.getInteger("others", 1_000);
    private static final int REQUESTS = Integer.getInteger("requests", 60);
    private static final Set<String> QUESTIONS =
            Set.of(System.getProperty("questions", "screens,reports,export").split(","));
    private static final Set<String> PURCHASED = Set.of(
            System.getProperty("purchased", "customer,deal,payout,offer,search").split(","));
    private static final double NANOS_A_MILLISECOND = 1e6;

    /** What is the same for all copies: the business itself, and its catalog. */
    private static final Set<String> ONCE = Set.of("account", "account_user", "account_member", "product");

    private static final List<String> SCREENS = List.of(
            "/api/today",
            "/api/deals",
            "/api/deals?state=PAID&sort=-profit",
            "/api/deals?search=verio",
            "/api/deals?search=davis",
            "/api/lots",
            "/api/sales",
            "/api/customers?search=an",
            "/api/search?q=verio%20an");

    /** Names, also mistyped, parts of phone numbers, deals, lots, tracking numbers, codes, notes and texts. */
    private static final List<String> SEARCHES = Stream.of(
                    "davis",
                    "tammy dav",
                    "tamy",
                    "617-555",
                    "5550",
                    "verio",
                    "verio davis",
                    "KX2207",
                    "1Z999AA1",
                    "53885",
                    "neighbour",
                    "sealed boxes",
                    "nothing like it")
            .map(words -> "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
            .toList();

    private static final String YEAR = "?from=2025-01-01&to=2025-12-31";

    private static final List<String> REPORTS = Stream.of(
                    "profit-by-month",
                    "profit-by-product",
                    "profit-by-buyer",
                    "profit-by-lead-source",
                    "profit-by-deal",
                    "cash-flow",
                    "cost-of-goods",
                    "payees-by-year")
            .map(report -> "/api/reports/" + report + YEAR)
            .toList();

    private static final List<String> WHAT_IFS = Stream.of(
                    "deduction=10&leaveAt=15", "floor=30", "tiers=8:100,5:70,3:40", "version=1&deduction=5&floor=20")
            .map(rules -> "/api/what-if?" + rules)
            .toList();

    private final EmbeddedDatabase server;
    private final Client owner;
    private final List<String> tables;

    private VolumeBenchmark(MeasuredService service) throws IOException, InterruptedException {
        this.server = service.bean(EmbeddedDatabase.class);
        this.owner = new Client(service.root());
        this.tables = service.context().getBeansWithAnnotation(Projection.class).values().stream()
                .flatMap(view -> Stream.of(AopUtils.getTargetClass(view)
                        .getAnnotation(Projection.class)
                        .tables()))
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        try (MeasuredService service = MeasuredService.start()) {
            VolumeBenchmark benchmark = new VolumeBenchmark(service);
            benchmark.fill();
            if (QUESTIONS.contains("screens")) {
                benchmark.ask("Screens", SCREENS);
            }
            if (QUESTIONS.contains("reports")) {
                benchmark.ask("Reports", REPORTS);
            }
            if (QUESTIONS.contains("what-if")) {
                benchmark.quote();
                benchmark.ask("What if, %d lines".formatted(benchmark.count("deal_line")), WHAT_IFS);
            }
            if (QUESTIONS.contains("searches")) {
                benchmark.tellApart();
                benchmark.ask("Searches", SEARCHES);
            }
            if (QUESTIONS.contains("export")) {
                benchmark.export();
            }
        }
    }

    private void fill() throws Exception {
        owner.importSampleLedger();
        UUID tenant = owner.tenant();
        try (Connection connection = server.superuser("medflip");
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                if (ONCE.contains(table)) {
                    continue;
                }
                Columns columns = Columns.of(connection, table);
                int copies = ofPurchases(table) ? DEAL_COPIES : COPIES;
                statement.execute(columns.copy(table, tenant, "generate_series(1, " + (copies - 1) + ")"));
            }
            for (String table : tables) {
                statement.execute(Columns.of(connection, table).copyToOthers(table, tenant, OTHERS));
            }
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static boolean ofPurchases(String table) {
        return PURCHASED.stream().anyMatch(table::startsWith);
    }

    /** Copied people share their numbers; these get others, and each a note, a text and a parcel of their own. */
    private void tellApart() throws Exception {
        try (Connection connection = server.superuser("medflip");
                Statement statement = connection.createStatement()) {
            String tenant = "tenant_id = '" + owner.tenant() + "'";
            statement.execute("DELETE FROM read.search_part WHERE " + tenant);
            statement.execute(parts(
                    "customer",
                    "substr((12000000000 + abs(hashtext(id::text)))::text, n)"
                            + " FROM read.customer, generate_series(1, 9) n WHERE " + tenant));
            statement.execute(parts(
                    "note",
                    "unnest(ARRAY['sent', 'by', 'a', 'neighbour', md5(id::text)])" + " FROM read.customer WHERE "
                            + tenant));
            statement.execute(parts(
                    "text",
                    "unnest(ARRAY['are', 'they', 'sealed', md5(id::text)])" + " FROM read.customer WHERE " + tenant));
            statement.execute(
                    "INSERT INTO read.customer_note (tenant_id, customer_id, id, text, written_at, written_by)"
                            + " SELECT tenant_id, id, id, 'Sent by a neighbour, ' || md5(id::text), now(), 'user'"
                            + " FROM read.customer WHERE " + tenant + " ON CONFLICT DO NOTHING");
            statement.execute("INSERT INTO read.conversation"
                    + " (tenant_id, id, number, last_at, last_incoming, unseen, version)"
                    + " SELECT tenant_id, id, '+1617' || lpad((row_number() OVER ())::text, 7, '0'), now(), true, false, 0"
                    + " FROM read.customer WHERE " + tenant);
            statement.execute("INSERT INTO read.conversation_text"
                    + " (tenant_id, conversation_id, id, position, incoming, body, at, state)"
                    + " SELECT tenant_id, id, id, row_number() OVER (), true, 'Are they sealed? ' || md5(id::text),"
                    + " now(), 'RECEIVED' FROM read.customer WHERE " + tenant);
            statement.execute("UPDATE read.sale SET tracking = upper(md5(id::text)) WHERE " + tenant);
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Purchases of the ledger become quotes that were taken and bought as quoted, and products get prices. */
    private void quote() throws Exception {
        UUID tenant = owner.tenant();
        List<UUID> products = new ArrayList<>();
        try (Connection connection = server.superuser("medflip");
                Statement statement = connection.createStatement()) {
            String own = "tenant_id = '" + tenant + "'";
            statement.execute("UPDATE read.deal SET imported = false, agreed_on = dealt_on WHERE " + own);
            statement.execute("UPDATE read.deal_line SET grade = 'PERFECT', expiry = date '2027-06-01',"
                    + " unit_price = total / quantity, trace = '{\"bestPrice\": {\"minor\": 4000}}' WHERE " + own);
            statement.execute("INSERT INTO read.deal_found (tenant_id, deal_id, number, line, expiry, grade, quantity,"
                    + " unit_price, outcome, total, lot_id, currency, trace)"
                    + " SELECT tenant_id, deal_id, line, line, expiry, grade, quantity, unit_price, 'STOCK', total,"
                    + " l.id, currency, trace FROM read.deal_line LEFT JOIN (SELECT DISTINCT ON (deal_id) deal_id, id"
                    + " FROM read.lot WHERE " + own + ") l USING (deal_id) WHERE " + own + " ON CONFLICT DO NOTHING");
            try (ResultSet product =
                    statement.executeQuery("SELECT DISTINCT product_id FROM read.deal_line WHERE " + own)) {
                while (product.next()) {
                    products.add(product.getObject(1, UUID.class));
                }
            }
            statement.execute("VACUUM ANALYZE");
        }
        owner.publishPrices(products);
    }

    /** Words of the people's numbers, notes and texts, which are called as they are. */
    private static String parts(String kind, String words) {
        return "INSERT INTO read.search_part (tenant_id, kind, about_id, part_id, word) SELECT tenant_id, '" + kind
                + "', id, id, " + words;
    }

    private void ask(String what, List<String> questions) throws Exception {
        Report.heading(
                "%s, %d people, %d copies of the ledger, %d other businesses, %d requests each, load average %.1f",
                what,
                count("customer"),
                COPIES,
                OTHERS,
                REQUESTS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Report.row("question", "p50 ms", "p95 ms", "slowest ms");
        Report.row("---", "---", "---", "---");
        for (String path : questions) {
            List<Double> times = new ArrayList<>();
            for (int i = -5; i < REQUESTS; i++) {
                long begin = System.nanoTime();
                owner.get(path, OutputStream.nullOutputStream());
                if (i >= 0) {
                    times.add((System.nanoTime() - begin) / NANOS_A_MILLISECOND);
                }
            }
            List<Double> sorted = times.stream().sorted().toList();
            Report.row(
                    path,
                    "%.0f".formatted(sorted.get(sorted.size() / 2)),
                    "%.0f".formatted(sorted.get(sorted.size() * 95 / 100)),
                    "%.0f".formatted(sorted.getLast()));
        }
    }

    /** The longest list as a file, beside the server's own COPY of the same rows and columns. */
    private void export() throws Exception {
        long rows = count("deal");
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            copy();
            best[0] = Math.min(best[0], System.nanoTime() - begin);
            begin = System.nanoTime();
            owner.get("/api/deals.csv", OutputStream.nullOutputStream());
            best[1] = Math.min(best[1], System.nanoTime() - begin);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        Report.heading("Deals as CSV, %d rows", rows);
        Report.row("", "rows a second", "of COPY");
        Report.row("---", "---", "---");
        Report.row("COPY", "%.0f".formatted(rows * 1e9 / best[0]), "1.00");
        Report.row("CSV", "%.0f".formatted(rows * 1e9 / best[1]), "%.2f".formatted((double) best[0] / best[1]));
        Report.row("most old heap, MB", "%d".formatted(peak >> 20), "");
    }

    private long count(String table) throws SQLException, IOException, InterruptedException {
        try (Connection connection = server.superuser("medflip");
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM read." + table + " WHERE tenant_id = ?")) {
            statement.setObject(1, owner.tenant());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The server's own way, into nothing. */
    private void copy() throws SQLException, IOException, InterruptedException {
        try (Connection connection = server.superuser("medflip");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT d.*, c.name FROM read.deal d"
                    + " LEFT JOIN read.customer c ON c.tenant_id = d.tenant_id AND c.id = d.customer_id"
                    + " WHERE d.tenant_id = '" + owner.tenant() + "' ORDER BY d.dealt_on DESC, d.id DESC)"
                    + " TO '/dev/null' (FORMAT csv)");
        }
    }

    /** How the columns of a table are copied: ids by hashing, days by moving them, all else as it is. */
    private record Columns(List<String> names, List<String> copied, List<String> toOthers) {

        static Columns of(Connection connection, String table) throws SQLException {
            Columns columns = new Columns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT column_name, data_type FROM information_schema.columns
                    WHERE table_schema = 'read' AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position
                    """)) {
                statement.setString(1, table);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        columns.add(row.getString(1), row.getString(2));
                    }
                }
            }
            return columns;
        }

        private void add(String name, String type) {
            names.add(name);
            toOthers.add(name.equals("tenant_id") ? "md5('tenant' || n)::uuid" : name);
            if (name.equals("deal_id") || name.equals("customer_id")) {
                // As many lots as copies, but a third of the deals: several lots are of one deal.
                copied.add("CASE WHEN n %% %1$d = 0 THEN %2$s ELSE md5(%2$s::text || n %% %1$d)::uuid END"
                        .formatted(DEAL_COPIES, name));
            } else if (type.equals("uuid") && !name.equals("tenant_id") && !name.equals("product_id")) {
                copied.add("md5(" + name + "::text || n)::uuid");
            } else if (type.equals("date")) {
                copied.add(name + " - n % 365");
            } else if (name.equals("position")) {
                copied.add("position + n * 10000000000");
            } else {
                copied.add(name);
            }
        }

        String copy(String table, UUID tenant, String numbers) {
            return "INSERT INTO read." + table + " (" + String.join(", ", names) + ") SELECT "
                    + String.join(", ", copied) + " FROM (SELECT * FROM read." + table + " WHERE tenant_id = '" + tenant
                    + "') t, " + numbers + " n ON CONFLICT DO NOTHING";
        }

        /** Each gets fifty rows of each table: enough to be in the way, too few to matter by itself. */
        String copyToOthers(String table, UUID tenant, int others) {
            return "INSERT INTO read." + table + " (" + String.join(", ", names) + ") SELECT "
                    + String.join(", ", toOthers) + " FROM (SELECT * FROM read." + table + " WHERE tenant_id = '"
                    + tenant
                    + "' LIMIT 50) t, generate_series(1, " + others + ") n ON CONFLICT DO NOTHING";
        }
    }
}
