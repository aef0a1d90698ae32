package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.CredentialEvent.EmailConfirmed;
import medflip.accounts.events.CredentialEvent.GoogleLinked;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OperatorDismissed;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserEvent.UserErased;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.JoinBusiness;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.accounts.write.CredentialCommand.DismissOperator;
import medflip.accounts.write.CredentialCommand.EraseUser;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.RequestRejection;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;

/** One person who signs in. */
@Aggregate(cache = "aggregateCache")
class User extends TenantAggregate {

    @AggregateIdentifier
    private UserId id;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it commands and events; the user itself asks it nothing
    private final SecondFactors secondFactors = new SecondFactors(this);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // as above
    private final Exports exports = new Exports(this);

    @AggregateMember
    private final Credentials credentials = new Credentials(this);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // as above
    private final PolicyAgreement policy = new PolicyAgreement(this);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // as above
    private final MailChoice mails = new MailChoice(this);

    private boolean dismissed;

    User() {}

    User(SignUp command) {
        require(command.attestsAdult(), AccountRejection.NOT_ADULT);
        apply(new OwnerRegistered(command.userId(), command.email(), true, command.policyVersion()));
        apply(new EmailConfirmed(command.userId()));
        if (command.googleLink() != null) {
            apply(new GoogleLinked(command.userId(), command.googleLink(), command.email()));
        }
    }

    User(JoinBusiness command, EmailAddress email) {
        require(command.attestsAdult(), AccountRejection.NOT_ADULT);
        apply(new MemberRegistered(command.userId(), command.invitationId(), email, true, command.policyVersion()));
    }

    @EventSourcingHandler
    void evolve(OwnerRegistered event) {
        id = event.userId();
    }

    @EventSourcingHandler
    void evolve(MemberRegistered event) {
        id = event.userId();
    }

    /** By which they sign in now. */
    EmailAddress email() {
        return credentials.email();
    }

    @CommandHandler
    void decide(DismissOperator command) {
        require(id.tenantId().equals(TenantId.SERVICE), RequestRejection.NOT_FOUND);
        if (!dismissed) {
            apply(new OperatorDismissed(id));
        }
    }

    @EventSourcingHandler
    void evolve(OperatorDismissed event) {
        dismissed = true;
    }

    /** Told again where something of them was found. */
    @CommandHandler
    void decide(EraseUser command) {
        apply(new UserErased(id));
    }

    @Override
    protected UserId id() {
        return id;
    }
}
