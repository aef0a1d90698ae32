package medflip.accounts.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.write.AccountErasureStore.LeftAccount;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.outbox.Outbox;
import medflip.platform.privacy.Binding;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.PersonalValues;
import org.springframework.stereotype.Component;

/**
 * Owners hear that their business is erased, once that is proven. By then nothing of them is left here but their
 * addresses, for this mail alone: under a key that the service has for each such business, and that is destroyed once
 * the mail is on its way or can't be sent, at the latest on the last of the policy's 90 days.
 */
@Component
class LastMails {

    static final String KIND = "accounts.erasure-done";

    private final AccountErasureStore store;
    private final Mails mails;
    private final Outbox outbox;
    private final Erasure erasure;
    private final List<Forgets> stores;
    private final ErasureCertificateLinks links;
    private final Clock clock;

    LastMails(
            AccountErasureStore store,
            Mails mails,
            Outbox outbox,
            Erasure erasure,
            List<Forgets> stores,
            ErasureCertificateLinks links,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.outbox = outbox;
        this.erasure = erasure;
        this.stores = stores;
        this.links = links;
        this.clock = clock;
    }

    /** Once, however often it is called: who was told before a backup was put back isn't told again. */
    void send(TenantId business, Set<String> addresses) {
        AccountId addressees = addressees(business);
        if (erasure.isErased(addressees)) {
            return;
        }
        int number = 0;
        for (String address : new TreeSet<>(addresses)) {
            UUID wish = UUID.nameUUIDFromBytes(Binding.of(business.toString(), KIND, Integer.toString(number++)));
            mails.send(wish, addressees, KIND, new EmailAddress(address), letter(links.to(business), business));
        }
    }

    static Letter letter(String certificate, TenantId business) {
        return Letter.essential("Your business's data is destroyed")
                .says("Everything that you and your business kept at MedFlip Profit is destroyed. We looked for it"
                        + " everywhere, found nothing, and signed a certificate that says so.")
                .offers("Fetch the certificate", certificate)
                .tells("Business", business.toString())
                .says("This is the last mail that you get from us. We kept your address for it alone, and destroy it as"
                        + " soon as it is sent. Keep this mail: we have nothing of you to find the certificate by.");
    }

    /** Lets go of the addresses to which nothing is to be sent any more. */
    void forget() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (LeftAccount account : store.addressesKept()) {
            AccountId addressees = addressees(new TenantId(account.id()));
            boolean waits = outbox.settled(addressees, KIND).waiting() > 0;
            if (!waits || !today.isBefore(account.closedOn().plusDays(AccountErasure.LIMIT_DAYS))) {
                erasure.eraseSubject(TenantId.SERVICE, addressees);
                Forgotten who = new Forgotten(
                        TenantId.SERVICE, Set.of(Keyring.nameOf(addressees)), PersonalValues.of(List.of()));
                stores.forEach(each -> each.forget(who));
                store.addressForgotten(new TenantId(account.id()));
            }
        }
    }

    /** Those who had the business, as the service knows them once the business's own keys are gone. */
    private static AccountId addressees(TenantId business) {
        return AccountId.of(TenantId.SERVICE, business.value());
    }
}
