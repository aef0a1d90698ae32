package medflip.messaging.write;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.messaging.events.CampaignEvent.CampaignCancelled;
import medflip.messaging.events.CampaignEvent.CampaignFinished;
import medflip.messaging.events.CampaignEvent.CampaignPaused;
import medflip.messaging.events.CampaignEvent.CampaignResumed;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.CampaignStopped;
import medflip.messaging.events.CampaignEvent.RecipientSkipped;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextCancelled;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom campaigns have yet to text, over all businesses. It holds ids only. */
@Component
@ProcessingGroup("messaging.campaign-recipients")
class CampaignIndex {

    /** After a pause, no more is made up for than what belongs to so long a time. */
    private static final Duration MADE_UP_FOR = Duration.ofSeconds(10);

    /** A campaign under way; {@code nextAt} is when its next text may be written. */
    record Running(CampaignId campaign, int perMinute, Instant nextAt) {}

    /** A text of a campaign that is over, and still waits. */
    record LeftOver(ConversationId conversation, UUID text) {}

    private final JdbcClient jdbc;
    private final Duration triedAgainAfter;

    /** @param triedAgainAfter who isn't written to by then is tried again: whoever did that died over it */
    CampaignIndex(JdbcClient jdbc, @Value("${medflip.messaging.tried-again-after:1m}") Duration triedAgainAfter) {
        this.jdbc = jdbc;
        this.triedAgainAfter = triedAgainAfter;
    }

    List<Running> running() {
        return jdbc.sql("SELECT * FROM write.campaign WHERE state = 'RUNNING' ORDER BY campaign_id")
                .query((row, number) -> new Running(
                        CampaignId.of(
                                tenant(row.getObject("tenant_id", UUID.class)),
                                row.getObject("campaign_id", UUID.class)),
                        row.getInt("per_minute"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes as many of those who are left as the campaign's pace allows; that they are tried is on disk first. */
    List<UUID> take(Running running, Instant now) {
        Duration apart = Duration.ofMinutes(1).dividedBy(running.perMinute());
        Instant from = running.nextAt().isBefore(now.minus(MADE_UP_FOR)) ? now.minus(MADE_UP_FOR) : running.nextAt();
        if (from.isAfter(now)) {
            return List.of();
        }
        List<UUID> taken = jdbc.sql("""
                        WITH next AS (
                            SELECT tenant_id, campaign_id, customer_id FROM write.campaign_recipient
                            WHERE tenant_id = :tenant AND campaign_id = :campaign AND state = 'PENDING'
                              AND (tried_at IS NULL OR tried_at < :before)
                            ORDER BY place LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE write.campaign_recipient r SET tried_at = :now FROM next
                        WHERE r.tenant_id = next.tenant_id AND r.campaign_id = next.campaign_id
                          AND r.customer_id = next.customer_id
                        RETURNING r.customer_id
                        """)
                .param("tenant", running.campaign().tenantId().value())
                .param("campaign", running.campaign().local())
                .param("before", utc(now.minus(triedAgainAfter)))
                .param("now", utc(now))
                .param("most", Duration.between(from, now).dividedBy(apart) + 1)
                .query(UUID.class)
                .list();
        jdbc.sql("UPDATE write.campaign SET next_at = :next WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .param("next", utc(from.plus(apart.multipliedBy(taken.size()))))
                .param("tenant", running.campaign().tenantId().value())
                .param("campaign", running.campaign().local())
                .update();
        return taken;
    }

    /** Whether everybody has been texted, or never will be. */
    boolean isThrough(CampaignId campaign) {
        return jdbc.sql("""
                        SELECT recipients <= (SELECT count(*) FROM write.campaign_recipient
                            WHERE tenant_id = :tenant AND campaign_id = :campaign AND state = 'THROUGH')
                        FROM write.campaign WHERE tenant_id = :tenant AND campaign_id = :campaign
                        """)
                .param("tenant", campaign.tenantId().value())
                .param("campaign", campaign.local())
                .query(Boolean.class)
                .single();
    }

    List<LeftOver> leftOver() {
        return jdbc.sql("""
                        SELECT r.tenant_id, r.conversation_id, r.text_id
                        FROM write.campaign_recipient r JOIN write.campaign c USING (tenant_id, campaign_id)
                        WHERE c.state = 'OVER' AND r.state = 'WRITTEN' LIMIT 500
                        """)
                .query((row, number) -> new LeftOver(
                        ConversationId.of(
                                tenant(row.getObject("tenant_id", UUID.class)),
                                row.getObject("conversation_id", UUID.class)),
                        row.getObject("text_id", UUID.class)))
                .list();
    }

    /** Which campaign a text is of, if it is of one. */
    Optional<CampaignId> campaignOf(TenantId tenant, UUID text) {
        return jdbc.sql(
                        "SELECT campaign_id FROM write.campaign_recipient WHERE tenant_id = :tenant AND text_id = :text")
                .param("tenant", tenant.value())
                .param("text", text)
                .query(UUID.class)
                .optional()
                .map(campaign -> CampaignId.of(tenant, campaign));
    }

    @EventHandler
    void on(CampaignStarted event) {
        jdbc.sql("""
                        INSERT INTO write.campaign (tenant_id, campaign_id, state, recipients, per_minute, next_at)
                        VALUES (:tenant, :campaign, 'RUNNING', :recipients, :pace, 'epoch')
                        ON CONFLICT (tenant_id, campaign_id) DO NOTHING
                        """)
                .param("tenant", event.campaignId().tenantId().value())
                .param("campaign", event.campaignId().local())
                .param("recipients", event.recipients())
                .param("pace", event.perMinute())
                .update();
    }

    @EventHandler
    void on(RecipientsChosen event) {
        for (UUID customer : event.customerIds()) {
            jdbc.sql("""
                            INSERT INTO write.campaign_recipient (tenant_id, campaign_id, customer_id, text_id)
                            VALUES (:tenant, :campaign, :customer, :text)
                            ON CONFLICT (tenant_id, campaign_id, customer_id) DO NOTHING
                            """)
                    .param("tenant", event.campaignId().tenantId().value())
                    .param("campaign", event.campaignId().local())
                    .param("customer", customer)
                    .param("text", event.campaignId().textTo(customer))
                    .update();
        }
    }

    @EventHandler
    void on(CampaignPaused event) {
        become("PAUSED", event.campaignId());
    }

    @EventHandler
    void on(CampaignResumed event) {
        become("RUNNING", event.campaignId());
    }

    @EventHandler
    void on(CampaignCancelled event) {
        become("OVER", event.campaignId());
    }

    @EventHandler
    void on(CampaignStopped event) {
        become("OVER", event.campaignId());
    }

    /** Nothing holds back any more what is left of it: second tries leave at their time. */
    @EventHandler
    void on(CampaignFinished event) {
        jdbc.sql("DELETE FROM write.campaign WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .param("tenant", event.campaignId().tenantId().value())
                .param("campaign", event.campaignId().local())
                .update();
    }

    @EventHandler
    void on(RecipientSkipped event) {
        through(event.campaignId().tenantId(), event.campaignId().textTo(event.customerId()));
    }

    @EventHandler
    void on(TextWritten event) {
        if (event.campaignId() != null) {
            jdbc.sql("""
                            UPDATE write.campaign_recipient SET state = 'WRITTEN', conversation_id = :conversation
                            WHERE tenant_id = :tenant AND text_id = :text AND state = 'PENDING'
                            """)
                    .param("conversation", event.conversationId().local())
                    .param("tenant", event.conversationId().tenantId().value())
                    .param("text", event.textId())
                    .update();
        }
    }

    /** The second try is the campaign's from here on: it waits with it, and is taken back if it stops. */
    @EventHandler
    void on(SecondTryPlanned event) {
        jdbc.sql("""
                        UPDATE write.campaign_recipient SET state = 'WRITTEN', text_id = :second
                        WHERE tenant_id = :tenant AND text_id = :text
                        """)
                .param("second", event.secondId())
                .param("tenant", event.conversationId().tenantId().value())
                .param("text", event.textId())
                .update();
    }

    @EventHandler
    void on(TextPassed event) {
        through(event.conversationId().tenantId(), event.textId());
    }

    @EventHandler
    void on(TextBlocked event) {
        through(event.conversationId().tenantId(), event.textId());
    }

    @EventHandler
    void on(TextCancelled event) {
        through(event.conversationId().tenantId(), event.textId());
    }

    private void become(String state, CampaignId campaign) {
        jdbc.sql("UPDATE write.campaign SET state = :state WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .param("state", state)
                .param("tenant", campaign.tenantId().value())
                .param("campaign", campaign.local())
                .update();
    }

    private void through(TenantId tenant, UUID text) {
        jdbc.sql("UPDATE write.campaign_recipient SET state = 'THROUGH' WHERE tenant_id = :tenant AND text_id = :text")
                .param("tenant", tenant.value())
                .param("text", text)
                .update();
    }

    private static TenantId tenant(UUID id) {
        return new TenantId(id);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
