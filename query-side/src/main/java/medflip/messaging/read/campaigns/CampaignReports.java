package medflip.messaging.read.campaigns;

import static medflip.platform.report.ReportColumn.count;
import static medflip.platform.report.ReportColumn.date;
import static medflip.platform.report.ReportColumn.money;
import static medflip.platform.report.ReportColumn.tenths;
import static medflip.platform.report.ReportColumn.text;

import java.math.BigDecimal;
import medflip.platform.report.ReportDefinition;
import medflip.platform.report.ReportDefinition.Span;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What did texts to many bring about? */
@Configuration(proxyBeanMethods = false)
class CampaignReports {

    @Bean
    ReportDefinition campaignResults(@Value("${medflip.messaging.price-of-a-part}") BigDecimal partPrice) {
        return ReportDefinition.of("campaign-results", "Campaigns", "Texting")
                .explained("How many of each campaign's texts arrived, by the day on which it was started. The cost is"
                        + " about what Twilio asks, for businesses that count in US dollars.")
                .over(Span.PERIOD)
                .reads(CampaignsProjection.GROUP, "messaging.inbox")
                .columns(
                        text("campaign", "Campaign"),
                        date("started_on", "Started"),
                        count("people", "People"),
                        count("delivered", "Delivered"),
                        count("failed", "Not delivered"),
                        count("blocked", "Not sent"),
                        tenths("share", "% delivered", false),
                        count("parts", "Parts"),
                        money("cost", "Cost, about"))
                .chart("campaign", "delivered", "failed", "blocked")
                .query("""
                        WITH zone AS (SELECT time_zone FROM account WHERE {tenant}),
                        result AS (
                            SELECT r.campaign_id, %1$s AS result, coalesce(t.segments, 0) + coalesce(f.segments, 0) AS parts
                            FROM %3$s
                            WHERE {r.tenant}),
                        told AS (
                            SELECT c.id, c.name AS campaign, c.started_at,
                                   (c.started_at AT TIME ZONE z.time_zone)::date AS started_on
                            FROM campaign c CROSS JOIN zone z WHERE {c.tenant})
                        SELECT campaign, started_on, count(*) AS people,
                               count(*) FILTER (WHERE result = 'DELIVERED') AS delivered,
                               count(*) FILTER (WHERE result = 'FAILED') AS failed,
                               count(*) FILTER (WHERE result IN ('BLOCKED', 'SKIPPED', 'CANCELLED')) AS blocked,
                               round(1000.0 * count(*) FILTER (WHERE result = 'DELIVERED') / count(*)) AS share,
                               sum(parts) AS parts,
                               CASE :currency WHEN 'USD' THEN round(sum(parts) * %2$s * 100) ELSE 0 END AS cost
                        FROM told JOIN result ON result.campaign_id = told.id
                        WHERE started_on BETWEEN :from AND :to
                        GROUP BY told.id, campaign, started_on, started_at ORDER BY started_at DESC
                        """.formatted(RecipientResult.SQL, partPrice.toPlainString(), CampaignsStore.TEXTS));
    }
}
