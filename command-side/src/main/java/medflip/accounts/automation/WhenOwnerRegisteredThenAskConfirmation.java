package medflip.accounts.automation;

import java.time.Duration;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.write.CredentialCommand.AskConfirmation;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** Who signs up gets a link that shows the address to be theirs; they need not wait for it. */
@Automation(processingGroup = "accounts.ask-confirmation")
class WhenOwnerRegisteredThenAskConfirmation {

    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Commands commands;

    WhenOwnerRegisteredThenAskConfirmation(Commands commands) {
        this.commands = commands;
    }

    /** A user has one welcome, so its link may be called like the user. */
    @EventHandler
    void react(OwnerRegistered event, Recorded recorded) {
        commands.send(
                Caller.automation(event.userId().tenantId(), "ask-confirmation"),
                new AskConfirmation(
                        event.userId(),
                        event.userId().local(),
                        true,
                        recorded.at().plus(GOOD_FOR)));
    }
}
