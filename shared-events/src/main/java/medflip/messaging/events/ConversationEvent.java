package medflip.messaging.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** What happens between a business and the owner of one number. */
public sealed interface ConversationEvent extends DomainEvent {
    ConversationId conversationId();

    @Override
    default ConversationId aggregateId() {
        return conversationId();
    }

    /** The person wrote. {@code pictures} came along, and {@code body} is absent where nothing else did. */
    record TextReceived(
            ConversationId conversationId,
            CorrespondentId correspondentId,
            UUID textId,
            @PersonalData("messaging.number") PhoneNumber from,
            @PersonalData("messaging.text") @Nullable PersonalText body,
            int pictures)
            implements ConversationEvent {}

    /**
     * Somebody of the business wrote a text, to be sent at once or at {@code sendAt}; to the person alone, or to the
     * many of a campaign.
     */
    record TextWritten(
            ConversationId conversationId,
            CorrespondentId correspondentId,
            UUID textId,
            @PersonalData("messaging.number") PhoneNumber to,
            @PersonalData("messaging.text") PersonalText body,
            @Nullable Instant sendAt,
            @Nullable CampaignId campaignId)
            implements ConversationEvent {}

    /** A text that waits says something else now, or goes at another time. */
    record TextChanged(
            ConversationId conversationId,
            CorrespondentId correspondentId,
            UUID textId,
            @PersonalData("messaging.text") PersonalText body,
            @Nullable Instant sendAt)
            implements ConversationEvent {}

    /** A text that waited isn't sent. */
    record TextCancelled(ConversationId conversationId, UUID textId) implements ConversationEvent {}

    /** It is early or late where the person is: the gate has a text wait. */
    record TextHeld(ConversationId conversationId, UUID textId, Instant until) implements ConversationEvent {}

    /**
     * The gate let a text pass: the evidence of why it was allowed.
     *
     * @param body as it leaves; {@code introduced} says that the business's name and how to stop were added
     * @param segments in how many parts it travels, each of which costs
     * @param zones where the person may be; it was neither early nor late in any of them
     */
    record TextPassed(
            ConversationId conversationId,
            CorrespondentId correspondentId,
            UUID textId,
            @PersonalData("messaging.number") PhoneNumber to,
            @PersonalData("messaging.text") PersonalText body,
            boolean introduced,
            int segments,
            ConsentBasis consent,
            @NotPersonal("time zones") List<String> zones,
            Instant judgedAt)
            implements ConversationEvent {}

    /** The gate refused a text. */
    record TextBlocked(ConversationId conversationId, UUID textId, List<BlockReason> reasons)
            implements ConversationEvent {}

    /**
     * A text that left has come further.
     *
     * @param sid how Twilio calls it
     * @param errorCode Twilio's, where it didn't arrive
     */
    record TextProgressed(
            ConversationId conversationId,
            UUID textId,
            TextStatus status,

            @NotPersonal("Twilio's name of the message") @Nullable
            String sid,

            @Nullable Integer errorCode)
            implements ConversationEvent {}

    /**
     * The person's phone was out of reach: the same text goes once more, from {@code sendAt} on, if the gate lets it.
     *
     * @param textId the one that didn't arrive
     * @param secondId the one that says the same again, a text of its own from here on
     */
    record SecondTryPlanned(ConversationId conversationId, UUID textId, UUID secondId, Instant sendAt)
            implements ConversationEvent {}

    /** Pictures go with a text that somebody of the business wrote, or came along with one of the person's. */
    record PicturesAttached(
            ConversationId conversationId, CorrespondentId correspondentId, UUID textId, List<AttachedFile> pictures)
            implements ConversationEvent, AttachesFiles {

        @Override
        public List<AttachedFile> attachedFiles() {
            return pictures;
        }
    }

    /** Somebody of the business has seen what the person wrote. */
    record ConversationSeen(ConversationId conversationId) implements ConversationEvent {}

    /** Somebody of the business answers this person from now on. */
    record ConversationAssigned(ConversationId conversationId, UserId memberId) implements ConversationEvent {}

    /** Nobody in particular answers this person any more. */
    record ConversationUnassigned(ConversationId conversationId) implements ConversationEvent {}

    /** The person agreed to be texted; {@code version} is that of the words they agreed to. */
    record ConsentGiven(
            ConversationId conversationId,
            ConsentBasis basis,
            @NotPersonal("a version of a text") String version) implements ConversationEvent {}

    /** The person wants no more texts. */
    record OptedOut(ConversationId conversationId, OptOutWay way) implements ConversationEvent {}

    /** The person wants texts again. */
    record OptedIn(ConversationId conversationId) implements ConversationEvent {}

    /** A text reads as if its writer wanted no more. Somebody looks at it by {@code dueOn}, as the law wants. */
    record OptOutSuspected(ConversationId conversationId, UUID textId, LocalDate dueOn) implements ConversationEvent {}

    /** Somebody read the text, and it means no such thing. */
    record OptOutRuledOut(ConversationId conversationId, UUID textId) implements ConversationEvent {}

    /** No text can arrive at this number. */
    record NumberFoundUnusable(ConversationId conversationId, int errorCode) implements ConversationEvent {}

    /**
     * Who was behind the number is forgotten, with all texts. What stays is whether its owner wants no texts: whoever
     * writes or is written to next is somebody new.
     */
    record CorrespondentErased(ConversationId conversationId, CorrespondentId correspondentId)
            implements ConversationEvent {}
}
