package medflip.platform.command;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The command's Idempotency-Key was used by an earlier command of the tenant: nothing was stored. {@link PastAnswers}
 * knows how that one was answered.
 */
public final class IdempotencyKeyTaken extends ConcurrencyException {

    public IdempotencyKeyTaken() {
        super("The command's Idempotency-Key was used before.");
    }
}
