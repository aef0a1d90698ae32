package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorAdded;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorRemoved;
import medflip.accounts.events.SecondFactorEvent.PasskeyAdded;
import medflip.accounts.events.SecondFactorEvent.PasskeyRemoved;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodeUsed;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodesRenewed;
import medflip.accounts.write.SecondFactorCommand.AddAuthenticator;
import medflip.accounts.write.SecondFactorCommand.AddPasskey;
import medflip.accounts.write.SecondFactorCommand.RemoveAuthenticator;
import medflip.accounts.write.SecondFactorCommand.RemovePasskey;
import medflip.accounts.write.SecondFactorCommand.RenewRecoveryCodes;
import medflip.accounts.write.SecondFactorCommand.UseRecoveryCode;
import medflip.platform.command.RequestRejection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** What a user shows besides the password. Secrets are not part of it; whether a recovery code was used is. */
class SecondFactors {

    private final User user;
    /** The set of recovery codes that is good now; null while no authenticator is in use. */
    private @Nullable UUID recoveryCodes;

    private final Set<Integer> used = new HashSet<>();
    private final Set<UUID> passkeys = new HashSet<>();

    SecondFactors(User user) {
        this.user = user;
    }

    @CommandHandler
    void decide(AddAuthenticator command) {
        require(recoveryCodes == null, AccountRejection.AUTHENTICATOR_IN_USE);
        apply(new AuthenticatorAdded(user.id(), command.recoveryCodes()));
    }

    @EventSourcingHandler
    void evolve(AuthenticatorAdded event) {
        recoveryCodes = event.recoveryCodes();
        used.clear();
    }

    @CommandHandler
    void decide(RemoveAuthenticator command) {
        require(recoveryCodes != null, AccountRejection.NO_AUTHENTICATOR);
        apply(new AuthenticatorRemoved(user.id()));
    }

    @EventSourcingHandler
    void evolve(AuthenticatorRemoved event) {
        recoveryCodes = null;
    }

    @CommandHandler
    void decide(RenewRecoveryCodes command) {
        require(recoveryCodes != null, AccountRejection.NO_AUTHENTICATOR);
        apply(new RecoveryCodesRenewed(user.id(), command.recoveryCodes()));
    }

    @EventSourcingHandler
    void evolve(RecoveryCodesRenewed event) {
        recoveryCodes = event.recoveryCodes();
        used.clear();
    }

    @CommandHandler
    void decide(AddPasskey command) {
        if (!passkeys.contains(command.passkeyId())) {
            apply(new PasskeyAdded(user.id(), command.passkeyId(), command.name()));
        }
    }

    @EventSourcingHandler
    void evolve(PasskeyAdded event) {
        passkeys.add(event.passkeyId());
    }

    @CommandHandler
    void decide(RemovePasskey command) {
        require(passkeys.contains(command.passkeyId()), RequestRejection.NOT_FOUND);
        apply(new PasskeyRemoved(user.id(), command.passkeyId()));
    }

    @EventSourcingHandler
    void evolve(PasskeyRemoved event) {
        passkeys.remove(event.passkeyId());
    }

    @CommandHandler
    void decide(UseRecoveryCode command) {
        require(
                command.recoveryCodes().equals(recoveryCodes) && !used.contains(command.number()),
                AccountRejection.SECOND_FACTOR_WRONG);
        apply(new RecoveryCodeUsed(user.id(), command.recoveryCodes(), command.number()));
    }

    @EventSourcingHandler
    void evolve(RecoveryCodeUsed event) {
        used.add(event.number());
    }
}
