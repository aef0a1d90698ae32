package medflip.platform.command;

import java.util.Optional;
import medflip.kernel.TenantId;

/** Finds how a command was answered whose events carry an Idempotency-Key. */
@FunctionalInterface
public interface PastAnswers {

    /**
     * The answer that a repeat gets, and what tells the repeat from another request.
     *
     * @param requestHash keyed hash of the first request, in hex
     */
    record PastAnswer(Accepted accepted, String requestHash) {}

    Optional<PastAnswer> find(TenantId tenant, String idempotencyKey);
}
