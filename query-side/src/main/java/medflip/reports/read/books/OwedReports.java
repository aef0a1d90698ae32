package medflip.reports.read.books;

import static medflip.platform.report.ReportColumn.count;
import static medflip.platform.report.ReportColumn.date;
import static medflip.platform.report.ReportColumn.money;
import static medflip.platform.report.ReportColumn.number;
import static medflip.platform.report.ReportColumn.text;

import medflip.platform.report.ReportDefinition;
import medflip.platform.report.ReportDefinition.Link;
import medflip.platform.report.ReportDefinition.Span;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is owed: to people for their boxes, and by buyers for theirs. */
@Configuration(proxyBeanMethods = false)
class OwedReports {

    private static final String MONEY = "Money";
    private static final String SALES = "sales.sales";

    /** What is owed by sale, and since when: of the invoice only what was known on that day. */
    private static final String OWED = """
            WITH owed AS (
                SELECT p.sale_id, coalesce(s.buyer, '') AS buyer, sum(p.amount) AS owed, min(p.booked_on) AS shipped_on,
                       CASE WHEN s.invoiced_on <= :to THEN s.invoice_number::text ELSE '' END AS invoice,
                       CASE WHEN s.invoiced_on <= :to THEN s.due_on END AS due_on,
                       CASE WHEN s.invoiced_on <= :to THEN CAST(:to AS date) - s.due_on END AS late
                FROM posting p LEFT JOIN sale s ON {s.tenant} AND s.id = p.sale_id
                WHERE {p.tenant} AND p.account = 'RECEIVABLE' AND p.currency = :currency
                  AND p.booked_on BETWEEN :from AND :to
                GROUP BY p.sale_id, s.buyer, s.invoiced_on, s.invoice_number, s.due_on HAVING sum(p.amount) <> 0)
            """;

    @Bean
    ReportDefinition receivables() {
        return ReportDefinition.of("receivables", "What buyers owe, by invoice", MONEY)
                .explained("What was shipped and not paid for at the end of a day, the longest overdue first.")
                .over(Span.DAY)
                .reads(BooksProjection.GROUP, SALES)
                .columns(
                        text("buyer", "Buyer"),
                        text("invoice", "Invoice"),
                        date("shipped_on", "Shipped"),
                        date("due_on", "Due"),
                        text("age", "How late"),
                        money("owed", "Owed"))
                .chart("buyer", "owed")
                .linking(Link.SALE)
                .query(OWED + """
                        SELECT sale_id AS link, buyer, invoice, shipped_on, due_on, owed, CASE
                            WHEN late IS NULL THEN 'Not invoiced yet' WHEN late <= 0 THEN 'Not due yet'
                            WHEN late = 1 THEN '1 day' ELSE late || ' days' END AS age
                        FROM owed ORDER BY late DESC NULLS LAST, shipped_on, sale_id
                        """);
    }

    @Bean
    ReportDefinition receivablesByBuyer() {
        return ReportDefinition.of("receivables-by-buyer", "What buyers owe, by buyer", MONEY)
                .explained("What each buyer owed at the end of a day, by how long it was overdue.")
                .over(Span.DAY)
                .reads(BooksProjection.GROUP, SALES)
                .columns(
                        text("buyer", "Buyer"),
                        count("sales", "Sales"),
                        money("not_invoiced", "Not invoiced yet"),
                        money("not_due", "Not due yet"),
                        money("late_30", "1–30 days late"),
                        money("late_60", "31–60 days late"),
                        money("late_90", "61–90 days late"),
                        money("later", "Over 90 days late"),
                        money("owed", "Owed"))
                .chart("buyer", "owed")
                .query(OWED + """
                        SELECT buyer, count(*) AS sales, sum(owed) AS owed,
                               coalesce(sum(owed) FILTER (WHERE late IS NULL), 0) AS not_invoiced,
                               coalesce(sum(owed) FILTER (WHERE late <= 0), 0) AS not_due,
                               coalesce(sum(owed) FILTER (WHERE late BETWEEN 1 AND 30), 0) AS late_30,
                               coalesce(sum(owed) FILTER (WHERE late BETWEEN 31 AND 60), 0) AS late_60,
                               coalesce(sum(owed) FILTER (WHERE late BETWEEN 61 AND 90), 0) AS late_90,
                               coalesce(sum(owed) FILTER (WHERE late > 90), 0) AS later
                        FROM owed GROUP BY buyer ORDER BY owed DESC, buyer
                        """);
    }

    @Bean
    ReportDefinition payoutsDue() {
        return ReportDefinition.of("payouts-due", "Payouts due", MONEY)
                .explained("What was owed to people for received boxes at the end of a day.")
                .over(Span.DAY)
                .reads(BooksProjection.GROUP, "deals.deals", "customers.people")
                .columns(
                        text("person", "Person"),
                        text("items", "Items"),
                        date("since", "Received"),
                        number("days", "Days"),
                        money("owed", "Owed"))
                .chart("person", "owed")
                .linking(Link.DEAL)
                .query("""
                        SELECT p.deal_id AS link, coalesce(c.name, '') AS person, coalesce(d.items, '') AS items,
                               min(p.booked_on) AS since, CAST(:to AS date) - min(p.booked_on) AS days,
                               -sum(p.amount) AS owed
                        FROM posting p LEFT JOIN deal d ON {d.tenant} AND d.id = p.deal_id
                        LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                        WHERE {p.tenant} AND p.account = 'PAYABLE' AND p.currency = :currency AND p.booked_on <= :to
                          AND p.booked_on >= :from
                        GROUP BY p.deal_id, c.name, d.items HAVING sum(p.amount) <> 0 ORDER BY since, 1
                        """);
    }
}
