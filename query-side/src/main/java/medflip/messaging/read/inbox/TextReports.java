package medflip.messaging.read.inbox;

import static medflip.platform.report.ReportColumn.count;
import static medflip.platform.report.ReportColumn.money;
import static medflip.platform.report.ReportColumn.month;
import static medflip.platform.report.ReportColumn.number;
import static medflip.platform.report.ReportColumn.tenths;
import static medflip.platform.report.ReportColumn.text;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.messaging.events.TextFault;
import medflip.platform.report.ReportDefinition;
import medflip.platform.report.ReportDefinition.Span;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Do texts arrive, and what do they cost? By the business's own days. */
@Configuration(proxyBeanMethods = false)
class TextReports {

    private static final String GROUP = "Texting";
    private static final String TIMELINE = "audit.timeline";

    /** Moments of the period, by days where the business is. */
    private static final String MEANWHILE = """
            >= CAST(:from AS timestamp) AT TIME ZONE z.time_zone AND %1$s
            < (CAST(:to AS date) + 1)::timestamp AT TIME ZONE z.time_zone""";

    /** The faults with their words, for a query to join. */
    private static final String FAULTS = Stream.of(TextFault.values())
            .map(fault -> "('%s', '%s', '%s')".formatted(fault.code(), quoted(fault.words()), quoted(fault.remedy())))
            .collect(Collectors.joining(", ", "(VALUES ", ") AS w (code, words, remedy)"));

    private static String quoted(String words) {
        return words.replace("'", "''");
    }

    @Bean
    ReportDefinition textsByMonth(@Value("${medflip.messaging.price-of-a-part}") BigDecimal partPrice) {
        return ReportDefinition.of("texts-by-month", "Texts by month", GROUP)
                .explained("What came in, what left, and what became of it. The cost is about what Twilio asks for what"
                        + " left, for businesses that count in US dollars; its own bill is what counts.")
                .over(Span.PERIOD)
                .reads(InboxProjection.GROUP, TIMELINE)
                .columns(
                        month("month", "Month"),
                        count("received", "Came in"),
                        count("sent", "Left"),
                        count("delivered", "Delivered"),
                        count("failed", "Not delivered"),
                        count("blocked", "Not sent"),
                        tenths("share", "% delivered", false),
                        count("people", "People texted"),
                        count("opted_out", "Opted out"),
                        tenths("opted_share", "% opted out", false),
                        count("parts", "Parts"),
                        money("cost", "Cost, about"))
                .chart("month", "delivered", "failed")
                .query("""
                        WITH zone AS (SELECT time_zone FROM account WHERE {tenant}),
                        texted AS (
                            SELECT date_trunc('month', t.at AT TIME ZONE z.time_zone)::date AS month,
                                   count(*) FILTER (WHERE t.incoming) AS received,
                                   count(t.segments) AS sent,
                                   count(*) FILTER (WHERE t.state = 'DELIVERED') AS delivered,
                                   count(*) FILTER (WHERE t.state IN ('UNDELIVERED', 'FAILED')) AS failed,
                                   count(*) FILTER (WHERE t.state = 'BLOCKED') AS blocked,
                                   count(DISTINCT t.conversation_id) FILTER (WHERE t.segments > 0) AS people,
                                   coalesce(sum(t.segments), 0) AS parts
                            FROM conversation_text t CROSS JOIN zone z
                            WHERE {t.tenant} AND t.at %1$s GROUP BY 1),
                        stopped AS (
                            SELECT date_trunc('month', e.recorded_at AT TIME ZONE z.time_zone)::date AS month,
                                   count(DISTINCT e.conversation_id) AS opted_out
                            FROM timeline_entry e CROSS JOIN zone z
                            WHERE {e.tenant} AND e.event = 'messaging.OptedOut' AND e.recorded_at %2$s GROUP BY 1)
                        SELECT month, coalesce(received, 0) AS received, coalesce(sent, 0) AS sent,
                               coalesce(delivered, 0) AS delivered, coalesce(failed, 0) AS failed,
                               coalesce(blocked, 0) AS blocked,
                               coalesce(round(1000.0 * delivered / nullif(sent, 0)), 0) AS share,
                               coalesce(people, 0) AS people, coalesce(opted_out, 0) AS opted_out,
                               coalesce(round(1000.0 * opted_out / nullif(people, 0)), 0) AS opted_share,
                               coalesce(parts, 0) AS parts,
                               CASE :currency WHEN 'USD' THEN round(coalesce(parts, 0) * %3$s * 100) ELSE 0 END AS cost
                        FROM texted FULL JOIN stopped USING (month) ORDER BY month
                        """.formatted(
                        MEANWHILE.formatted("t.at"), MEANWHILE.formatted("e.recorded_at"), partPrice.toPlainString()));
    }

    @Bean
    ReportDefinition textFaults() {
        return ReportDefinition.of("text-faults", "Texts that didn't arrive", GROUP)
                .explained("Why texts weren't sent or didn't arrive, and what helps, by the day on which they were to"
                        + " leave.")
                .over(Span.PERIOD)
                .reads(InboxProjection.GROUP)
                .columns(
                        text("cause", "Why"),
                        text("remedy", "What helps"),
                        count("texts", "Texts"),
                        number("people", "People"))
                .chart("cause", "texts")
                .query("""
                        WITH zone AS (SELECT time_zone FROM account WHERE {tenant}),
                        fault AS (
                            SELECT t.conversation_id, c.code
                            FROM conversation_text t CROSS JOIN zone z
                            CROSS JOIN LATERAL unnest(
                                coalesce(t.blocked_for, ARRAY[coalesce(t.error_code::text, 'OTHER')])) AS c (code)
                            WHERE {t.tenant} AND t.state IN ('BLOCKED', 'UNDELIVERED', 'FAILED') AND t.at %s)
                        SELECT coalesce(w.words, 'Twilio''s error ' || f.code) AS cause,
                               coalesce(w.remedy, 'Twilio''s console tells more') AS remedy,
                               count(*) AS texts, count(DISTINCT f.conversation_id) AS people
                        FROM fault f LEFT JOIN %s USING (code) GROUP BY 1, 2 ORDER BY texts DESC, 1
                        """.formatted(MEANWHILE.formatted("t.at"), FAULTS));
    }
}
