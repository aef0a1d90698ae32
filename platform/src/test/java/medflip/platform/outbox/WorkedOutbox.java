package medflip.platform.outbox;

import org.springframework.beans.factory.BeanFactory;

/** A service's outbox, worked off by a test itself, so that it knows when nothing more is due. */
public final class WorkedOutbox {

    private final OutboxWorker worker;

    public WorkedOutbox(BeanFactory service) {
        this.worker = service.getBean(OutboxWorker.class);
    }

    /** Tries all that is due by now. */
    public void workOff() {
        for (OutboxChannel channel : worker.channels()) {
            while (worker.work(channel) > 0) {}
        }
    }
}
