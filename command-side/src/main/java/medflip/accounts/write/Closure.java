package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.accounts.write.ClosureCommand.CloseAccount;
import medflip.accounts.write.ClosureCommand.ReopenAccount;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** Whether a business has left, and until when it may come back. */
class Closure {

    /** The policy's own: a closed account is erased within 90 days (promise P7). */
    static final int KEPT_DAYS = 90;

    private final Account account;
    private @Nullable LocalDate erasedOn;

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
        require(command.reopenedOn().isBefore(erasedOn), AccountRejection.CLOSED_FOR_GOOD);
        apply(new AccountReopened(account.id(), command.reopenedOn()));
    }

    @EventSourcingHandler
    void evolve(AccountReopened event) {
        erasedOn = null;
    }
}
