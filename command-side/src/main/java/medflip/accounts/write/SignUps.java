package medflip.accounts.write;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.accounts.write.SignUpStore.Asked;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.mail.Letter;
import medflip.platform.mail.Mails;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetentionRule;
import medflip.platform.text.Ids;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.PublicUrl;
import medflip.platform.work.Doorbell;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Sees to wishes to sign up, after whoever wishes has had their answer: whether an address has an account, only who
 * reads its mail is told. The token of a link follows from the wish's id, so it is stored nowhere.
 */
@Component
class SignUps implements AutoCloseable {

    /** How long a link is good. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final String PURPOSE = "sign-up";

    /** Whoever has no account has no key of their own yet: what they are mailed stands under the service's own. */
    private static final AccountId NOBODY_YET = AccountId.of(TenantId.SERVICE, TenantId.SERVICE.value());

    private final SignUpStore asked;
    private final SignInStore signIns;
    private final BlindIndex index;
    private final TenantSeal seal;
    private final Mails mails;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final Doorbell doorbell;

    SignUps(
            SignUpStore asked,
            SignInStore signIns,
            BlindIndex index,
            TenantSeal seal,
            Mails mails,
            PublicUrl publicUrl,
            Clock clock) {
        this.asked = asked;
        this.signIns = signIns;
        this.index = index;
        this.seal = seal;
        this.mails = mails;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.doorbell = Doorbell.forEach("sign-ups", asked::unmailed, this::mail);
    }

    /** The same work for every address. */
    void ask(EmailAddress email) {
        UUID id = Ids.next();
        asked.add(new Asked(
                id,
                PrivateToken.hash(token(id)),
                index.global("sign-in", email.value()),
                seal.sealForTenant(TenantId.SERVICE, purpose(id), email.value().getBytes(StandardCharsets.UTF_8)),
                clock.instant()));
        doorbell.ring();
    }

    /** The wish whose link somebody has followed in its time, whether or not the link was used. */
    Optional<Asked> find(String token) {
        return asked.find(PrivateToken.hash(token), clock.instant().minus(GOOD_FOR));
    }

    EmailAddress email(Asked wish) {
        return new EmailAddress(new String(
                seal.openForTenant(TenantId.SERVICE, purpose(wish.id()), wish.email()), StandardCharsets.UTF_8));
    }

    private void mail(Asked wish) {
        Optional<Credentials> known = signIns.find(wish.emailIndex());
        if (known.isPresent()) {
            mails.send(wish.id(), known.get().user(), "accounts.known-address", email(wish), knownAddress(publicUrl));
            asked.remove(wish.id());
        } else {
            mails.send(
                    wish.id(),
                    NOBODY_YET,
                    "accounts.welcome",
                    email(wish),
                    welcome(publicUrl.of("/set-up") + "#" + token(wish.id())));
            asked.mailed(wish.id());
        }
    }

    static Letter welcome(String link) {
        return Letter.essential("Welcome to MedFlip Profit")
                .says("One step is left: choose a password, and name your business.")
                .offers("Set up my account", link)
                .says("The link is good for seven days and for one account. If it wasn't you who asked for it, you need"
                        + " not do anything: there is no account, and your address is forgotten.");
    }

    static Letter knownAddress(PublicUrl publicUrl) {
        return Letter.essential("You have an account already")
                .says("Somebody, hopefully you, wanted to create an account at MedFlip Profit with this address. It has"
                        + " one already.")
                .offers("Sign in", publicUrl.of("/sign-in"))
                .says("If you don't know the password any more, choose another:")
                .offers("Choose a new password", publicUrl.of("/forgot-password"))
                .says("If it wasn't you, you need not do anything: nothing was changed.");
    }

    private String token(UUID id) {
        return PrivateToken.of(index.global(PURPOSE, id.toString()));
    }

    private static String purpose(UUID id) {
        return PURPOSE + "/" + id;
    }

    @Override
    public void close() {
        doorbell.close();
    }

    /** Finds what a process left behind that died. */
    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> seeToSignUps(SignUps signUps) {
            return Tasks.recurring("accounts.sign-ups", FixedDelay.of(Duration.ofSeconds(30)))
                    .execute((task, context) -> signUps.doorbell.ring());
        }

        @Bean
        RetentionRule oldSignUps(SignUpStore store) {
            return store.old();
        }
    }
}
