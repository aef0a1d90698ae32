package medflip.accounts.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.UserEvent.MailAddressCleared;
import medflip.accounts.events.UserEvent.MailAddressMarked;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OptionalMailWanted;
import medflip.accounts.write.CredentialCommand.ClearMailAddress;
import medflip.accounts.write.CredentialCommand.DeclineOptionalMail;
import medflip.accounts.write.CredentialCommand.MarkMailAddress;
import medflip.accounts.write.CredentialCommand.WantOptionalMail;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * Whether mails reach a user, and which they want (policy promise P8). An address is marked until a mail arrives there
 * after all, or until there is another; that a mail was unwanted counts until the user wants them again.
 */
class MailChoice {

    private final User user;
    private @Nullable AddressFault fault;
    private Instant heardAt = Instant.EPOCH;
    private boolean declined;

    MailChoice(User user) {
        this.user = user;
    }

    @CommandHandler
    void decide(MarkMailAddress command) {
        if (command.email().equals(user.email()) && command.at().isAfter(heardAt) && fault != command.fault()) {
            apply(new MailAddressMarked(user.id(), user.email(), command.fault(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(MailAddressMarked event) {
        fault = event.fault();
        heardAt = event.at();
    }

    @CommandHandler
    void decide(ClearMailAddress command) {
        if (fault == AddressFault.BOUNCED
                && command.email().equals(user.email())
                && command.at().isAfter(heardAt)) {
            apply(new MailAddressCleared(user.id(), user.email(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(MailAddressCleared event) {
        fault = null;
        heardAt = event.at();
    }

    @EventSourcingHandler
    void evolve(EmailChanged event) {
        fault = null;
    }

    @CommandHandler
    void decide(DeclineOptionalMail command) {
        if (!declined) {
            apply(new OptionalMailDeclined(user.id()));
        }
    }

    @EventSourcingHandler
    void evolve(OptionalMailDeclined event) {
        declined = true;
    }

    @CommandHandler
    void decide(WantOptionalMail command) {
        if (declined || fault == AddressFault.COMPLAINED) {
            apply(new OptionalMailWanted(user.id()));
        }
    }

    @EventSourcingHandler
    void evolve(OptionalMailWanted event) {
        declined = false;
        fault = fault == AddressFault.COMPLAINED ? null : fault;
    }
}
