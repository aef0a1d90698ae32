package medflip.customers.write;

import medflip.customers.write.CustomerCommand.RestrictUse;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.RequestKind;
import org.axonframework.eventhandling.EventHandler;

/** Who asked to have their data kept and not used, and was answered, has it so from then on. */
@Automation(processingGroup = "customers.restrict-use")
class WhenRestrictionGrantedThenRestrictUse {

    private final Commands commands;

    WhenRestrictionGrantedThenRestrictUse(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(RequestAnswered event) {
        if (event.kind() == RequestKind.RESTRICTION && event.customerId() != null) {
            commands.send(
                    Caller.automation(event.requestId().tenantId(), "restrict-use"),
                    new RestrictUse(event.customerId()));
        }
    }
}
