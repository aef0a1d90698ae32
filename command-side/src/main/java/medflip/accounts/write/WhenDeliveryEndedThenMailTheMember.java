package medflip.accounts.write;

import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryMade;
import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;

/**
 * Who has a list delivered hears that it is there, or why not; the owners do where nobody of that name works here any
 * more. What was delivered is never in the mail.
 */
@Automation(processingGroup = "accounts.mail-deliveries")
class WhenDeliveryEndedThenMailTheMember {

    private final Correspondence correspondence;
    private final PublicUrl publicUrl;

    WhenDeliveryEndedThenMailTheMember(Correspondence correspondence, PublicUrl publicUrl) {
        this.correspondence = correspondence;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(DeliveryMade event, Recorded recorded) {
        correspondence.tell(
                recorded,
                event.userId(),
                "accounts.delivery-made",
                Letter.optional("Your delivery is ready")
                        .says("\"" + event.name().value() + "\" was made. It can be fetched within 24 hours, after you"
                                + " have signed in.")
                        .offers("Fetch it", publicUrl.of("/settings/deliveries")));
    }

    @EventHandler
    void react(DeliveryFailed event, Recorded recorded) {
        Letter letter = Letter.essential("A delivery couldn't be made")
                .says("\"" + event.name().value() + "\" couldn't be made. " + why(event.failure()))
                .offers("See to it", publicUrl.of("/settings/deliveries"));
        if (event.failure() == DeliveryFailure.MEMBER_GONE) {
            correspondence.tellOwners(recorded, event.scheduleId().tenantId(), "accounts.delivery-failed", letter);
        } else {
            correspondence.tell(recorded, event.userId(), "accounts.delivery-failed", letter);
        }
    }

    private static String why(DeliveryFailure failure) {
        return switch (failure) {
            case MEMBER_GONE ->
                "Who wanted it doesn't work for the business any more, or may not take lists away. If it is wanted"
                        + " still, change it: then it is delivered to you.";
            case LIST_REFUSED ->
                "The list can't be asked so any more: what its filter names may be gone. Choose another filter.";
            case GAVE_UP -> "We tried several times. It is tried again at its next time.";
        };
    }
}
