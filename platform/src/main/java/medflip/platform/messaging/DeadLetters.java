package medflip.platform.messaging;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The dead letters of one processor, of which there are normally none: that is looked up once a batch, where Axon would
 * ask for each event whether its stream has one. While a batch lasts nobody else adds any, since its processor alone
 * holds the claim.
 */
final class DeadLetters extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private static final String ANY = DeadLetters.class.getName();

    private final String resource;

    DeadLetters(String group, Builder<EventMessage<?>> builder) {
        super(builder.processingGroup(group));
        this.resource = ANY + group;
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return any() && super.contains(sequenceIdentifier);
    }

    private boolean any() {
        if (!CurrentUnitOfWork.isStarted()) {
            return true;
        }
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Boolean known = batch.getResource(resource);
        if (known == null) {
            known = amountOfSequences() > 0;
            batch.resources().put(resource, known);
        }
        return known;
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root().resources().put(resource, true));
        super.enqueue(sequenceIdentifier, letter);
    }
}
