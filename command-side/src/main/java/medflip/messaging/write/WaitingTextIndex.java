package medflip.messaging.write;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextCancelled;
import medflip.messaging.events.ConversationEvent.TextChanged;
import medflip.messaging.events.ConversationEvent.TextHeld;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which texts wait until when, over all businesses: those for later, those held for the night. */
@Component
@ProcessingGroup("messaging.waiting-texts")
class WaitingTextIndex {

    private static final int AT_ONCE = 500;

    /** What is to leave at once has been judged long before, unless whoever does that died over it. */
    private static final Duration JUDGED_WITHIN = Duration.ofMinutes(1);

    record WaitingText(ConversationId conversation, UUID text) {}

    private final JdbcClient jdbc;

    WaitingTextIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose time has come, the longest waiting first; what a campaign holds back isn't among them. */
    List<WaitingText> due(Instant now) {
        return jdbc.sql("""
                        SELECT tenant_id, conversation_id, text_id FROM write.waiting_text w
                        WHERE due_at <= :now AND NOT EXISTS (
                            SELECT FROM write.campaign_recipient r JOIN write.campaign c USING (tenant_id, campaign_id)
                            WHERE r.tenant_id = w.tenant_id AND r.text_id = w.text_id
                              AND c.state <> 'RUNNING')
                        ORDER BY due_at LIMIT :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, number) -> new WaitingText(
                        ConversationId.of(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("conversation_id", UUID.class)),
                        row.getObject("text_id", UUID.class)))
                .list();
    }

    @EventHandler
    void on(TextWritten event, @Timestamp Instant at) {
        put(event.conversationId(), event.textId(), event.sendAt() == null ? at.plus(JUDGED_WITHIN) : event.sendAt());
    }

    @EventHandler
    void on(TextChanged event, @Timestamp Instant at) {
        put(event.conversationId(), event.textId(), event.sendAt() == null ? at : event.sendAt());
    }

    @EventHandler
    void on(TextHeld event) {
        put(event.conversationId(), event.textId(), event.until());
    }

    @EventHandler
    void on(SecondTryPlanned event) {
        put(event.conversationId(), event.secondId(), event.sendAt());
    }

    @EventHandler
    void on(TextCancelled event) {
        remove(event.conversationId(), event.textId());
    }

    @EventHandler
    void on(TextBlocked event) {
        remove(event.conversationId(), event.textId());
    }

    @EventHandler
    void on(TextPassed event) {
        remove(event.conversationId(), event.textId());
    }

    @EventHandler
    void on(CorrespondentErased event) {
        jdbc.sql("DELETE FROM write.waiting_text WHERE tenant_id = :tenant AND conversation_id = :conversation")
                .param("tenant", event.conversationId().tenantId().value())
                .param("conversation", event.conversationId().local())
                .update();
    }

    private void put(ConversationId conversation, UUID text, Instant due) {
        jdbc.sql("""
                        INSERT INTO write.waiting_text (tenant_id, conversation_id, text_id, due_at)
                        VALUES (:tenant, :conversation, :text, :due)
                        ON CONFLICT (tenant_id, conversation_id, text_id) DO UPDATE SET due_at = excluded.due_at
                        """)
                .param("tenant", conversation.tenantId().value())
                .param("conversation", conversation.local())
                .param("text", text)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void remove(ConversationId conversation, UUID text) {
        jdbc.sql("""
                        DELETE FROM write.waiting_text
                        WHERE tenant_id = :tenant AND conversation_id = :conversation AND text_id = :text
                        """)
                .param("tenant", conversation.tenantId().value())
                .param("conversation", conversation.local())
                .param("text", text)
                .update();
    }
}
