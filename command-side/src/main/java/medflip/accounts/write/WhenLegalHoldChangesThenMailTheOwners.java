package medflip.accounts.write;

import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import org.axonframework.eventhandling.EventHandler;

/** Owners hear what the law has kept of their business, and that it no longer is (policy promise P6). */
@Automation(processingGroup = "accounts.mail-legal-holds")
class WhenLegalHoldChangesThenMailTheOwners {

    private final Correspondence correspondence;
    private final PublicUrl publicUrl;

    WhenLegalHoldChangesThenMailTheOwners(Correspondence correspondence, PublicUrl publicUrl) {
        this.correspondence = correspondence;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(LegalHoldPlaced event, Recorded recorded) {
        tell(
                event.bookId().tenantId(),
                recorded,
                "accounts.legal-hold-placed",
                Letter.essential("The law has some of your data kept")
                        .says((event.customerId() == null
                                        ? "Nothing of your business"
                                        : "Nothing of one of your people")
                                + " is destroyed for now, since a law or an order wants it kept. It is looked at again"
                                + " by " + event.reviewOn() + "."));
    }

    @EventHandler
    void react(LegalHoldReleased event, Recorded recorded) {
        tell(
                event.bookId().tenantId(),
                recorded,
                "accounts.legal-hold-released",
                Letter.essential("Your data isn't kept by law any more")
                        .says("What the law had kept of your business isn't any more. What is to be destroyed is"
                                + " destroyed again."));
    }

    private void tell(TenantId business, Recorded recorded, String kind, Letter letter) {
        letter.offers("See it in the settings", publicUrl.of("/settings/privacy"));
        correspondence.tellOwners(recorded, business, kind, letter);
    }
}
