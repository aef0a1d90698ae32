package medflip.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where automations put what is to be done at other services. */
public final class Outbox {

    private final OutboxStore store;
    private final OutboxWorker worker;
    private final Clock clock;

    Outbox(OutboxStore store, OutboxWorker worker, Clock clock) {
        this.store = store;
        this.worker = worker;
        this.clock = clock;
    }

    /** It was done, as the other service says of its own accord, whatever is known of the attempt. */
    public void confirm(TenantId tenant, UUID id, String receipt) {
        store.confirm(tenant, id, receipt, clock.instant());
    }

    /** What needs a look, over all businesses. */
    public List<StuckEffect> stuck(int most) {
        return store.findStuck(overdue(), most);
    }

    /** One of it. */
    public Optional<StuckEffect> stuck(UUID id) {
        return store.findStuck(overdue(), id);
    }

    /**
     * What became of all effects of a kind under one key.
     *
     * @param waiting how many aren't settled
     * @param done how many were done
     * @param failed how many were given up
     * @param reason why one of these was; empty if none was
     */
    public record Settled(long waiting, long done, long failed, String reason) {}

    /** Of effects whose {@link Effect#subject} it is. */
    public Settled settled(DataSubject subject, String kind) {
        return store.settled(subject, kind);
    }

    private Instant overdue() {
        return clock.instant().minus(OutboxWorker.PATIENCE);
    }

    /**
     * Has it tried as if it were new, also where it may then be done twice.
     *
     * @return false if it is being tried at this moment, or what it says was forgotten
     */
    public boolean tryAgain(StuckEffect effect) {
        boolean tried = store.tryAgain(effect, clock.instant());
        worker.wake();
        return tried;
    }

    /**
     * Has it done once, soon after the processor's transaction has committed. The same effect again changes nothing.
     *
     * @throws medflip.platform.command.CommandRejected if whom it is about was erased
     */
    public void put(Effect effect) {
        store.add(effect, clock.instant());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        } else {
            worker.wake();
        }
    }
}
