package medflip.accounts.write;

import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** Owners hear that their business is erased, while their addresses are still known: a day before. */
@Automation(processingGroup = "accounts.mail-erasure")
class WhenErasureBeginsThenMailTheOwners {

    private final Correspondence correspondence;
    private final ErasureCertificateLinks links;

    WhenErasureBeginsThenMailTheOwners(Correspondence correspondence, ErasureCertificateLinks links) {
        this.correspondence = correspondence;
        this.links = links;
    }

    @EventHandler
    void react(AccountErasureBegun event, Recorded recorded) {
        TenantId business = event.accountId().tenantId();
        Letter letter = Letter.essential("Your business's data is destroyed tomorrow")
                .says("You closed your account at MedFlip Profit. As the privacy policy promises, everything that you"
                        + " and your business kept here is destroyed now: from tomorrow on nobody can read it, we"
                        + " neither. That can't be stopped any more.")
                .says("Once it is done, we sign a certificate of it. Keep this mail: its link leads to the certificate,"
                        + " for good, and we keep nothing of you to find it by.")
                .offers("Fetch the certificate", links.to(business))
                .tells("Business", business.toString())
                .says("When it is done we write to you once more. Then your address is destroyed too.");
        correspondence.tellOwners(recorded, business, "accounts.erasure-begun", letter);
    }
}
