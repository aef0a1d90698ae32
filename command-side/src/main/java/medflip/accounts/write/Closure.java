package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountErased;
import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.accounts.write.ClosureCommand.BeginAccountErasure;
import medflip.accounts.write.ClosureCommand.CertifyAccountErasure;
import medflip.accounts.write.ClosureCommand.CloseAccount;
import medflip.accounts.write.ClosureCommand.ReopenAccount;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** Whether a business has left, and until when it may come back. */
class Closure {

    /** The policy has a closed account erased within 90 days (promise P7); these leave five to do it in. */
    static final int KEPT_DAYS = 85;

    private final Account account;
    private @Nullable LocalDate erasedOn;
    private boolean begun;
    private boolean erased;

    Closure(Account account) {
        this.account = account;
    }

    @CommandHandler
    void decide(CloseAccount command) {
        if (erasedOn == null) {
            apply(new AccountClosed(
                    account.id(),
                    command.reason(),
                    command.closedOn(),
                    command.closedOn().plusDays(KEPT_DAYS)));
        }
    }

    @EventSourcingHandler
    void evolve(AccountClosed event) {
        erasedOn = event.erasedOn();
    }

    @CommandHandler
    void decide(ReopenAccount command) {
        if (erasedOn == null) {
            return;
        }
        require(!begun && command.reopenedOn().isBefore(erasedOn), AccountRejection.CLOSED_FOR_GOOD);
        apply(new AccountReopened(account.id(), command.reopenedOn()));
    }

    @EventSourcingHandler
    void evolve(AccountReopened event) {
        erasedOn = null;
    }

    @CommandHandler
    void decide(BeginAccountErasure command) {
        if (erasedOn != null && !begun && !command.begunOn().isBefore(erasedOn)) {
            apply(new AccountErasureBegun(account.id(), command.begunOn()));
        }
    }

    @EventSourcingHandler
    void evolve(AccountErasureBegun event) {
        begun = true;
    }

    @CommandHandler
    void decide(CertifyAccountErasure command) {
        if (begun && !erased) {
            apply(new AccountErased(
                    account.id(),
                    command.certificate().text(),
                    command.certificate().signature(),
                    command.certificate().publicKey(),
                    command.erasedOn()));
        }
    }

    @EventSourcingHandler
    void evolve(AccountErased event) {
        erased = true;
    }
}
