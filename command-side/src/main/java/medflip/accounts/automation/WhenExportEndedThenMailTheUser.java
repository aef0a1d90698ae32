package medflip.accounts.automation;

import medflip.accounts.events.ExportEvent.ExportFailed;
import medflip.accounts.events.ExportEvent.ExportReady;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;

/**
 * Who asked for an archive hears how it ended. The link leads to who is signed in alone: whoever reads the mail besides
 * gets nothing by it.
 */
@Automation(processingGroup = "accounts.mail-exports")
class WhenExportEndedThenMailTheUser {

    private final Mails mails;
    private final PublicUrl publicUrl;

    WhenExportEndedThenMailTheUser(Mails mails, PublicUrl publicUrl) {
        this.mails = mails;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(ExportReady event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.export-ready",
                event.email(),
                Letter.essential("Your archive is ready")
                        .says("The whole account that you asked for is there as one archive. It can be fetched once,"
                                + " within 24 hours, after you have signed in.")
                        .offers("Fetch the archive", publicUrl.of("/settings/export"))
                        .says("If it wasn't you who asked for it, choose a new password at once, and tell the other"
                                + " owners."));
    }

    @EventHandler
    void react(ExportFailed event, Recorded recorded) {
        mails.send(
                recorded,
                event.userId(),
                "accounts.export-failed",
                event.email(),
                Letter.essential("Your archive couldn't be made")
                        .says("We tried several times to make the archive that you asked for, and couldn't. Nothing of"
                                + " your account was changed. Please ask for it again.")
                        .offers("Ask again", publicUrl.of("/settings/export")));
    }
}
