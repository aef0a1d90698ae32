package medflip.accounts.write;

import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** Owners hear that their business is erased, while their addresses are still known: a day before. */
@Automation(processingGroup = "accounts.mail-erasure")
class WhenErasureBeginsThenMailTheOwners {

    private final Mails mails;
    private final SignInStore signIns;
    private final Acquaintance acquaintance;

    WhenErasureBeginsThenMailTheOwners(Mails mails, SignInStore signIns, Acquaintance acquaintance) {
        this.mails = mails;
        this.signIns = signIns;
        this.acquaintance = acquaintance;
    }

    @EventHandler
    void react(AccountErasureBegun event, Recorded recorded) {
        TenantId business = event.accountId().tenantId();
        Letter letter = Letter.about("Your business's data is destroyed tomorrow")
                .says("You closed your account at MedFlip Profit. As the privacy policy promises, everything that you"
                        + " and your business kept here is destroyed now: from tomorrow on nobody can read it, we"
                        + " neither. That can't be stopped any more.")
                .says("We sign a certificate of it, which we hand out when you name this number: " + business)
                .says("This is the last mail that you get from us.");
        signIns.owners(business)
                .forEach(owner ->
                        mails.send(recorded, owner, "accounts.erasure-begun", acquaintance.email(owner), letter));
    }
}
