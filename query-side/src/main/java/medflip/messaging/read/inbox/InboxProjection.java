package medflip.messaging.read.inbox;

import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.AttachedFile;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.ConsentGiven;
import medflip.messaging.events.ConversationEvent.ConversationAssigned;
import medflip.messaging.events.ConversationEvent.ConversationSeen;
import medflip.messaging.events.ConversationEvent.ConversationUnassigned;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.NumberFoundUnusable;
import medflip.messaging.events.ConversationEvent.OptOutRuledOut;
import medflip.messaging.events.ConversationEvent.OptOutSuspected;
import medflip.messaging.events.ConversationEvent.OptedIn;
import medflip.messaging.events.ConversationEvent.OptedOut;
import medflip.messaging.events.ConversationEvent.PicturesAttached;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextCancelled;
import medflip.messaging.events.ConversationEvent.TextChanged;
import medflip.messaging.events.ConversationEvent.TextHeld;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills the inbox. */
@Projection(
        processingGroup = InboxProjection.GROUP,
        tables = {"conversation", "conversation_text"})
class InboxProjection {

    static final String GROUP = "messaging.inbox";

    private static final String LATEST = """
            INSERT INTO conversation AS c
                (tenant_id, id, number, last_at, last_text, last_incoming, unseen, consent, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                number = excluded.number, last_at = excluded.last_at, last_text = excluded.last_text,
                last_incoming = excluded.last_incoming, unseen = excluded.unseen,
                consent = coalesce(c.consent, excluded.consent), version = excluded.version
            """;

    /** What goes to many people answers nobody: what this one wrote is still to be seen. */
    private static final String LATEST_OF_MANY =
            LATEST.replace("unseen = excluded.unseen", "unseen = c.unseen OR excluded.unseen");

    private static final String TEXT = """
            INSERT INTO conversation_text (tenant_id, conversation_id, id, position, incoming, body, pictures, at,
                                           written_by, state, send_at, campaign_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, conversation_id, id) DO NOTHING
            """;

    /** Says what the first one said, whoever wrote that. */
    private static final String SECOND_TRY = """
            INSERT INTO conversation_text (tenant_id, conversation_id, id, position, incoming, body, pictures, at,
                                           written_by, state, send_at, campaign_id, picture_ids, second_try_of)
            SELECT tenant_id, conversation_id, ?, ?, incoming, body, pictures, ?, written_by, ?, ?, campaign_id,
                   picture_ids, id
            FROM conversation_text WHERE tenant_id = ? AND conversation_id = ? AND id = ?
            ON CONFLICT (tenant_id, conversation_id, id) DO NOTHING
            """;

    private static final String WHERE_TEXT = " WHERE tenant_id = ? AND conversation_id = ? AND id = ?";

    private static final String STATE = "UPDATE conversation_text SET state = ?" + WHERE_TEXT;

    /** Who asked to be left alone may never have been texted: their number isn't known here then. */
    private static final String OPTED_OUT = """
            INSERT INTO conversation (tenant_id, id, number, last_at, last_incoming, unseen, opted_out, version)
            VALUES (?, ?, '', ?, false, false, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET opted_out = excluded.opted_out, to_review = 0
            """;

    @EventHandler
    void on(ConversationEvent event, Recorded recorded, @SequenceNumber long version, Rows rows) {
        ConversationId id = event.conversationId();
        switch (event) {
            case TextReceived text -> {
                String body = text.body() == null ? null : text.body().value();
                latest(LATEST, id, text.from().value(), body, true, "WROTE_FIRST", recorded, version, rows);
                rows.write(
                        id,
                        TEXT,
                        id.tenantId(),
                        id,
                        text.textId(),
                        recorded.position(),
                        true,
                        body,
                        text.pictures(),
                        recorded.at(),
                        null,
                        TextState.RECEIVED,
                        null,
                        null);
            }
            case TextWritten text -> {
                latest(
                        text.campaignId() == null ? LATEST : LATEST_OF_MANY,
                        id,
                        text.to().value(),
                        text.body().value(),
                        false,
                        null,
                        recorded,
                        version,
                        rows);
                rows.write(
                        id,
                        TEXT,
                        id.tenantId(),
                        id,
                        text.textId(),
                        recorded.position(),
                        false,
                        text.body().value(),
                        0,
                        recorded.at(),
                        recorded.actor(),
                        text.sendAt() == null ? TextState.SENDING : TextState.SCHEDULED,
                        text.sendAt(),
                        text.campaignId());
            }
            case TextChanged text ->
                rows.write(
                        id,
                        "UPDATE conversation_text SET body = ?, send_at = ?, held_until = NULL, state = ?" + WHERE_TEXT,
                        text.body().value(),
                        text.sendAt(),
                        text.sendAt() == null ? TextState.SENDING : TextState.SCHEDULED,
                        id.tenantId(),
                        id,
                        text.textId());
            case TextCancelled text -> rows.write(id, STATE, TextState.CANCELLED, id.tenantId(), id, text.textId());
            case TextHeld text ->
                rows.write(
                        id,
                        "UPDATE conversation_text SET state = ?, held_until = ?" + WHERE_TEXT,
                        TextState.HELD,
                        text.until(),
                        id.tenantId(),
                        id,
                        text.textId());
            case TextPassed text ->
                rows.write(
                        id,
                        "UPDATE conversation_text SET state = ?, held_until = NULL, body = ?, segments = ?, at = ?"
                                + WHERE_TEXT,
                        TextState.SENDING,
                        text.body().value(),
                        text.segments(),
                        recorded.at(),
                        id.tenantId(),
                        id,
                        text.textId());
            case TextBlocked text ->
                rows.write(
                        id,
                        "UPDATE conversation_text SET state = ?, blocked_for = ?" + WHERE_TEXT,
                        TextState.BLOCKED,
                        text.reasons(),
                        id.tenantId(),
                        id,
                        text.textId());
            case TextProgressed text ->
                rows.write(
                        id,
                        "UPDATE conversation_text SET state = ?, error_code = ?" + WHERE_TEXT,
                        TextState.valueOf(text.status().name()),
                        text.errorCode(),
                        id.tenantId(),
                        id,
                        text.textId());
            case SecondTryPlanned planned ->
                rows.write(
                        id,
                        SECOND_TRY,
                        planned.secondId(),
                        recorded.position(),
                        recorded.at(),
                        TextState.SCHEDULED,
                        planned.sendAt(),
                        id.tenantId(),
                        id,
                        planned.textId());
            case PicturesAttached attached ->
                rows.write(
                        id,
                        "UPDATE conversation_text SET pictures = ?, picture_ids = ?::uuid[]" + WHERE_TEXT,
                        attached.pictures().size(),
                        attached.pictures().stream().map(AttachedFile::id).toList(),
                        id.tenantId(),
                        id,
                        attached.textId());
            case ConversationSeen seen -> set("unseen = false", id, rows);
            case ConversationAssigned assigned -> assign(assigned.memberId(), id, rows);
            case ConversationUnassigned unassigned -> assign(null, id, rows);
            case ConsentGiven given ->
                rows.write(
                        id,
                        "UPDATE conversation SET consent = ? WHERE tenant_id = ? AND id = ?",
                        given.basis(),
                        id.tenantId(),
                        id);
            case OptedOut out -> {
                rows.write(id, OPTED_OUT, id.tenantId(), id, recorded.at(), out.way(), version);
                rows.write(
                        id,
                        "UPDATE conversation_text SET review_by = NULL WHERE tenant_id = ? AND conversation_id = ?",
                        id.tenantId(),
                        id);
            }
            case OptedIn in -> set("opted_out = NULL", id, rows);
            case OptOutSuspected suspected -> {
                review(suspected.textId(), suspected.dueOn(), id, rows);
                set("to_review = to_review + 1", id, rows);
            }
            case OptOutRuledOut ruledOut -> {
                review(ruledOut.textId(), null, id, rows);
                set("to_review = to_review - 1", id, rows);
            }
            case CorrespondentErased erased -> {
                set("""
                        number = '', last_text = NULL, unseen = false, consent = NULL, unusable_code = NULL,
                        to_review = 0""", id, rows);
                rows.write(
                        id,
                        "DELETE FROM conversation_text WHERE tenant_id = ? AND conversation_id = ?",
                        id.tenantId(),
                        id);
            }
            case NumberFoundUnusable unusable ->
                rows.write(
                        id,
                        "UPDATE conversation SET unusable_code = ? WHERE tenant_id = ? AND id = ?",
                        unusable.errorCode(),
                        id.tenantId(),
                        id);
        }
        rows.write(
                id, "UPDATE conversation SET version = ? WHERE tenant_id = ? AND id = ?", version, id.tenantId(), id);
    }

    private static void latest(
            String sql,
            ConversationId id,
            String number,
            @Nullable String text,
            boolean incoming,
            @Nullable String consent,
            Recorded recorded,
            long version,
            Rows rows) {
        rows.write(id, sql, id.tenantId(), id, number, recorded.at(), text, incoming, incoming, consent, version);
    }

    private static void assign(@Nullable UserId member, ConversationId id, Rows rows) {
        rows.write(
                id,
                "UPDATE conversation SET assigned_to = ? WHERE tenant_id = ? AND id = ?",
                member,
                id.tenantId(),
                id);
    }

    private static void set(String change, ConversationId id, Rows rows) {
        rows.write(id, "UPDATE conversation SET " + change + " WHERE tenant_id = ? AND id = ?", id.tenantId(), id);
    }

    private static void review(UUID text, @Nullable LocalDate by, ConversationId id, Rows rows) {
        rows.write(id, "UPDATE conversation_text SET review_by = ?" + WHERE_TEXT, by, id.tenantId(), id, text);
    }
}
