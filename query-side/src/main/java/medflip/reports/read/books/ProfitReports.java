package medflip.reports.read.books;

import static medflip.platform.report.ReportColumn.count;
import static medflip.platform.report.ReportColumn.date;
import static medflip.platform.report.ReportColumn.money;
import static medflip.platform.report.ReportColumn.month;
import static medflip.platform.report.ReportColumn.profit;
import static medflip.platform.report.ReportColumn.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.report.ReportColumn;
import medflip.platform.report.ReportDefinition;
import medflip.platform.report.ReportDefinition.Link;
import medflip.platform.report.ReportDefinition.Span;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Did it pay? Profit by whatever it can be told apart by. */
@Configuration(proxyBeanMethods = false)
class ProfitReports {

    private static final String GROUP = "Profit";
    private static final String BY_SALE = "By the day of the sale: what buyers pay, less what those boxes cost landed,"
            + " less what else was lost or spent. ";
    private static final String BY_PAYMENT = "By days of payment: what came in less what went out.";

    /** The sums by which profit is told; each row of the query below is one group. */
    private static final String EARNED = """
            coalesce(sum(p.boxes) FILTER (WHERE p.account = 'COST_OF_SALES'), 0) AS boxes,
            coalesce(-sum(p.amount) FILTER (WHERE p.account = 'SALES'), 0) AS proceeds,
            coalesce(sum(p.amount) FILTER (WHERE p.account = 'COST_OF_SALES'), 0) AS cost,
            coalesce(sum(p.amount) FILTER (WHERE p.account = 'WRITE_OFFS'), 0) AS lost,
            coalesce(sum(p.amount) FILTER (WHERE p.account = 'HANDLING'), 0) AS handling,
            coalesce(sum(p.amount) FILTER (WHERE p.account = 'EXPENSES'), 0) AS expenses,
            -sum(p.amount) AS profit
            """;

    private static final String EARNING = """
            {p.tenant} AND p.account IN ('SALES', 'COST_OF_SALES', 'WRITE_OFFS', 'HANDLING', 'EXPENSES')
            AND p.currency = :currency AND p.booked_on BETWEEN :from AND :to
            """;

    /** The same by the days of payment: cash that came in, and cash that went out for boxes and besides. */
    private static final String MOVED = """
            0 AS boxes,
            coalesce(sum(p.amount) FILTER (WHERE p.kind IN ('RECEIPT', 'RECEIPT_UNDONE')), 0) AS proceeds,
            coalesce(-sum(p.amount) FILTER (WHERE p.kind IN ('PAYOUT', 'PAYOUT_FAILED')), 0) AS cost,
            0 AS lost,
            coalesce(-sum(p.amount) FILTER (WHERE p.kind NOT IN
                ('RECEIPT', 'RECEIPT_UNDONE', 'PAYOUT', 'PAYOUT_FAILED', 'EXPENSE')), 0) AS handling,
            coalesce(-sum(p.amount) FILTER (WHERE p.kind = 'EXPENSE'), 0) AS expenses,
            sum(p.amount) AS profit
            """;

    private static final String MOVING = """
            {p.tenant} AND p.account = 'CASH' AND p.currency = :currency AND p.booked_on BETWEEN :from AND :to
            """;

    /**
     * Sums by deal are made before anybody asks whose deals they are: so a deal is looked up once, not once a posting.
     */
    private static final String AND_DEAL = " LEFT JOIN deal d ON {d.tenant} AND d.id = p.deal_id ";

    private static final String AND_PERSON = " LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id ";

    private static final String TOGETHER = Stream.of(
                    "boxes", "proceeds", "cost", "lost", "handling", "expenses", "profit")
            .map(sum -> "sum(p.%1$s)::bigint AS %1$s".formatted(sum))
            .collect(Collectors.joining(", "));

    /** The share of an amount that falls to one of several; the shares add up to it. */
    private static final String SHARE = """
            CASE WHEN whole <> 0 THEN (round(amount * upto / whole) - round(amount * (upto - worth) / whole))::bigint
                WHEN place = 1 THEN amount::bigint ELSE 0 END AS amount
            """;

    /** What buyers paid, by sale. */
    private static final String PAID = """
            WITH paid AS (
                SELECT p.sale_id, sum(p.amount) AS amount FROM posting p
                WHERE %s AND p.kind IN ('RECEIPT', 'RECEIPT_UNDONE') GROUP BY p.sale_id)
            """.formatted(MOVING);

    /** A buyer pays for a sale: what it paid is shared among what its boxes are told apart by, by what each brought. */
    private static final String PAID_BY = PAID + """
            , part AS (
                SELECT p.sale_id, p.%%1$s, paid.amount,
                       sum(sum(p.amount)) OVER (PARTITION BY p.sale_id) AS whole,
                       sum(sum(p.amount)) OVER (PARTITION BY p.sale_id ORDER BY p.%%1$s) AS upto,
                       sum(p.amount) AS worth,
                       row_number() OVER (PARTITION BY p.sale_id ORDER BY p.%%1$s) AS place
                FROM posting p JOIN paid ON paid.sale_id = p.sale_id
                WHERE {p.tenant} AND p.account = 'RECEIVABLE' AND p.kind IN ('SALE', 'ADJUSTMENT')
                GROUP BY p.sale_id, p.%%1$s, paid.amount),
            brought AS (SELECT %%1$s, 'RECEIPT' AS kind, %s FROM part)
            """.formatted(SHARE);

    /** What moved because of deals. */
    private static final String MOVED_BY_DEAL = PAID_BY.formatted("deal_id") + """
            , moved AS (
                SELECT deal_id, kind, amount FROM brought
                UNION ALL
                SELECT p.deal_id, p.kind, p.amount FROM posting p
                WHERE %s AND p.kind NOT IN ('RECEIPT', 'RECEIPT_UNDONE') AND p.deal_id IS NOT NULL)
            """.formatted(MOVING);

    /** What was paid for the boxes of a deal, and for their labels and fees. */
    private static final String SPENT = """
            , spent AS (
                SELECT p.deal_id, CASE WHEN p.kind IN ('PAYOUT', 'PAYOUT_FAILED') THEN 'PAYOUT' ELSE 'LABEL' END AS kind,
                       sum(p.amount) AS amount
                FROM posting p
                WHERE %s AND p.kind NOT IN ('RECEIPT', 'RECEIPT_UNDONE', 'EXPENSE') AND p.deal_id IS NOT NULL
                GROUP BY 1, 2)
            """.formatted(MOVING);

    /** What was paid for a deal is shared among its products, by what each cost landed. */
    private static final String MOVED_BY_PRODUCT = PAID_BY.formatted("item") + SPENT + """
            , bought AS (
                SELECT p.deal_id, p.item, sum(p.amount) AS worth,
                       sum(sum(p.amount)) OVER (PARTITION BY p.deal_id) AS whole,
                       sum(sum(p.amount)) OVER (PARTITION BY p.deal_id ORDER BY p.item) AS upto,
                       row_number() OVER (PARTITION BY p.deal_id ORDER BY p.item) AS place
                FROM posting p
                WHERE {p.tenant} AND p.account = 'STOCK' AND p.kind = 'STOCKED' AND p.currency = :currency
                  AND p.deal_id IN (SELECT deal_id FROM spent)
                GROUP BY p.deal_id, p.item),
            moved AS (
                SELECT item, kind, amount FROM brought
                UNION ALL
                SELECT item, kind, %s FROM spent JOIN bought USING (deal_id))
            """.formatted(SHARE);

    /**
     * What was paid for a deal falls to the sales of its boxes, by what these cost landed; to what is left, the rest.
     */
    private static final String MOVED_BY_SALE = PAID + SPENT + """
            , bought AS (
                SELECT p.deal_id, sum(p.amount) AS whole FROM posting p
                WHERE {p.tenant} AND p.account = 'STOCK' AND p.kind = 'STOCKED' AND p.currency = :currency
                  AND p.deal_id IN (SELECT deal_id FROM spent)
                GROUP BY p.deal_id),
            sold AS (
                SELECT p.deal_id, p.sale_id, bought.whole, sum(p.amount) AS worth,
                       sum(sum(p.amount)) OVER (PARTITION BY p.deal_id ORDER BY p.sale_id) AS upto, 0 AS place
                FROM posting p JOIN bought ON bought.deal_id = p.deal_id
                WHERE {p.tenant} AND p.account = 'COST_OF_SALES' AND p.currency = :currency
                GROUP BY p.deal_id, p.sale_id, bought.whole),
            moved AS (
                SELECT sale_id, 'RECEIPT' AS kind, amount FROM paid
                UNION ALL
                SELECT sale_id, kind, %s FROM spent JOIN sold USING (deal_id)
                UNION ALL
                SELECT p.sale_id, p.kind, p.amount FROM posting p
                WHERE %s AND p.kind = 'EXPENSE' AND p.sale_id IS NOT NULL)
            """.formatted(SHARE, MOVING);

    private static final String CASH_BY_DEAL =
            "(SELECT p.deal_id, " + MOVED + " FROM moved p GROUP BY p.deal_id HAVING bool_or(p.amount <> 0)) p ";

    private static final String SOMETHING = " HAVING bool_or(p.amount <> 0) ";

    private static final String EARNED_BY_DEAL = "(SELECT p.deal_id, " + EARNED + " FROM posting p WHERE " + EARNING
            + " AND p.deal_id IS NOT NULL GROUP BY p.deal_id" + SOMETHING + ") p ";

    private static ReportDefinition by(String what, String title, String explanation, ReportColumn... first) {
        ReportColumn[] columns = Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                count("boxes", "Boxes"),
                                money("proceeds", "Sold for"),
                                money("cost", "Cost"),
                                money("lost", "Written off"),
                                money("handling", "Labels and fees"),
                                money("expenses", "Expenses"),
                                profit("profit", "Profit")))
                .toArray(ReportColumn[]::new);
        return ReportDefinition.of("profit-by-" + what, title, GROUP)
                .explained(explanation)
                .over(Span.PERIOD)
                .reads(BooksProjection.GROUP, "deals.deals", "customers.people", "sales.sales")
                .columns(columns)
                .chart(first[0].id(), "profit");
    }

    @Bean
    ReportDefinition profitByMonth() {
        return by("month", "Profit by month", BY_SALE + BY_PAYMENT, month("month", "Month"))
                .query("SELECT date_trunc('month', p.booked_on)::date AS month, " + EARNED + " FROM posting p WHERE "
                        + EARNING + " GROUP BY 1 " + SOMETHING + " ORDER BY 1")
                .cashQuery("SELECT date_trunc('month', p.booked_on)::date AS month, " + MOVED + " FROM posting p WHERE "
                        + MOVING + " GROUP BY 1 " + SOMETHING + " ORDER BY 1");
    }

    @Bean
    ReportDefinition profitByDeal() {
        String sql = "SELECT p.deal_id AS link, p.* FROM %s ORDER BY p.profit DESC, p.deal_id";
        return by(
                        "deal",
                        "Profit by deal",
                        BY_SALE + BY_PAYMENT,
                        text("items", "Items"),
                        text("person", "Person"),
                        date("dealt_on", "Date"))
                .linking(Link.DEAL)
                .naming(
                        "coalesce(c.name, '') AS person, d.dealt_on, d.items",
                        "LEFT JOIN deal d ON {d.tenant} AND d.id = r.link" + AND_PERSON)
                .query(sql.formatted(EARNED_BY_DEAL))
                .cashQuery(MOVED_BY_DEAL + sql.formatted(CASH_BY_DEAL));
    }

    /** What is written off names its lot alone; what the lot is, is said where it came. */
    @Bean
    ReportDefinition profitByProduct() {
        return by(
                        "product",
                        "Profit by product",
                        BY_SALE + BY_PAYMENT
                                + " What was paid for a purchase is shared among its products by their cost.",
                        text("item", "Product"))
                .query("SELECT p.item, " + TOGETHER + " FROM (SELECT p.item, " + EARNED + " FROM posting p WHERE "
                        + EARNING + " AND p.item IS NOT NULL GROUP BY 1 UNION ALL SELECT l.item, " + EARNED + """
                         FROM posting p JOIN posting l ON {l.tenant} AND l.source = p.source AND l.entry = p.source
                             AND l.account = 'STOCK' AND l.kind IN ('STOCKED', 'SPLIT')
                        WHERE p.account = 'WRITE_OFFS' AND \
                        """
                        + EARNING + " GROUP BY 1) p GROUP BY 1 ORDER BY profit DESC, 1")
                .cashQuery(MOVED_BY_PRODUCT + "SELECT p.item, " + MOVED
                        + " FROM moved p WHERE p.item IS NOT NULL GROUP BY 1" + SOMETHING + "ORDER BY profit DESC, 1");
    }

    @Bean
    ReportDefinition profitByPerson() {
        String sql = "SELECT d.customer_id AS link, " + TOGETHER + " FROM %s" + AND_DEAL
                + "GROUP BY d.customer_id ORDER BY profit DESC, 1";
        return by("person", "Profit by person", BY_SALE + BY_PAYMENT, text("person", "Person"))
                .linking(Link.CUSTOMER)
                .naming("coalesce(c.name, '') AS person", "LEFT JOIN customer c ON {c.tenant} AND c.id = r.link")
                .query(sql.formatted(EARNED_BY_DEAL))
                .cashQuery(MOVED_BY_DEAL + sql.formatted(CASH_BY_DEAL));
    }

    /** Of all people at once, before any deal is looked at: the database would look up one person after the other. */
    private static final String AND_SOURCE = """
            LEFT JOIN (
                SELECT c.id, coalesce(l.shown, c.lead_source) AS lead_source
                FROM customer c LEFT JOIN lead_source_name l ON {l.tenant} AND l.name = c.lead_source
                WHERE {c.tenant} OFFSET 0) c ON c.id = d.customer_id
            """;

    /** What each source cost in the months of the period, beside what its people's boxes earned. */
    private static final String AND_SPENT = """
            ) e FULL JOIN (
                SELECT s.shown, sum(s.amount) AS spent FROM lead_source_cost s
                WHERE {s.tenant} AND s.currency = :currency
                  AND s.month BETWEEN date_trunc('month', CAST(:from AS date)) AND :to
                GROUP BY s.shown) s ON s.shown = e.lead_source
            ORDER BY profit DESC, 1
            """;

    @Bean
    ReportDefinition profitByLeadSource() {
        String earned = "SELECT coalesce(e.lead_source, s.shown) AS lead_source, coalesce(s.spent, 0) AS spent,"
                + " coalesce(e.boxes, 0) AS boxes, coalesce(e.proceeds, 0) AS proceeds, coalesce(e.cost, 0) AS cost,"
                + " coalesce(e.lost, 0) AS lost, coalesce(e.handling, 0) AS handling,"
                + " coalesce(e.expenses, 0) AS expenses, coalesce(e.profit, 0) - coalesce(s.spent, 0) AS profit"
                + " FROM (SELECT coalesce(c.lead_source, 'Not known') AS lead_source, " + TOGETHER
                + " FROM %s" + AND_DEAL + AND_SOURCE + "GROUP BY 1" + AND_SPENT;
        return by(
                        "lead-source",
                        "Profit by lead source",
                        BY_SALE + BY_PAYMENT + " Less what you noted that the source cost in the months of the period.",
                        text("lead_source", "Source"),
                        money("spent", "Spent on it"))
                .reads("customers.plan")
                .query(earned.formatted(EARNED_BY_DEAL))
                .cashQuery(MOVED_BY_DEAL + earned.formatted(CASH_BY_DEAL));
    }

    @Bean
    ReportDefinition profitByBuyer() {
        // What a buyer deducted names its sale alone.
        return by(
                        "buyer",
                        "Profit by buyer",
                        BY_SALE + BY_PAYMENT + " What was paid for boxes falls to the buyer that they were sold to.",
                        text("buyer", "Buyer"))
                .query("SELECT coalesce(p.buyer, s.buyer) AS buyer, " + TOGETHER + " FROM (SELECT p.buyer,"
                        + " CASE WHEN p.buyer IS NULL THEN p.sale_id END AS sale_id, " + EARNED
                        + " FROM posting p WHERE " + EARNING + " AND (p.buyer IS NOT NULL OR p.sale_id IS NOT NULL)"
                        + " GROUP BY 1, 2) p LEFT JOIN sale s ON {s.tenant} AND s.id = p.sale_id"
                        + " WHERE coalesce(p.buyer, s.buyer) IS NOT NULL GROUP BY 1 ORDER BY profit DESC, 1")
                .cashQuery(MOVED_BY_SALE + "SELECT s.buyer, " + TOGETHER + " FROM (SELECT p.sale_id, " + MOVED
                        + " FROM moved p GROUP BY 1" + SOMETHING + ") p JOIN sale s ON {s.tenant} AND s.id = p.sale_id"
                        + " WHERE s.buyer IS NOT NULL GROUP BY 1 ORDER BY profit DESC, 1");
    }
}
