package medflip.accounts.write;

import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryMade;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
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

    private final Mails mails;
    private final SignInStore signIns;
    private final Acquaintance acquaintance;
    private final PublicUrl publicUrl;

    WhenDeliveryEndedThenMailTheMember(
            Mails mails, SignInStore signIns, Acquaintance acquaintance, PublicUrl publicUrl) {
        this.mails = mails;
        this.signIns = signIns;
        this.acquaintance = acquaintance;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(DeliveryMade event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.delivery-made",
                acquaintance.email(event.userId()),
                Letter.about("Your delivery is ready")
                        .says("\"" + event.name().value() + "\" was made. It can be fetched within 24 hours, after you"
                                + " have signed in.")
                        .offers("Fetch it", publicUrl.of("/settings/deliveries")));
    }

    @EventHandler
    void react(DeliveryFailed event, Recorded recorded) {
        Letter letter = Letter.about("A delivery couldn't be made")
                .says("\"" + event.name().value() + "\" couldn't be made. " + why(event.failure()))
                .offers("See to it", publicUrl.of("/settings/deliveries"));
        if (event.failure() == DeliveryFailure.MEMBER_GONE) {
            signIns.owners(event.scheduleId().tenantId())
                    .forEach(owner ->
                            mails.send(recorded, owner, "accounts.delivery-failed", acquaintance.email(owner), letter));
        } else {
            mails.send(
                    recorded, event.userId(), "accounts.delivery-failed", acquaintance.email(event.userId()), letter);
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
