package medflip.accounts.write;

import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.ReminderKind;
import org.axonframework.eventhandling.EventHandler;

/** Owners hear a week before what somebody asked about their data is due, and on the day after it was. */
@Automation(processingGroup = "accounts.mail-privacy-requests")
class WhenRequestIsDueThenMailTheOwners {

    private final Correspondence correspondence;
    private final PublicUrl publicUrl;

    WhenRequestIsDueThenMailTheOwners(Correspondence correspondence, PublicUrl publicUrl) {
        this.correspondence = correspondence;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(OwnersReminded event, Recorded recorded) {
        boolean late = event.kind() == ReminderKind.LATE;
        Letter letter = Letter.essential(
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
        correspondence.tellOwners(recorded, event.requestId().tenantId(), "accounts.privacy-request-due", letter);
    }
}
