package medflip.accounts.write;

import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.view.Recorded;
import org.springframework.stereotype.Component;

/**
 * What is mailed to those who work for a business, at the address by which they sign in. Essential mails are tried also
 * where mails didn't arrive: it may be the law, or somebody's safety, and the address may work again. The rest goes
 * only to who wants it and gets it (policy promise P8).
 */
@Component
class Correspondence {

    private final Mails mails;
    private final SignInStore signIns;
    private final Acquaintance acquaintance;
    private final UnsubscribeLinks links;

    Correspondence(Mails mails, SignInStore signIns, Acquaintance acquaintance, UnsubscribeLinks links) {
        this.mails = mails;
        this.signIns = signIns;
        this.acquaintance = acquaintance;
        this.links = links;
    }

    /** Once for each event and kind, however often the event is seen. */
    void tell(Recorded cause, UserId user, String kind, Letter letter) {
        if (letter.isEssential()) {
            mails.send(cause, user, kind, acquaintance.email(user), letter);
        } else if (acquaintance.takesOptionalMail(user)) {
            mails.sendOptional(cause, user, kind, acquaintance.email(user), letter, links.of(user));
        }
    }

    /** The same to each who decides about the business. */
    void tellOwners(Recorded cause, TenantId business, String kind, Letter letter) {
        signIns.owners(business).forEach(owner -> tell(cause, owner, kind, letter));
    }

    /** What isn't essential and follows from no event, once for each wish. */
    void offer(UUID wish, UserId user, String kind, Letter letter) {
        if (acquaintance.takesOptionalMail(user)) {
            mails.sendOptional(wish, user, kind, acquaintance.email(user), letter, links.of(user));
        }
    }
}
