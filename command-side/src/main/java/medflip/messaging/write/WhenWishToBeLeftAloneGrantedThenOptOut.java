package medflip.messaging.write;

import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergedCards;
import medflip.messaging.write.ConversationCommand.OptOut;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.RequestKind;
import org.axonframework.eventhandling.EventHandler;

/** Who asked to be left alone, and was answered, gets no more texts, on whichever of their numbers. */
@Automation(processingGroup = "messaging.left-alone")
class WhenWishToBeLeftAloneGrantedThenOptOut {

    private final NumberHolderIndex holders;
    private final Histories histories;
    private final Commands commands;

    WhenWishToBeLeftAloneGrantedThenOptOut(NumberHolderIndex holders, Histories histories, Commands commands) {
        this.holders = holders;
        this.histories = histories;
        this.commands = commands;
    }

    @EventHandler
    void react(RequestAnswered event) {
        CustomerId person = event.customerId();
        if (event.kind() == RequestKind.OPT_OUT && person != null) {
            MergedCards.of(histories.of(MergeBookId.of(person.tenantId()), MergeEvent.class)).of(person).stream()
                    .flatMap(card -> holders.conversationsOf(card).stream())
                    .distinct()
                    .forEach(conversation -> commands.send(
                            Caller.automation(person.tenantId(), "left-alone"), new OptOut(conversation)));
        }
    }
}
