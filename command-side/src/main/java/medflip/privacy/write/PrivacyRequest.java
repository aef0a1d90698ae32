package medflip.privacy.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.customers.events.CustomerId;
import medflip.platform.command.TenantAggregate;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RequestKind;
import medflip.privacy.write.PrivacyRequestCommand.AnswerRequest;
import medflip.privacy.write.PrivacyRequestCommand.CertifyErasure;
import medflip.privacy.write.PrivacyRequestCommand.CheckIdentity;
import medflip.privacy.write.PrivacyRequestCommand.OrderErasure;
import medflip.privacy.write.PrivacyRequestCommand.ReceiveRequest;
import medflip.privacy.write.PrivacyRequestCommand.RefuseRequest;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One thing that a person asked about their data, until it is answered. */
@Aggregate(cache = "aggregateCache")
class PrivacyRequest extends TenantAggregate {

    /** One month (GDPR 12(3)), and shorter than the 45 days of the CCPA. */
    static final int DAYS_TO_ANSWER = 30;

    private enum State {
        OPEN,
        ORDERED,
        OVER
    }

    @AggregateIdentifier
    private PrivacyRequestId id;

    private RequestKind kind;
    private CustomerId customer;
    private boolean identified;
    private State state = State.OPEN;

    PrivacyRequest() {}

    @CommandHandler
    PrivacyRequest(ReceiveRequest command) {
        apply(new RequestReceived(
                command.requestId(),
                command.kind(),
                command.customerId(),
                command.way(),
                command.receivedOn(),
                command.receivedOn().plusDays(DAYS_TO_ANSWER)));
    }

    @EventSourcingHandler
    void evolve(RequestReceived event) {
        id = event.requestId();
        kind = event.kind();
        customer = event.customerId();
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

    @CommandHandler
    void decide(RefuseRequest command) {
        requireOpen();
        apply(new RequestRefused(id, command.reason(), command.refusedOn()));
    }

    @EventSourcingHandler
    void evolve(RequestRefused event) {
        state = State.OVER;
    }

    /** Whoever wants to be left alone needn't show who they are. */
    @CommandHandler
    void decide(AnswerRequest command) {
        requireOpen();
        require(kind != RequestKind.DELETION, PrivacyRequestRejection.ERASE_INSTEAD);
        require(identified || kind == RequestKind.OPT_OUT, PrivacyRequestRejection.NOT_IDENTIFIED);
        apply(new RequestAnswered(id, command.answeredOn()));
    }

    @EventSourcingHandler
    void evolve(RequestAnswered event) {
        state = State.OVER;
    }

    @CommandHandler
    void decide(OrderErasure command) {
        requireOpen();
        require(kind == RequestKind.DELETION, PrivacyRequestRejection.NOT_A_DELETION);
        require(identified, PrivacyRequestRejection.NOT_IDENTIFIED);
        apply(new ErasureOrdered(id, customer, command.orderedOn()));
    }

    @EventSourcingHandler
    void evolve(ErasureOrdered event) {
        state = State.ORDERED;
    }

    @CommandHandler
    void decide(CertifyErasure command) {
        if (state == State.OVER) {
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
        state = State.OVER;
    }

    private void requireOpen() {
        require(state == State.OPEN, PrivacyRequestRejection.REQUEST_OVER);
    }

    @Override
    protected PrivacyRequestId id() {
        return id;
    }
}
