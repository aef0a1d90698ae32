package medflip.accounts.write;

import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.Role;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** Who is invited gets the link by mail: that it came there shows that the address is theirs. */
@Automation(processingGroup = "accounts.mail-invitations")
class WhenMemberInvitedThenMailTheLink {

    private final Mails mails;
    private final InvitationLinks links;

    WhenMemberInvitedThenMailTheLink(Mails mails, InvitationLinks links) {
        this.mails = mails;
        this.links = links;
    }

    @EventHandler
    void react(MemberInvited event, Recorded recorded) {
        mails.send(
                recorded,
                event.invitationId(),
                "accounts.invitation",
                event.email(),
                (event.role() == Role.OPERATOR
                                ? Letter.essential("You are asked to run MedFlip Profit")
                                        .says("Your address was named in the settings of MedFlip Profit as that of one"
                                                + " who runs the service. It takes a second step at each sign-in: have"
                                                + " your authenticator app at hand.")
                                : Letter.essential("You are invited to a business on MedFlip Profit")
                                        .says("Somebody who runs a business on MedFlip Profit asks you to work with"
                                                + " them there."))
                        .says("The link is for you alone, and good for seven days. If you don't know why you got this"
                                + " mail, leave it: nothing happens.")
                        .offers("See the invitation", links.address(event.invitationId())));
    }
}
