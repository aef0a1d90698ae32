package medflip.accounts.write;

import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;

/** What can be asked about how somebody shows who they are besides the password. */
public sealed interface SecondFactorCommand extends Command {
    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** From now on the person needs a code of their authenticator app to sign in, or one of these recovery codes. */
    record AddAuthenticator(UserId userId, UUID recoveryCodes) implements SecondFactorCommand {}

    /** The password is enough again. */
    record RemoveAuthenticator(UserId userId) implements SecondFactorCommand {}

    /** Puts new recovery codes in the place of the old. */
    record RenewRecoveryCodes(UserId userId, UUID recoveryCodes) implements SecondFactorCommand {}

    /** Lets the person sign in by a passkey that was checked. */
    record AddPasskey(UserId userId, UUID passkeyId, PersonalText name) implements SecondFactorCommand {}

    /** Has the passkey open nothing. */
    record RemovePasskey(UserId userId, UUID passkeyId) implements SecondFactorCommand {}

    /** Uses up a recovery code, if it is one of the present ones and nobody used it. */
    record UseRecoveryCode(UserId userId, UUID recoveryCodes, int number) implements SecondFactorCommand {}
}
