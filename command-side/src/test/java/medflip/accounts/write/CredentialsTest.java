package medflip.accounts.write;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.CredentialEvent.EmailChangeAgreed;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChangeDropped;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.CredentialEvent.GoogleLinked;
import medflip.accounts.events.CredentialEvent.GoogleUnlinked;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.accounts.events.CredentialEvent.PasswordResetAsked;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserEvent.PolicyAcknowledged;
import medflip.accounts.events.UserEvent.PolicyChangeTold;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.AcknowledgePolicy;
import medflip.accounts.write.CredentialCommand.AgreeEmailChange;
import medflip.accounts.write.CredentialCommand.AskEmailChange;
import medflip.accounts.write.CredentialCommand.AskPasswordReset;
import medflip.accounts.write.CredentialCommand.DismissOperator;
import medflip.accounts.write.CredentialCommand.DropEmailChange;
import medflip.accounts.write.CredentialCommand.LinkGoogle;
import medflip.accounts.write.CredentialCommand.ResetPassword;
import medflip.accounts.write.CredentialCommand.TellPolicyChange;
import medflip.accounts.write.CredentialCommand.UnlinkGoogle;
import medflip.kernel.EmailAddress;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class CredentialsTest extends AggregateSpec<User> {

    private static final UserId USER = UserId.of(TENANT, UUID.randomUUID());
    private static final EmailAddress OLD = new EmailAddress("old@example.com");
    private static final EmailAddress NEW = new EmailAddress("new@example.com");
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));
    private static final OwnerRegistered REGISTERED = new OwnerRegistered(USER, OLD, true, "2026-11-24");
    private static final EmailChangeAsked CHANGE = new EmailChangeAsked(USER, FIRST, OLD, SECOND, NEW, LATER);

    @Test
    void nobody_of_a_business_is_dismissed_as_an_operator() {
        given(REGISTERED);
        when(new DismissOperator(USER));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    @Test
    void one_account_at_Google_is_linked_at_a_time() {
        given(REGISTERED);
        when(new LinkGoogle(USER, FIRST));
        then(new GoogleLinked(USER, FIRST, OLD));
        given(REGISTERED, new GoogleLinked(USER, FIRST, OLD));
        when(new LinkGoogle(USER, SECOND));
        thenRejected(AccountRejection.GOOGLE_LINKED);
        given(REGISTERED, new GoogleLinked(USER, FIRST, OLD), new GoogleUnlinked(USER, FIRST, OLD));
        when(new LinkGoogle(USER, SECOND));
        then(new GoogleLinked(USER, SECOND, OLD));
    }

    @Test
    void only_a_link_that_is_there_is_taken_back() {
        given(REGISTERED, new GoogleLinked(USER, FIRST, OLD));
        when(new UnlinkGoogle(USER));
        then(new GoogleUnlinked(USER, FIRST, OLD));
        given(REGISTERED);
        when(new UnlinkGoogle(USER));
        thenRejected(AccountRejection.GOOGLE_NOT_LINKED);
    }

    @Test
    void a_reset_link_is_good_once_and_for_its_time() {
        given(REGISTERED, new PasswordResetAsked(USER, FIRST, OLD, LATER));
        when(new ResetPassword(USER, FIRST, NOW));
        then(new PasswordReset(USER, FIRST, OLD));
        given(REGISTERED, new PasswordResetAsked(USER, FIRST, OLD, LATER), new PasswordReset(USER, FIRST, OLD));
        when(new ResetPassword(USER, FIRST, NOW));
        thenRejected(AccountRejection.LINK_VOID);
        given(REGISTERED, new PasswordResetAsked(USER, FIRST, OLD, LATER));
        when(new ResetPassword(USER, FIRST, LATER));
        thenRejected(AccountRejection.LINK_VOID);
    }

    @Test
    void the_same_wish_for_a_reset_is_one_wish() {
        given(REGISTERED, new PasswordResetAsked(USER, FIRST, OLD, LATER));
        when(new AskPasswordReset(USER, FIRST, LATER));
        thenNothing();
    }

    @Test
    void an_address_changes_with_the_second_of_both_agreements() {
        given(REGISTERED, CHANGE);
        when(new AgreeEmailChange(USER, SECOND, NOW));
        then(new EmailChangeAgreed(USER, SECOND));
        given(REGISTERED, CHANGE, new EmailChangeAgreed(USER, SECOND));
        when(new AgreeEmailChange(USER, FIRST, NOW));
        then(new EmailChangeAgreed(USER, FIRST), new EmailChanged(USER, OLD, NEW));
    }

    @Test
    void one_address_can_not_agree_for_both_nor_too_late_nor_after_the_wish_was_dropped() {
        given(REGISTERED, CHANGE, new EmailChangeAgreed(USER, SECOND));
        when(new AgreeEmailChange(USER, SECOND, NOW));
        thenRejected(AccountRejection.LINK_VOID);
        given(REGISTERED, CHANGE);
        when(new AgreeEmailChange(USER, FIRST, LATER));
        thenRejected(AccountRejection.LINK_VOID);
        given(REGISTERED, CHANGE, new EmailChangeDropped(USER));
        when(new AgreeEmailChange(USER, FIRST, NOW));
        thenRejected(AccountRejection.LINK_VOID);
    }

    @Test
    void the_present_address_is_no_change_and_nothing_is_no_wish_to_drop() {
        given(REGISTERED);
        when(new AskEmailChange(USER, FIRST, SECOND, OLD, LATER));
        thenRejected(AccountRejection.SAME_EMAIL);
        given(REGISTERED);
        when(new DropEmailChange(USER));
        thenNothing();
    }

    @Test
    void a_reset_ends_a_wish_for_another_address_that_somebody_else_may_have_had() {
        given(REGISTERED, CHANGE, new PasswordResetAsked(USER, FIRST, OLD, LATER), new PasswordReset(USER, FIRST, OLD));
        when(new AgreeEmailChange(USER, FIRST, NOW));
        thenRejected(AccountRejection.LINK_VOID);
    }

    @Test
    void P12_a_user_is_told_once_of_a_version_that_they_have_not_agreed_to() {
        given(REGISTERED);
        when(new TellPolicyChange(USER, "2026-12-01"));
        then(new PolicyChangeTold(USER, OLD, "2026-12-01"));
        given(REGISTERED, new PolicyChangeTold(USER, OLD, "2026-12-01"));
        when(new TellPolicyChange(USER, "2026-12-01"));
        thenNothing();
        given(REGISTERED);
        when(new TellPolicyChange(USER, "2026-11-24"));
        thenNothing();
    }

    @Test
    void P12_a_version_is_acknowledged_once_and_never_an_older_one() {
        given(REGISTERED);
        when(new AcknowledgePolicy(USER, "2026-12-01"));
        then(new PolicyAcknowledged(USER, "2026-12-01"));
        given(REGISTERED, new PolicyAcknowledged(USER, "2026-12-01"));
        when(new AcknowledgePolicy(USER, "2026-11-24"));
        thenNothing();
        given(REGISTERED, new PolicyAcknowledged(USER, "2026-12-01"));
        when(new TellPolicyChange(USER, "2026-12-01"));
        thenNothing();
    }
}
