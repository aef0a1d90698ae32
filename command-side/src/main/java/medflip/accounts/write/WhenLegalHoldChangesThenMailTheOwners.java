package medflip.accounts.write;

import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import org.axonframework.eventhandling.EventHandler;

/** Owners hear what the law has kept of their business, and that it no longer is (policy promise P6). */
@Automation(processingGroup = "accounts.mail-legal-holds")
class WhenLegalHoldChangesThenMailTheOwners {

    private final Mails mails;
    private final SignInStore signIns;
    private final Acquaintance acquaintance;
    private final PublicUrl publicUrl;

    WhenLegalHoldChangesThenMailTheOwners(
            Mails mails, SignInStore signIns, Acquaintance acquaintance, PublicUrl publicUrl) {
        this.mails = mails;
        this.signIns = signIns;
        this.acquaintance = acquaintance;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(LegalHoldPlaced event, Recorded recorded) {
        tell(
                event.bookId().tenantId(),
                recorded,
                "accounts.legal-hold-placed",
                Letter.about("The law has some of your data kept")
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
                Letter.about("Your data isn't kept by law any more")
                        .says("What the law had kept of your business isn't any more. What is to be destroyed is"
                                + " destroyed again."));
    }

    private void tell(TenantId business, Recorded recorded, String kind, Letter letter) {
        letter.offers("See it in the settings", publicUrl.of("/settings/privacy"));
        signIns.owners(business).forEach(owner -> mails.send(recorded, owner, kind, acquaintance.email(owner), letter));
    }
}
