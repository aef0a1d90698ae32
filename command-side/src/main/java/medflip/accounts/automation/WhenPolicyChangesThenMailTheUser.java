package medflip.accounts.automation;

import medflip.accounts.events.UserEvent.PolicyChangeTold;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;

/** Every user hears of a policy that changed (policy promise P12): all at one time, so in few calls to Resend. */
@Automation(processingGroup = "accounts.mail-policy")
class WhenPolicyChangesThenMailTheUser {

    private final Mails mails;
    private final PublicUrl publicUrl;

    WhenPolicyChangesThenMailTheUser(Mails mails, PublicUrl publicUrl) {
        this.mails = mails;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(PolicyChangeTold event, Recorded recorded) {
        mails.sendTogether(
                recorded,
                event.userId(),
                "accounts.policy-changed",
                event.email(),
                Letter.essential("Our privacy policy changed")
                        .says("The privacy policy of MedFlip Profit has a new version, of " + event.policyVersion()
                                + ". It says what we keep, why, for how long, and what you can ask of us.")
                        .offers("Read it", publicUrl.of("/policy"))
                        .says(
                                event.userId().tenantId().equals(TenantId.SERVICE)
                                        ? "You run the service: it is what you have promised to everybody who uses it."
                                        : "Who goes on using the service agrees to it. Who doesn't can take everything"
                                                + " out and close the account in the settings."));
    }
}
