package medflip.accounts.write;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.UserEvent.MailAddressCleared;
import medflip.accounts.events.UserEvent.MailAddressMarked;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OptionalMailWanted;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.ClearMailAddress;
import medflip.accounts.write.CredentialCommand.DeclineOptionalMail;
import medflip.accounts.write.CredentialCommand.MarkMailAddress;
import medflip.accounts.write.CredentialCommand.WantOptionalMail;
import medflip.kernel.EmailAddress;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

/** Whether mails reach a user, and which they want (policy promise P8). */
class MailChoiceTest extends AggregateSpec<User> {

    private static final UserId USER = UserId.of(TENANT, UUID.randomUUID());
    private static final EmailAddress OLD = new EmailAddress("old@example.com");
    private static final EmailAddress NEW = new EmailAddress("new@example.com");
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));
    private static final OwnerRegistered REGISTERED = new OwnerRegistered(USER, OLD, true, "2026-11-24");
    private static final MailAddressMarked BOUNCED = new MailAddressMarked(USER, OLD, AddressFault.BOUNCED, NOW);
    private static final MailAddressMarked UNWANTED = new MailAddressMarked(USER, OLD, AddressFault.COMPLAINED, NOW);

    @Test
    void an_address_is_marked_once_and_cleared_by_a_mail_that_arrives_later() {
        given(REGISTERED);
        when(new MarkMailAddress(USER, OLD, AddressFault.BOUNCED, NOW));
        then(BOUNCED);
        given(REGISTERED, BOUNCED);
        when(new MarkMailAddress(USER, OLD, AddressFault.BOUNCED, LATER));
        then();
        given(REGISTERED, BOUNCED);
        when(new ClearMailAddress(USER, OLD, LATER));
        then(new MailAddressCleared(USER, OLD, LATER));
        given(REGISTERED);
        when(new ClearMailAddress(USER, OLD, LATER));
        then();
    }

    @Test
    void what_happened_before_and_is_heard_after_says_nothing() {
        given(REGISTERED, BOUNCED);
        when(new ClearMailAddress(USER, OLD, NOW));
        then();
        given(REGISTERED, BOUNCED, new MailAddressCleared(USER, OLD, LATER));
        when(new MarkMailAddress(USER, OLD, AddressFault.BOUNCED, NOW));
        then();
    }

    @Test
    void another_address_is_as_good_as_new_and_what_is_heard_of_the_old_one_does_not_count() {
        given(REGISTERED, BOUNCED, new EmailChanged(USER, OLD, NEW));
        when(new ClearMailAddress(USER, NEW, LATER));
        then();
        given(REGISTERED, new EmailChanged(USER, OLD, NEW));
        when(new MarkMailAddress(USER, OLD, AddressFault.BOUNCED, LATER));
        then();
        given(REGISTERED, BOUNCED, new EmailChanged(USER, OLD, NEW));
        when(new MarkMailAddress(USER, NEW, AddressFault.BOUNCED, LATER));
        then(new MailAddressMarked(USER, NEW, AddressFault.BOUNCED, LATER));
    }

    @Test
    void that_a_mail_was_unwanted_counts_until_the_user_wants_them_again() {
        given(REGISTERED, UNWANTED);
        when(new ClearMailAddress(USER, OLD, LATER));
        then();
        given(REGISTERED, UNWANTED);
        when(new WantOptionalMail(USER));
        then(new OptionalMailWanted(USER));
        given(REGISTERED, UNWANTED, new OptionalMailWanted(USER));
        when(new WantOptionalMail(USER));
        then();
    }

    @Test
    void P8_mails_are_declined_once_and_wanted_once() {
        given(REGISTERED);
        when(new DeclineOptionalMail(USER));
        then(new OptionalMailDeclined(USER));
        given(REGISTERED, new OptionalMailDeclined(USER));
        when(new DeclineOptionalMail(USER));
        then();
        given(REGISTERED, new OptionalMailDeclined(USER));
        when(new WantOptionalMail(USER));
        then(new OptionalMailWanted(USER));
        given(REGISTERED);
        when(new WantOptionalMail(USER));
        then();
    }
}
