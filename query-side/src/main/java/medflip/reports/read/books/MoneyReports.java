package medflip.reports.read.books;

import static medflip.platform.report.ReportColumn.balance;
import static medflip.platform.report.ReportColumn.count;
import static medflip.platform.report.ReportColumn.date;
import static medflip.platform.report.ReportColumn.money;
import static medflip.platform.report.ReportColumn.month;
import static medflip.platform.report.ReportColumn.profit;
import static medflip.platform.report.ReportColumn.tenths;
import static medflip.platform.report.ReportColumn.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.expenses.events.ExpenseCategory;
import medflip.platform.report.ReportDefinition;
import medflip.platform.report.ReportDefinition.Span;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where did the money go, and what does the tax form ask for? */
@Configuration(proxyBeanMethods = false)
class MoneyReports {

    private static final String MONEY = "Money";
    private static final String TAXES = "Taxes";
    private static final String STOCK = "Stock";
    private static final String EXPENSES = "expenses.expenses";
    private static final String MILEAGE = "expenses.mileage";

    /** What the form calls each line, in the form's order. */
    private static final String LINES = Stream.of(ExpenseCategory.values())
            .map(each -> "(%d, '%s', '%s', '%s')"
                    .formatted(
                            each.ordinal(),
                            each.name(),
                            each.line(),
                            each.title().replace("'", "''")))
            .collect(Collectors.joining(", ", "(VALUES ", ") AS f (place, category, line, title)"));

    @Bean
    ReportDefinition cashFlow() {
        return ReportDefinition.of("cash-flow", "Cash flow", MONEY)
                .explained("What came in and what went out, by the day on which it moved. The balance is what all that"
                        + " was ever entered here adds up to.")
                .over(Span.PERIOD)
                .reads(BooksProjection.GROUP)
                .columns(
                        month("month", "Month"),
                        balance("opening", "At the beginning"),
                        money("sales", "From buyers"),
                        money("payouts", "To people"),
                        money("labels", "Labels and fees"),
                        money("expenses", "Expenses"),
                        profit("net", "Net"),
                        balance("closing", "At the end"))
                .chart("month", "net")
                .query("""
                        SELECT month, opening, sales, payouts, labels, expenses, net, opening + net AS closing
                        FROM (SELECT months.*,
                                     (sum(net) OVER (ORDER BY month NULLS FIRST) - net)::bigint AS opening
                              FROM (SELECT CASE WHEN booked_on >= :from
                                                THEN date_trunc('month', booked_on)::date END AS month,
                                           coalesce(sum(amount) FILTER
                                               (WHERE kind IN ('RECEIPT', 'RECEIPT_UNDONE')), 0) AS sales,
                                           coalesce(-sum(amount) FILTER
                                               (WHERE kind IN ('PAYOUT', 'PAYOUT_FAILED')), 0) AS payouts,
                                           coalesce(-sum(amount) FILTER (WHERE kind NOT IN (
                                               'RECEIPT', 'RECEIPT_UNDONE', 'PAYOUT', 'PAYOUT_FAILED', 'EXPENSE')),
                                               0) AS labels,
                                           coalesce(-sum(amount) FILTER (WHERE kind = 'EXPENSE'), 0) AS expenses,
                                           sum(amount) AS net
                                    FROM posting
                                    WHERE {tenant} AND account = 'CASH' AND currency = :currency AND booked_on <= :to
                                    GROUP BY 1 HAVING bool_or(amount <> 0)) months) balanced
                        WHERE month IS NOT NULL ORDER BY month
                        """);
    }

    @Bean
    ReportDefinition expensesByLine() {
        return ReportDefinition.of("expenses-by-line", "Expenses by line of Schedule C", TAXES)
                .explained("Expenses and business miles on the lines of part II of Schedule C, by their own day.")
                .over(Span.PERIOD)
                .reads(EXPENSES, MILEAGE)
                .columns(
                        text("line", "Line"),
                        text("title", "What it is"),
                        count("entries", "Entries"),
                        money("amount", "Amount"))
                .chart("title", "amount")
                .query("""
                        SELECT f.line, f.title, count(*) AS entries, sum(e.amount) AS amount
                        FROM (SELECT category, amount FROM expense
                              WHERE {tenant} AND NOT voided AND currency = :currency
                                AND spent_on BETWEEN :from AND :to
                              UNION ALL
                              SELECT 'CAR_AND_TRUCK', deduction FROM mileage_trip
                              WHERE {tenant} AND NOT voided AND currency = :currency
                                AND driven_on BETWEEN :from AND :to) e
                        JOIN %s ON f.category = e.category
                        GROUP BY f.place, f.line, f.title ORDER BY f.place
                        """.formatted(LINES));
    }

    @Bean
    ReportDefinition mileageLog() {
        return ReportDefinition.of("mileage-log", "Mileage log", TAXES)
                .explained("Each business trip, as the IRS wants it noted: day, miles, from where to where, what for.")
                .over(Span.PERIOD)
                .reads(MILEAGE)
                .columns(
                        date("driven_on", "Date"),
                        text("purpose", "Purpose"),
                        text("place_from", "From"),
                        text("place_to", "To"),
                        tenths("miles", "Miles", true),
                        tenths("rate", "Cents a mile", false),
                        money("deduction", "Deduction"))
                .chart("driven_on", "miles")
                .query("""
                        SELECT driven_on, purpose, place_from, place_to, tenths_of_miles AS miles, rate, deduction
                        FROM mileage_trip
                        WHERE {tenant} AND NOT voided AND currency = :currency AND driven_on BETWEEN :from AND :to
                        ORDER BY driven_on, id
                        """);
    }

    @Bean
    ReportDefinition costOfGoods() {
        return ReportDefinition.of("cost-of-goods", "Cost of goods sold", TAXES)
                .explained(
                        "The worksheet of part III of Schedule C. Each box is costed by its own purchase; boxes count"
                                + " from the day they were received.")
                .over(Span.PERIOD)
                .reads(BooksProjection.GROUP)
                .columns(text("line", "Line"), text("title", "What it is"), balance("amount", "Amount"))
                .chart("line", "amount")
                .query("""
                        WITH stock AS (
                            SELECT coalesce(sum(amount) FILTER (WHERE booked_on < :from), 0) AS opening,
                                   coalesce(sum(amount) FILTER
                                       (WHERE kind = 'RECEIVED' AND booked_on BETWEEN :from AND :to), 0) AS bought,
                                   coalesce(sum(amount) FILTER
                                       (WHERE kind IN ('HANDLING_SHARE', 'FEE_ESTIMATE')
                                            AND booked_on BETWEEN :from AND :to), 0) AS labels,
                                   coalesce(sum(amount) FILTER (WHERE booked_on <= :to), 0) AS closing
                            FROM posting
                            WHERE {tenant} AND account IN ('STOCK', 'INCOMING') AND currency = :currency)
                        SELECT l.line, l.title, l.amount FROM stock, LATERAL (VALUES
                            ('35', 'Inventory at the beginning', opening),
                            ('36', 'Purchases', bought),
                            ('39', 'Other costs: labels and fees', labels),
                            ('40', 'Lines 35 to 39 together', opening + bought + labels),
                            ('41', 'Inventory at the end', closing),
                            ('42', 'Cost of goods sold: line 40 less line 41', opening + bought + labels - closing)
                        ) AS l (line, title, amount)
                        """);
    }

    @Bean
    ReportDefinition payees() {
        return ReportDefinition.of("payees-by-year", "Payees by year", TAXES)
                .explained("What each person and each vendor was paid in each year, by the day of payment.")
                .over(Span.PERIOD)
                .reads(BooksProjection.GROUP, EXPENSES, "deals.deals", "customers.people")
                .columns(
                        text("year", "Year"),
                        text("payee", "Payee"),
                        text("what", "For"),
                        count("payments", "Payments"),
                        money("paid", "Paid"))
                .chart("payee", "paid")
                .query("""
                        WITH paid AS (
                            SELECT p.deal_id, extract(year FROM p.booked_on)::integer AS year, count(*) AS payments,
                                   -sum(p.amount) AS paid
                            FROM posting p
                            WHERE {p.tenant} AND p.account = 'CASH' AND p.kind IN ('PAYOUT', 'PAYOUT_FAILED')
                              AND p.currency = :currency AND p.booked_on BETWEEN :from AND :to
                            GROUP BY 1, 2),
                        person AS (
                            SELECT d.customer_id AS id, paid.year, sum(paid.payments) AS payments,
                                   sum(paid.paid) AS paid
                            FROM paid LEFT JOIN deal d ON {d.tenant} AND d.id = paid.deal_id GROUP BY 1, 2)
                        SELECT y.year::text AS year, y.payee, y.what, y.payments, y.paid
                        FROM (SELECT p.year, coalesce(c.name, '') AS payee, 'Boxes' AS what, p.payments, p.paid
                              FROM person p LEFT JOIN customer c ON {c.tenant} AND c.id = p.id
                              UNION ALL
                              SELECT extract(year FROM e.spent_on)::integer, e.vendor, 'Expenses', count(*), sum(e.amount)
                              FROM expense e
                              WHERE {e.tenant} AND NOT e.voided AND e.currency = :currency
                                AND e.spent_on BETWEEN :from AND :to
                              GROUP BY 1, 2) y
                        ORDER BY y.year DESC, y.paid DESC, y.payee
                        """);
    }

    @Bean
    ReportDefinition stockAgeing() {
        return ReportDefinition.of("stock-ageing", "Age of the stock", STOCK)
                .explained("What was on the shelf at the end of a day, by how long it had been there, at landed cost.")
                .over(Span.DAY)
                .reads(BooksProjection.GROUP)
                .columns(text("age", "On the shelf for"), count("boxes", "Boxes"), money("cost", "Cost"))
                .chart("age", "cost")
                .query("""
                        WITH lot AS (
                            SELECT CAST(:to AS date) - min(booked_on) AS days, sum(boxes) AS boxes, sum(amount) AS cost
                            FROM posting
                            WHERE {tenant} AND account = 'STOCK' AND currency = :currency
                              AND booked_on BETWEEN :from AND :to
                            GROUP BY source HAVING sum(boxes) <> 0 OR sum(amount) <> 0)
                        SELECT a.age, coalesce(sum(lot.boxes), 0) AS boxes, coalesce(sum(lot.cost), 0) AS cost
                        FROM (VALUES (0, 30, '30 days at most'), (31, 60, '31 to 60 days'), (61, 90, '61 to 90 days'),
                                     (91, 180, '91 to 180 days'), (181, 2147483647, 'longer')) AS a (least, most, age)
                        LEFT JOIN lot ON lot.days BETWEEN a.least AND a.most
                        GROUP BY a.least, a.age ORDER BY a.least
                        """);
    }
}
