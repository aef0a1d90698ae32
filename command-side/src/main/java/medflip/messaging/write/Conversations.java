package medflip.messaging.write;

import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.TwilioConnectionEvent;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnected;
import medflip.messaging.events.TwilioConnectionEvent.TwilioDisconnected;
import medflip.messaging.events.TwilioConnectionId;
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

    Conversations(BlindIndex index, Histories histories) {
        this.index = index;
        this.histories = histories;
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

    static TwilioConnectionId connection(TenantId tenant) {
        return TwilioConnectionId.of(tenant, tenant.value());
    }

    /** What the outbox calls the one sending of a text. */
    static UUID effect(ConversationId conversation, UUID text) {
        return UUID.nameUUIDFromBytes(Binding.of("messaging.text", conversation.value(), text.toString()));
    }
}
