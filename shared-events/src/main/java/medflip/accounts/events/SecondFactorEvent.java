package medflip.accounts.events;

import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/**
 * Everything that can happen to what somebody shows besides their password. No secret is ever part of it: recovery
 * codes are named by the set they belong to and their number in it.
 */
public sealed interface SecondFactorEvent extends DomainEvent {
    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** The sign-in asks for a code of an authenticator app from now on, or for one of these recovery codes. */
    record AuthenticatorAdded(UserId userId, UUID recoveryCodes) implements SecondFactorEvent {}

    /** The sign-in asks for no code any more. */
    record AuthenticatorRemoved(UserId userId) implements SecondFactorEvent {}

    /** Other recovery codes were made; the old ones are good for nothing. */
    record RecoveryCodesRenewed(UserId userId, UUID recoveryCodes) implements SecondFactorEvent {}

    /** Somebody signed in by a recovery code, which is used up so. */
    record RecoveryCodeUsed(UserId userId, UUID recoveryCodes, int number) implements SecondFactorEvent {}

    /** The person can sign in by a passkey, under the name they gave it. */
    record PasskeyAdded(
            UserId userId,
            UUID passkeyId,
            @PersonalData("accounts.passkey-name") PersonalText name) implements SecondFactorEvent {}

    /** The passkey opens nothing any more. */
    record PasskeyRemoved(UserId userId, UUID passkeyId) implements SecondFactorEvent {}
}
