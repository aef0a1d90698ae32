package medflip.accounts.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserEvent.PolicyAcknowledged;
import medflip.accounts.events.UserEvent.PolicyChangeTold;
import medflip.accounts.write.CredentialCommand.AcknowledgePolicy;
import medflip.accounts.write.CredentialCommand.TellPolicyChange;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * To which version of the policy a user agreed, and of which they were told. Versions are dates, so a later is more.
 */
class PolicyAgreement {

    private final User user;
    private String agreed = "";
    private String told = "";

    PolicyAgreement(User user) {
        this.user = user;
    }

    @EventSourcingHandler
    void evolve(OwnerRegistered event) {
        agreed = event.policyVersion();
    }

    @EventSourcingHandler
    void evolve(MemberRegistered event) {
        agreed = event.policyVersion();
    }

    @CommandHandler
    void decide(TellPolicyChange command) {
        String version = command.policyVersion();
        if (version.compareTo(agreed) > 0 && version.compareTo(told) > 0) {
            apply(new PolicyChangeTold(user.id(), user.email(), version));
        }
    }

    @EventSourcingHandler
    void evolve(PolicyChangeTold event) {
        told = event.policyVersion();
    }

    @CommandHandler
    void decide(AcknowledgePolicy command) {
        if (command.policyVersion().compareTo(agreed) > 0) {
            apply(new PolicyAcknowledged(user.id(), command.policyVersion()));
        }
    }

    @EventSourcingHandler
    void evolve(PolicyAcknowledged event) {
        agreed = event.policyVersion();
    }
}
