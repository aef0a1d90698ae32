package medflip.reports.read.quotes;

import static medflip.platform.report.ReportColumn.count;
import static medflip.platform.report.ReportColumn.date;
import static medflip.platform.report.ReportColumn.money;
import static medflip.platform.report.ReportColumn.month;
import static medflip.platform.report.ReportColumn.tenths;
import static medflip.platform.report.ReportColumn.text;

import medflip.platform.report.ReportDefinition;
import medflip.platform.report.ReportDefinition.Link;
import medflip.platform.report.ReportDefinition.Span;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What became of quotes? Purchases from before the books were kept here were never quoted, and are left out. */
@Configuration(proxyBeanMethods = false)
class QuoteReports {

    private static final String GROUP = "Buying";
    private static final String DEALS = "deals.deals";

    @Bean
    ReportDefinition quoteFunnel() {
        return ReportDefinition.of("quote-funnel", "Quotes to purchases", GROUP)
                .explained("How far the quotes of each month came, by the month in which they were given.")
                .over(Span.PERIOD)
                .reads(DEALS)
                .columns(
                        month("month", "Month"),
                        count("quoted", "Quoted"),
                        count("accepted", "Accepted"),
                        count("received", "Received"),
                        count("bought", "Bought"),
                        count("paid", "Paid"),
                        tenths("share", "% bought", false),
                        money("quoted_for", "Quoted for"),
                        money("bought_for", "Bought for"))
                .chart("month", "quoted", "bought")
                .query("""
                        SELECT date_trunc('month', dealt_on)::date AS month, count(*) AS quoted,
                               count(accepted_on) AS accepted, count(received_on) AS received,
                               count(agreed_on) AS bought,
                               count(*) FILTER (WHERE agreed_on IS NOT NULL AND owed = 0) AS paid,
                               round(1000.0 * count(agreed_on) / count(*)) AS share,
                               sum(quoted) AS quoted_for, coalesce(sum(agreed), 0) AS bought_for
                        FROM deal
                        WHERE {tenant} AND state IS NOT NULL AND NOT imported AND currency = :currency
                          AND dealt_on BETWEEN :from AND :to
                        GROUP BY 1 ORDER BY 1
                        """);
    }

    /** A line's gap is that of its boxes, priced as found, and of those that are missing or too many. */
    @Bean
    ReportDefinition quoteGap() {
        return ReportDefinition.of("quote-gap", "Quoted and paid", GROUP)
                .explained(
                        "Why less is paid for boxes than was quoted, or more, by the day on which the price was settled.")
                .over(Span.PERIOD)
                .reads(DEALS)
                .columns(
                        text("cause", "Cause"),
                        count("boxes", "Boxes"),
                        money("quoted", "Quoted"),
                        money("agreed", "Agreed"),
                        money("gap", "Gap"))
                .chart("cause", "gap")
                .query("""
                        WITH bought AS (
                            SELECT id FROM deal
                            WHERE {tenant} AND agreed_on BETWEEN :from AND :to AND NOT imported AND currency = :currency
                        ), line AS (
                            SELECT l.deal_id, l.line, l.quantity, coalesce(l.unit_price, 0) AS unit_price
                            FROM deal_line l JOIN bought b ON b.id = l.deal_id WHERE {l.tenant}
                        ), found AS (
                            SELECT f.deal_id, f.line, f.quantity, f.difference, f.total
                            FROM deal_found f JOIN bought b ON b.id = f.deal_id WHERE {f.tenant}
                        ), number AS (
                            SELECT l.*, l.quantity - coalesce(sum(f.quantity), 0) AS missing
                            FROM line l LEFT JOIN found f USING (deal_id, line)
                            GROUP BY l.deal_id, l.line, l.quantity, l.unit_price
                        ), part (cause, boxes, quoted, agreed) AS (
                            SELECT coalesce(f.difference, 'AS_QUOTED'), f.quantity::bigint, f.quantity * l.unit_price,
                                   f.total
                            FROM found f JOIN line l USING (deal_id, line)
                            UNION ALL
                            SELECT CASE WHEN missing > 0 THEN 'MISSING' ELSE 'MORE' END, abs(missing),
                                   missing * unit_price, 0
                            FROM number WHERE missing <> 0 AND quantity > 0)
                        SELECT w.words AS cause, sum(boxes) AS boxes, sum(quoted) AS quoted, sum(agreed) AS agreed,
                               sum(quoted - agreed) AS gap
                        FROM part JOIN %s USING (cause) GROUP BY w.words ORDER BY gap DESC, 1
                        """.formatted(GapCause.WORDS));
    }

    @Bean
    ReportDefinition compliance() {
        return ReportDefinition.of("compliance-log", "Compliance log", GROUP)
                .explained("What was bought from whom, and with which statement of theirs, by the day of acceptance.")
                .over(Span.PERIOD)
                .reads(DEALS, "customers.people")
                .columns(
                        text("person", "Person"),
                        date("accepted_on", "Accepted"),
                        text("attestation", "Attestation"),
                        text("accepted_by", "Given"),
                        text("items", "Items"),
                        count("boxes", "Boxes"),
                        date("received_on", "Received"),
                        money("agreed", "Bought for"),
                        money("paid", "Paid"))
                .chart("accepted_on", "agreed", "paid")
                .linking(Link.DEAL)
                .query("""
                        SELECT d.id AS link, coalesce(c.name, '') AS person, d.accepted_on,
                               d.attestation_version AS attestation,
                               CASE d.accepted_by WHEN 'LINK' THEN 'by the private link' ELSE 'to the business' END
                                   AS accepted_by,
                               d.items, d.boxes, d.received_on, coalesce(d.agreed, 0) AS agreed, d.paid
                        FROM deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                        WHERE {d.tenant} AND d.accepted_on BETWEEN :from AND :to AND d.currency = :currency
                        ORDER BY d.accepted_on DESC, d.id
                        """);
    }
}
