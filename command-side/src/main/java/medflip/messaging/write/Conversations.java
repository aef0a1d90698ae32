package medflip.messaging.write;

import java.util.List;
import java.util.UUID;
import medflip.kernel.AttachedFile;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.PicturesAttached;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.TwilioConnectionEvent;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnected;
import medflip.messaging.events.TwilioConnectionEvent.TwilioDisconnected;
import medflip.messaging.events.TwilioConnectionId;
import medflip.platform.command.AccessBySubscription;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Binding;
import medflip.platform.privacy.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which conversation a number's is, and what texts of a business need to know of it. */
@Component
class Conversations {

    private final BlindIndex index;
    private final Histories histories;
    private final AccessBySubscription access;

    Conversations(BlindIndex index, Histories histories, AccessBySubscription access) {
        this.index = index;
        this.histories = histories;
        this.access = access;
    }

    /** Whether the business's subscription lets it text. */
    boolean paid(TenantId tenant) {
        return access.of(tenant).mayWrite();
    }

    /** A number's conversation is called by a keyed hash of it. */
    ConversationId with(TenantId tenant, PhoneNumber number) {
        return ConversationId.of(tenant, index.uuid(tenant, "conversation", number.value()));
    }

    /** How the business calls itself in a first text; null where it has no account at Twilio. */
    @Nullable
    PersonalText introduction(TenantId tenant) {
        PersonalText introduction = null;
        for (TwilioConnectionEvent event :
                histories.of(connection(tenant), TwilioConnectionEvent.class).toList()) {
            if (event instanceof TwilioConnected connected) {
                introduction = connected.introduction();
            } else if (event instanceof TwilioDisconnected) {
                introduction = null;
            }
        }
        return introduction;
    }

    /** How things stand with a number; as at the beginning where nobody was ever texted there. */
    Standing standing(ConversationId conversation) {
        Standing standing = Standing.NEW;
        for (ConversationEvent event :
                histories.of(conversation, ConversationEvent.class).toList()) {
            standing = standing.after(event);
        }
        return standing;
    }

    /** Whose a text is that somebody wrote to the business; null where it isn't there, or they were erased. */
    @Nullable
    CorrespondentId writerOf(ConversationId conversation, UUID text) {
        CorrespondentId writer = null;
        for (ConversationEvent event :
                histories.of(conversation, ConversationEvent.class).toList()) {
            if (event instanceof TextReceived received && received.textId().equals(text)) {
                writer = received.correspondentId();
            } else if (event instanceof CorrespondentErased erased
                    && erased.correspondentId().equals(writer)) {
                writer = null;
            }
        }
        return writer;
    }

    /** Which pictures go with a text; a second try has those of the first. */
    List<UUID> pictures(ConversationId conversation, UUID text) {
        List<ConversationEvent> history =
                histories.of(conversation, ConversationEvent.class).toList();
        UUID first = history.stream()
                .filter(event -> event instanceof SecondTryPlanned planned
                        && planned.secondId().equals(text))
                .map(event -> ((SecondTryPlanned) event).textId())
                .findFirst()
                .orElse(text);
        return history.stream()
                .filter(event -> event instanceof PicturesAttached attached
                        && attached.textId().equals(first))
                .flatMap(event -> ((PicturesAttached) event).pictures().stream())
                .map(AttachedFile::id)
                .toList();
    }

    static TwilioConnectionId connection(TenantId tenant) {
        return TwilioConnectionId.of(tenant, tenant.value());
    }

    /** What the outbox calls the one sending of a text. */
    static UUID effect(ConversationId conversation, UUID text) {
        return UUID.nameUUIDFromBytes(Binding.of("messaging.text", conversation.value(), text.toString()));
    }
}
