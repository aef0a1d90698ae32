package medflip.accounts.write;

import java.util.UUID;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorAdded;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorRemoved;
import medflip.accounts.events.SecondFactorEvent.PasskeyAdded;
import medflip.accounts.events.SecondFactorEvent.PasskeyRemoved;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodeUsed;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodesRenewed;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.accounts.write.SecondFactorCommand.AddAuthenticator;
import medflip.accounts.write.SecondFactorCommand.AddPasskey;
import medflip.accounts.write.SecondFactorCommand.RemoveAuthenticator;
import medflip.accounts.write.SecondFactorCommand.RemovePasskey;
import medflip.accounts.write.SecondFactorCommand.RenewRecoveryCodes;
import medflip.accounts.write.SecondFactorCommand.UseRecoveryCode;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class SecondFactorsTest extends AggregateSpec<User> {

    private static final UserId USER = UserId.of(TENANT, new UUID(7, 6));
    private static final UUID CODES = new UUID(7, 7);
    private static final UUID NEW_CODES = new UUID(7, 8);
    private static final OwnerRegistered REGISTERED =
            new OwnerRegistered(USER, new EmailAddress("owner@example.com"), true, "2026-11-24");
    private static final AuthenticatorAdded ADDED = new AuthenticatorAdded(USER, CODES);

    private static final UUID KEY = new UUID(7, 9);
    private static final PasskeyAdded PASSKEY = new PasskeyAdded(USER, KEY, new PersonalText("Phone"));

    @Test
    void recovery_codes_come_with_an_app() {
        given(REGISTERED);
        when(new AddAuthenticator(USER, CODES));
        then(ADDED);
    }

    @Test
    void one_app_is_in_use_at_a_time() {
        given(REGISTERED, ADDED);
        when(new AddAuthenticator(USER, NEW_CODES));
        thenRejected(AccountRejection.AUTHENTICATOR_IN_USE);
    }

    @Test
    void after_one_was_removed_another_may_come() {
        given(REGISTERED, ADDED, new AuthenticatorRemoved(USER));
        when(new AddAuthenticator(USER, NEW_CODES));
        then(new AuthenticatorAdded(USER, NEW_CODES));
    }

    @Test
    void what_isnt_there_is_not_removed() {
        given(REGISTERED);
        when(new RemoveAuthenticator(USER));
        thenRejected(AccountRejection.NO_AUTHENTICATOR);
    }

    @Test
    void a_recovery_code_is_used_once() {
        given(REGISTERED, ADDED);
        when(new UseRecoveryCode(USER, CODES, 3));
        then(new RecoveryCodeUsed(USER, CODES, 3));
    }

    @Test
    void and_never_again() {
        given(REGISTERED, ADDED, new RecoveryCodeUsed(USER, CODES, 3));
        when(new UseRecoveryCode(USER, CODES, 3));
        thenRejected(AccountRejection.SECOND_FACTOR_WRONG);
    }

    @Test
    void new_codes_end_the_old_ones() {
        given(REGISTERED, ADDED, new RecoveryCodesRenewed(USER, NEW_CODES));
        when(new UseRecoveryCode(USER, CODES, 3));
        thenRejected(AccountRejection.SECOND_FACTOR_WRONG);
    }

    @Test
    void new_codes_need_something_that_they_stand_in_for() {
        given(REGISTERED, ADDED, new AuthenticatorRemoved(USER));
        when(new RenewRecoveryCodes(USER, NEW_CODES));
        thenRejected(AccountRejection.NO_AUTHENTICATOR);
    }

    @Test
    void a_passkey_is_added_and_removed() {
        given(REGISTERED, PASSKEY);
        when(new RemovePasskey(USER, KEY));
        then(new PasskeyRemoved(USER, KEY));
    }

    @Test
    void the_same_passkey_again_changes_nothing() {
        given(REGISTERED, PASSKEY);
        when(new AddPasskey(USER, KEY, new PersonalText("Phone")));
        thenNothing();
    }

    @Test
    void a_passkey_that_isnt_there_is_not_found() {
        given(REGISTERED, PASSKEY, new PasskeyRemoved(USER, KEY));
        when(new RemovePasskey(USER, KEY));
        thenRejected(RequestRejection.NOT_FOUND);
    }
}
