package medflip.accounts.write;

import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;

/**
 * All owners hear when the service's staff may come in, comes in, and may no longer (policy promise P6): one of them
 * let the staff in, or somebody did in an owner's name.
 */
@Automation(processingGroup = "accounts.mail-support")
class WhenSupportComesOrGoesThenMailTheOwners {

    private final Correspondence correspondence;
    private final PublicUrl publicUrl;

    WhenSupportComesOrGoesThenMailTheOwners(Correspondence correspondence, PublicUrl publicUrl) {
        this.correspondence = correspondence;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(SupportGranted event, Recorded recorded) {
        tell(
                event.supportId().tenantId(),
                recorded,
                "accounts.support-granted",
                Letter.essential("The service's staff may come into your business")
                        .says("An owner let the staff of MedFlip Profit in for a while, "
                                + (event.mayWrite() ? "to look and to change things." : "to look and change nothing."))
                        .says("The settings show since when, until when and why, and end it at once."));
    }

    @EventHandler
    void react(SupportEntered event, Recorded recorded) {
        tell(
                event.supportId().tenantId(),
                recorded,
                "accounts.support-entered",
                Letter.essential("The service's staff is in your business")
                        .says("One of the staff of MedFlip Profit came in, as an owner had allowed.")
                        .says("The settings show who it is and what they look at, and end it at once."));
    }

    @EventHandler
    void react(SupportRevoked event, Recorded recorded) {
        tell(event.supportId().tenantId(), recorded, "accounts.support-over", over("An owner ended it."));
    }

    @EventHandler
    void react(SupportRanOut event, Recorded recorded) {
        tell(event.supportId().tenantId(), recorded, "accounts.support-over", over("Its time is over."));
    }

    private static Letter over(String why) {
        return Letter.essential("The support session is over")
                .says("The staff of MedFlip Profit can't come into your business any more. " + why)
                .says("The settings show who was in, and what they looked at.");
    }

    private void tell(TenantId business, Recorded recorded, String kind, Letter letter) {
        letter.offers("See it in the settings", publicUrl.of("/settings/support"));
        correspondence.tellOwners(recorded, business, kind, letter);
    }
}
