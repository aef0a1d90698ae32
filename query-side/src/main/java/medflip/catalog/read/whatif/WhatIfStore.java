package medflip.catalog.read.whatif;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.whatif.WhatIf.RepricedLine;
import medflip.catalog.read.whatif.WhatIf.TradeOutcome;
import medflip.catalog.read.whatif.WhatIf.WhatIfItem;
import medflip.catalog.read.whatif.WhatIf.WhatIfMonth;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prices the quotes of a period anew, line by line in memory: the database hands over what was quoted, found, paid and
 * sold, and {@link ListedProduct} says what else it could have cost.
 */
@Component
class WhatIfStore {

    private static final int ITEMS_SHOWN = 200;
    private static final int FETCH_SIZE = 5_000;
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final String QUOTES = """
            WITH quote AS (
                SELECT id, dealt_on, agreed_on FROM deal
                WHERE {tenant} AND state IS NOT NULL AND NOT imported AND currency = :currency
                  AND dealt_on BETWEEN :from AND :to)
            """;

    private static final String LINES = QUOTES + """
            SELECT q.dealt_on, l.deal_id, l.line, l.product_id, l.item, l.expiry, l.grade, l.quantity, l.unit_price,
                   (l.trace -> 'bestPrice' ->> 'minor')::bigint AS best
            FROM quote q JOIN deal_line l ON {l.tenant} AND l.deal_id = q.id
            ORDER BY q.dealt_on, l.deal_id, l.line
            """;

    private static final String BOUGHT = QUOTES + """
            , trade AS (
                SELECT root_id, sum(sold) AS sold, sum(profit) AS profit FROM lot WHERE {tenant} GROUP BY root_id)
            SELECT f.deal_id, f.line, f.expiry, f.grade, f.quantity, f.unit_price, f.total,
                   (f.trace -> 'bestPrice' ->> 'minor')::bigint AS best,
                   coalesce(t.sold, 0) AS sold, coalesce(t.profit, 0) AS profit
            FROM quote q JOIN deal_found f ON {f.tenant} AND f.deal_id = q.id
            LEFT JOIN trade t ON t.root_id = f.lot_id
            WHERE q.agreed_on IS NOT NULL AND f.outcome = 'STOCK' AND f.unit_price IS NOT NULL
            """;

    private final TenantJdbc tenants;

    WhatIfStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    private record LineKey(UUID deal, int line) {}

    /** Boxes of a line that were bought. */
    private record Bought(
            YearMonth expiry,
            @Nullable Grade grade,
            int quantity,
            Money each,
            Money total,
            @Nullable Money best,
            long sold,
            Money profit) {}

    /** All of it, added up. */
    WhatIf read(TenantId tenant, FindWhatIf question) {
        Sums sums = new Sums();
        forEach(tenant, question, sums);
        return sums.whatIf();
    }

    /**
     * Hands over every line.
     *
     * @throws CommandRejected with {@link RequestRejection#NOT_FOUND} if there is no such version of the list
     */
    void forEach(TenantId tenant, FindWhatIf question, Consumer<RepricedLine> each) {
        forEach(tenant, question, new Lines() {
            @Override
            public void begin(String currency) {}

            @Override
            public void unpriced() {}

            @Override
            public void add(RepricedLine line) {
                each.accept(line);
            }
        });
    }

    /** Who is told of lines. */
    private interface Lines {
        void begin(String currency);

        /** One that the list doesn't name. */
        void unpriced();

        void add(RepricedLine line);
    }

    private void forEach(TenantId tenant, FindWhatIf question, Lines lines) {
        Repricing repricing = question.repricing();
        tenants.run(tenant, queries -> {
            Optional<String> currency = queries.query("SELECT currency FROM account WHERE {tenant}")
                    .query(String.class)
                    .optional();
            if (currency.isEmpty()) {
                throw new CommandRejected(RequestRejection.NOT_FOUND);
            }
            lines.begin(currency.get());
            boolean byList = question.version() != null || repricing.tiers() != null;
            OwnListStore list = byList ? OwnListStore.read(queries, tenant, question.version()) : null;
            if (question.version() != null && (list == null || list.isEmpty())) {
                throw new CommandRejected(RequestRejection.NOT_FOUND);
            }
            Pricing pricing = new Pricing(repricing, list, monthCount(queries, tenant), currency.get());
            Map<LineKey, List<Bought>> bought = bought(queries, question, currency.get());
            try (var rows = bound(queries.query(LINES), question, currency.get())
                    .withFetchSize(FETCH_SIZE)
                    .query((row, number) -> line(row, pricing, bought))
                    .stream()) {
                rows.forEach(line -> line.ifPresentOrElse(lines::add, lines::unpriced));
            }
        });
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, FindWhatIf question, String currency) {
        return statement
                .param("currency", currency)
                .param("from", Objects.requireNonNullElse(question.from(), BEGINNING))
                .param("to", Objects.requireNonNullElse(question.to(), END));
    }

    private static MonthCount monthCount(TenantJdbc.Queries queries, TenantId tenant) {
        return queries.query("""
                        SELECT month_count FROM price_list
                        WHERE {tenant} AND id = :own AND month_count IS NOT NULL
                        """)
                .param("own", tenant.value())
                .query((row, number) -> constant(row, "month_count", MonthCount.class))
                .optional()
                .orElse(PricingRules.USUAL.monthCount());
    }

    private static Map<LineKey, List<Bought>> bought(TenantJdbc.Queries queries, FindWhatIf question, String currency) {
        Map<LineKey, List<Bought>> bought = new HashMap<>();
        bound(queries.query(BOUGHT), question, currency)
                .withFetchSize(FETCH_SIZE)
                .query((row, number) -> bought.computeIfAbsent(
                                new LineKey(id(row, "deal_id"), row.getInt("line")), key -> new ArrayList<>(2))
                        .add(new Bought(
                                month(row, "expiry"),
                                constantOrNull(row, "grade", Grade.class),
                                row.getInt("quantity"),
                                new Money(row.getLong("unit_price"), currency),
                                new Money(row.getLong("total"), currency),
                                best(row, currency),
                                row.getLong("sold"),
                                new Money(row.getLong("profit"), currency))))
                .list();
        return bought;
    }

    private static @Nullable Money best(ResultSet row, String currency) throws SQLException {
        long minor = row.getLong("best");
        return row.wasNull() ? null : new Money(minor, currency);
    }

    /** How boxes are priced. */
    private record Pricing(Repricing repricing, @Nullable OwnListStore list, MonthCount monthCount, String currency) {

        /** Whether it can be said at all what such boxes would have cost. */
        boolean knows(UUID product, LocalDate day) {
            return list == null || list.listed(product, day).isPresent();
        }

        @Nullable
        Money price(
                UUID product,
                LocalDate day,
                YearMonth expiry,
                @Nullable Grade grade,
                Money given,
                @Nullable Money best) {
            return list == null
                    ? repricing.price(given, best)
                    : repricing.price(
                            list.listed(product, day).orElse(null),
                            grade == null ? Grade.UNGRADED : grade,
                            monthCount.left(day, expiry),
                            best);
        }
    }

    /** Empty where the list doesn't name the product. */
    private static Optional<RepricedLine> line(ResultSet row, Pricing pricing, Map<LineKey, List<Bought>> all)
            throws SQLException {
        String currency = pricing.currency();
        LocalDate day = date(row, "dealt_on");
        UUID product = id(row, "product_id");
        if (!pricing.knows(product, day)) {
            return Optional.empty();
        }
        List<Bought> bought = all.getOrDefault(new LineKey(id(row, "deal_id"), row.getInt("line")), List.of());
        int quantity = row.getInt("quantity");
        Money given = new Money(row.getLong("unit_price"), currency);
        boolean quoted = row.getObject("expiry") != null && row.getObject("unit_price") != null;
        YearMonth expiry = quoted
                ? month(row, "expiry")
                : bought.isEmpty() ? YearMonth.from(day) : bought.getFirst().expiry();
        Grade grade = constantOrNull(row, "grade", Grade.class);
        Money would = quoted ? pricing.price(product, day, expiry, grade, given, best(row, currency)) : null;
        Money zero = Money.zero(currency);
        TradeOutcome was = new TradeOutcome(quoted ? given.times(quantity) : zero, 0, zero, zero);
        TradeOutcome other = new TradeOutcome(would == null ? zero : would.times(quantity), 0, zero, zero);
        for (Bought boxes : bought) {
            was = was.plus(new TradeOutcome(zero, boxes.quantity(), boxes.total(), boxes.profit()));
            Money each = pricing.price(product, day, boxes.expiry(), boxes.grade(), boxes.each(), boxes.best());
            if (each != null && pricing.repricing().stays(boxes.each(), each)) {
                other = other.plus(new TradeOutcome(
                        zero,
                        boxes.quantity(),
                        each.times(boxes.quantity()),
                        boxes.profit().minus(each.minus(boxes.each()).times(boxes.sold()))));
            }
        }
        return Optional.of(new RepricedLine(
                id(row, "deal_id"),
                day,
                product,
                row.getString("item"),
                expiry,
                grade == null ? "" : grade.name(),
                quantity,
                given,
                would,
                was,
                other));
    }

    /** Adds lines up. */
    private static final class Sums implements Lines {

        private record Both(TradeOutcome was, TradeOutcome would) {
            Both plus(RepricedLine line) {
                return new Both(was.plus(line.was()), would.plus(line.would()));
            }
        }

        private final Map<YearMonth, Both> months = new TreeMap<>();
        private final Map<UUID, Both> items = new LinkedHashMap<>();
        private final Map<UUID, String> names = new HashMap<>();
        private Both all = new Both(TradeOutcome.none(""), TradeOutcome.none(""));
        private Both none = all;
        private int lines;
        private int unpriced;

        @Override
        public void begin(String currency) {
            none = new Both(TradeOutcome.none(currency), TradeOutcome.none(currency));
            all = none;
        }

        @Override
        public void unpriced() {
            lines++;
            unpriced++;
        }

        @Override
        public void add(RepricedLine line) {
            lines++;
            all = all.plus(line);
            months.put(
                    YearMonth.from(line.quotedOn()),
                    months.getOrDefault(YearMonth.from(line.quotedOn()), none).plus(line));
            items.put(
                    line.productId(), items.getOrDefault(line.productId(), none).plus(line));
            names.put(line.productId(), line.item());
        }

        WhatIf whatIf() {
            return new WhatIf(
                    lines,
                    unpriced,
                    all.was(),
                    all.would(),
                    months.entrySet().stream()
                            .map(month -> new WhatIfMonth(
                                    month.getKey(),
                                    month.getValue().was(),
                                    month.getValue().would()))
                            .toList(),
                    items.entrySet().stream()
                            .map(item -> new WhatIfItem(
                                    item.getKey(),
                                    names.getOrDefault(item.getKey(), ""),
                                    item.getValue().was(),
                                    item.getValue().would()))
                            .sorted(Comparator.comparingLong(Sums::change)
                                    .reversed()
                                    .thenComparing(WhatIfItem::item))
                            .limit(ITEMS_SHOWN)
                            .toList());
        }

        private static long change(WhatIfItem item) {
            return Math.abs(item.would().paid().minor() - item.was().paid().minor())
                    + Math.abs(
                            item.would().earned().minor() - item.was().earned().minor());
        }
    }
}
