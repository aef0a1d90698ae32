package medflip.messaging.write;

import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.platform.outbox.Effect;
import medflip.platform.outbox.Outbox;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** A text that may leave is handed to Twilio, once. */
@Automation(processingGroup = "messaging.send-texts")
class WhenTextPassedThenSendIt {

    private final Outbox outbox;
    private final Conversations conversations;

    WhenTextPassedThenSendIt(Outbox outbox, Conversations conversations) {
        this.outbox = outbox;
        this.conversations = conversations;
    }

    @EventHandler
    void react(TextPassed event) {
        outbox.put(new Effect(
                Conversations.effect(event.conversationId(), event.textId()),
                event.correspondentId(),
                OutgoingText.CHANNEL,
                "messaging.text",
                new OutgoingText(
                                event.conversationId().value(),
                                event.textId(),
                                event.to().value(),
                                event.body().value(),
                                conversations.pictures(event.conversationId(), event.textId()))
                        .written()));
    }
}
