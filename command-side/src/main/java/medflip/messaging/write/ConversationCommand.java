package medflip.messaging.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.AttachedFile;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.TextStatus;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a conversation. */
public sealed interface ConversationCommand extends Command {
    ConversationId conversationId();

    @Override
    default ConversationId aggregateId() {
        return conversationId();
    }

    /**
     * Takes in what the person wrote.
     *
     * @param newcomerId who it is from, if nobody ever was behind this number
     */
    record ReceiveText(
            ConversationId conversationId,
            CorrespondentId newcomerId,
            UUID textId,
            PhoneNumber from,
            @Nullable PersonalText body,
            int pictures,
            LocalDate today)
            implements ConversationCommand, AllowedWhenClosed {}

    /**
     * Writes a text to a number.
     *
     * @param newcomerId who it is to, if nobody ever was behind this number
     * @param campaignId of which it is one; a campaign texts a number once
     */
    record WriteText(
            ConversationId conversationId,
            CorrespondentId newcomerId,
            UUID textId,
            PhoneNumber to,
            PersonalText body,
            @Nullable Instant sendAt,
            @Nullable ConsentBasis consent,
            @Nullable CampaignId campaignId,
            List<AttachedFile> pictures)
            implements ConversationCommand {

        /** One without pictures. */
        WriteText(
                ConversationId conversationId,
                CorrespondentId newcomerId,
                UUID textId,
                PhoneNumber to,
                PersonalText body,
                @Nullable Instant sendAt,
                @Nullable ConsentBasis consent,
                @Nullable CampaignId campaignId) {
            this(conversationId, newcomerId, textId, to, body, sendAt, consent, campaignId, List.of());
        }
    }

    /** Says which pictures came along with a text; told again, it changes nothing. */
    record KeepPictures(ConversationId conversationId, UUID textId, List<AttachedFile> pictures)
            implements ConversationCommand, AllowedWhenClosed {}

    /** Changes a text that waits. */
    record ChangeText(
            ConversationId conversationId,
            UUID textId,
            PersonalText body,
            @Nullable Instant sendAt) implements ConversationCommand {}

    /** Takes a text back that waits. */
    record CancelText(ConversationId conversationId, UUID textId) implements ConversationCommand {}

    /**
     * Has the gate decide about a text that waits.
     *
     * @param at the time by which it is judged
     * @param introduction how the business calls itself; null where it has no account at Twilio
     * @param zones where the person lives; empty where only the number says where they may be
     * @param restricted whether the person wants that what is held of them isn't used
     */
    record JudgeText(
            ConversationId conversationId,
            UUID textId,
            Instant at,
            @Nullable PersonalText introduction,
            boolean paid,
            List<String> zones,
            boolean restricted)
            implements ConversationCommand {}

    /**
     * Notes how far a text has come.
     *
     * @param at when that was heard; a second try is counted from then on
     */
    record NoteProgress(
            ConversationId conversationId,
            UUID textId,
            TextStatus status,
            @Nullable String sid,
            @Nullable Integer errorCode,
            Instant at)
            implements ConversationCommand, AllowedWhenClosed {}

    /** What the person wrote was seen, up to this text; what came in since is still to be seen. */
    record MarkSeen(ConversationId conversationId, UUID textId) implements ConversationCommand {}

    /** Says who of the business answers this person; null for nobody in particular. */
    record AssignConversation(
            ConversationId conversationId, @Nullable UserId memberId) implements ConversationCommand {}

    /** Writes down that the person agreed to be texted. */
    record RecordConsent(ConversationId conversationId, ConsentBasis basis) implements ConversationCommand {}

    /** The person told the business that they want no more texts. */
    record OptOut(ConversationId conversationId) implements ConversationCommand, AllowedWhenClosed {}

    /** Takes an opt-out back that the business itself set. */
    record LiftOptOut(ConversationId conversationId) implements ConversationCommand {}

    /** Decides whether a text that reads like an opt-out is one. */
    record ReviewOptOut(ConversationId conversationId, UUID textId, boolean meant)
            implements ConversationCommand, AllowedWhenClosed {}

    /** Forgets who was behind the number, unless somebody else is by now. */
    record EraseCorrespondent(ConversationId conversationId, CorrespondentId correspondentId)
            implements ConversationCommand, AllowedWhenClosed {}
}
