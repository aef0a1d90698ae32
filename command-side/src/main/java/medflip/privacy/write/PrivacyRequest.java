package medflip.privacy.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import medflip.accounts.events.UserId;
import medflip.customers.events.CustomerId;
import medflip.platform.command.TenantAggregate;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.PrivacyRequestEvent.CorrectionProposed;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestExtended;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.ReminderKind;
import medflip.privacy.events.RequestKind;
import medflip.privacy.write.PrivacyRequestCommand.AnswerRequest;
import medflip.privacy.write.PrivacyRequestCommand.CertifyErasure;
import medflip.privacy.write.PrivacyRequestCommand.CheckIdentity;
import medflip.privacy.write.PrivacyRequestCommand.Correction;
import medflip.privacy.write.PrivacyRequestCommand.ExtendRequest;
import medflip.privacy.write.PrivacyRequestCommand.OrderErasure;
import medflip.privacy.write.PrivacyRequestCommand.ReceiveRequest;
import medflip.privacy.write.PrivacyRequestCommand.RefuseRequest;
import medflip.privacy.write.PrivacyRequestCommand.RemindOwners;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One thing that a person asked about their data, until it is answered. */
@Aggregate(cache = "aggregateCache")
class PrivacyRequest extends TenantAggregate {

    /** So many days before it is due, owners are reminded. */
    static final int REMINDED_BEFORE = 7;

    private enum State {
        OPEN,
        ORDERED,
        REFUSED,
        ANSWERED
    }

    @AggregateIdentifier
    private PrivacyRequestId id;

    private RequestKind kind;
    private PrivacyLaw law;
    private @Nullable CustomerId customer;
    private @Nullable UserId member;
    private LocalDate receivedOn;
    private LocalDate dueOn;
    private @Nullable ReminderKind reminded;
    private boolean extended;
    private boolean identified;
    private State state = State.OPEN;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it commands and events; the request itself asks it nothing
    private final PrivateLink link = new PrivateLink(this);

    PrivacyRequest() {}

    @CommandHandler
    PrivacyRequest(ReceiveRequest command) {
        apply(new RequestReceived(
                command.requestId(),
                command.kind(),
                command.law(),
                command.customerId(),
                command.memberId(),
                command.way(),
                command.receivedOn(),
                command.receivedOn().plusDays(command.law().days())));
        IdentityCheck known = command.identity();
        if (known != null) {
            apply(new IdentityChecked(command.requestId(), known, command.receivedOn()));
        }
        Correction wanted = command.correction();
        CustomerId whose = command.customerId();
        if (wanted != null && whose != null) {
            apply(new CorrectionProposed(
                    command.requestId(),
                    whose,
                    wanted.name(),
                    wanted.phones(),
                    wanted.emails(),
                    wanted.address(),
                    wanted.remark()));
        }
    }

    @EventSourcingHandler
    void evolve(RequestReceived event) {
        id = event.requestId();
        kind = event.kind();
        law = event.law();
        customer = event.customerId();
        member = event.memberId();
        receivedOn = event.receivedOn();
        dueOn = event.dueOn();
    }

    @CommandHandler
    void decide(CheckIdentity command) {
        requireOpen();
        apply(new IdentityChecked(id, command.check(), command.checkedOn()));
    }

    @EventSourcingHandler
    void evolve(IdentityChecked event) {
        identified = true;
    }

    /** Whoever waits has to hear of it while they still wait in time. */
    @CommandHandler
    void decide(ExtendRequest command) {
        requireOpen();
        require(!extended, PrivacyRequestRejection.EXTENDED_ALREADY);
        require(!command.extendedOn().isAfter(dueOn), PrivacyRequestRejection.TOO_LATE_TO_EXTEND);
        apply(new RequestExtended(
                id,
                command.reason(),
                command.toldBy(),
                command.extendedOn(),
                receivedOn.plusDays(law.days()).plusDays(law.daysMore())));
    }

    @EventSourcingHandler
    void evolve(RequestExtended event) {
        extended = true;
        dueOn = event.dueOn();
        reminded = null;
    }

    @CommandHandler
    void decide(RemindOwners command) {
        boolean waits = state == State.OPEN || state == State.ORDERED;
        if (waits && command.today().isAfter(dueOn) && reminded != ReminderKind.LATE) {
            apply(new OwnersReminded(id, ReminderKind.LATE, dueOn));
        } else if (waits && reminded == null && !command.today().isBefore(dueOn.minusDays(REMINDED_BEFORE))) {
            apply(new OwnersReminded(id, ReminderKind.SOON, dueOn));
        }
    }

    @EventSourcingHandler
    void evolve(OwnersReminded event) {
        reminded = event.kind();
    }

    @CommandHandler
    void decide(RefuseRequest command) {
        requireOpen();
        apply(new RequestRefused(id, command.reason(), command.refusedOn()));
    }

    @EventSourcingHandler
    void evolve(RequestRefused event) {
        state = State.REFUSED;
    }

    /** Whoever wants to be left alone needn't show who they are. */
    @CommandHandler
    void decide(AnswerRequest command) {
        requireOpen();
        require(kind != RequestKind.DELETION, PrivacyRequestRejection.ERASE_INSTEAD);
        require(identified || kind == RequestKind.OPT_OUT, PrivacyRequestRejection.NOT_IDENTIFIED);
        apply(new RequestAnswered(id, kind, customer, member, command.answeredOn()));
    }

    @EventSourcingHandler
    void evolve(RequestAnswered event) {
        state = State.ANSWERED;
    }

    @CommandHandler
    void decide(OrderErasure command) {
        requireOpen();
        require(kind == RequestKind.DELETION, PrivacyRequestRejection.NOT_A_DELETION);
        require(identified, PrivacyRequestRejection.NOT_IDENTIFIED);
        apply(new ErasureOrdered(id, customer, member, command.orderedOn()));
    }

    @EventSourcingHandler
    void evolve(ErasureOrdered event) {
        state = State.ORDERED;
    }

    @CommandHandler
    void decide(CertifyErasure command) {
        if (state == State.ANSWERED) {
            return;
        }
        require(state == State.ORDERED, PrivacyRequestRejection.NOT_ORDERED);
        apply(new ErasureCertified(
                id,
                command.certificate().text(),
                command.certificate().signature(),
                command.certificate().publicKey(),
                command.certifiedOn()));
    }

    @EventSourcingHandler
    void evolve(ErasureCertified event) {
        state = State.ANSWERED;
    }

    /** Whether somebody who is known to be one of the business's people wants to see, or take along, what is held. */
    boolean showsData() {
        return customer != null
                && identified
                && state != State.REFUSED
                && (kind == RequestKind.ACCESS || kind == RequestKind.EXPORT || kind == RequestKind.CORRECTION);
    }

    private void requireOpen() {
        require(state == State.OPEN, PrivacyRequestRejection.REQUEST_OVER);
    }

    @Override
    protected PrivacyRequestId id() {
        return id;
    }
}
