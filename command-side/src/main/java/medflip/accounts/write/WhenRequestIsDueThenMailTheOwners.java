package medflip.accounts.write;

import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.ReminderKind;
import org.axonframework.eventhandling.EventHandler;

/** Owners hear a week before what somebody asked about their data is due, and on the day after it was. */
@Automation(processingGroup = "accounts.mail-privacy-requests")
class WhenRequestIsDueThenMailTheOwners {

    private final Mails mails;
    private final SignInStore signIns;
    private final Acquaintance acquaintance;
    private final PublicUrl publicUrl;

    WhenRequestIsDueThenMailTheOwners(
            Mails mails, SignInStore signIns, Acquaintance acquaintance, PublicUrl publicUrl) {
        this.mails = mails;
        this.signIns = signIns;
        this.acquaintance = acquaintance;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(OwnersReminded event, Recorded recorded) {
        boolean late = event.kind() == ReminderKind.LATE;
        Letter letter = Letter.about(
                        late ? "A privacy request is late" : "A privacy request has to be answered within a week")
                .says(
                        late
                                ? "Somebody asked about their data, and the law wanted that answered by "
                                        + event.dueOn() + "."
                                : "Somebody asked about their data. The law wants that answered by " + event.dueOn()
                                        + ". If it takes longer, tell them why before that day, and put it off once.")
                .offers(
                        "See the request",
                        publicUrl.of("/settings/privacy/" + event.requestId().local()));
        TenantId business = event.requestId().tenantId();
        signIns.owners(business)
                .forEach(owner ->
                        mails.send(recorded, owner, "accounts.privacy-request-due", acquaintance.email(owner), letter));
    }
}
