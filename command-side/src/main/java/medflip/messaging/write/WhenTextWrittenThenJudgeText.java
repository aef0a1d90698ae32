package medflip.messaging.write;

import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.write.ConversationCommand.JudgeText;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** A text that is to leave at once is judged at once. One for later is judged when its time has come. */
@Automation(processingGroup = "messaging.judge-texts")
class WhenTextWrittenThenJudgeText {

    private final Commands commands;
    private final Conversations conversations;
    private final Whereabouts whereabouts;

    WhenTextWrittenThenJudgeText(Commands commands, Conversations conversations, Whereabouts whereabouts) {
        this.commands = commands;
        this.conversations = conversations;
        this.whereabouts = whereabouts;
    }

    @EventHandler
    void react(TextWritten event, Recorded recorded) {
        if (event.sendAt() == null) {
            commands.send(
                    Caller.automation(event.conversationId().tenantId(), "judge-texts"),
                    new JudgeText(
                            event.conversationId(),
                            event.textId(),
                            recorded.at(),
                            conversations.introduction(event.conversationId().tenantId()),
                            conversations.paid(event.conversationId().tenantId()),
                            whereabouts.zones(event.conversationId()),
                            whereabouts.isRestricted(event.conversationId())));
        }
    }
}
