package medflip.platform.privacy;

import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets.Forgotten;
import org.jspecify.annotations.Nullable;

/**
 * Another service that may hold something of people, and is told to delete it when one of them is erased. Its bean
 * stands beside the service's channel; what it did, and what can't be done there, stands in the certificate.
 */
public interface ForgetsElsewhere {

    /**
     * How it stands at the service with what one erasure asked of it.
     *
     * @param deleted how many things were deleted there, such as texts and their pictures
     * @param waiting how many wishes have no answer yet; a certificate waits for them
     * @param refused how many wishes were given up
     * @param remark what can't be deleted there and why; absent where all was
     */
    record Elsewhere(
            String service,
            long deleted,
            long waiting,
            long refused,
            @Nullable String remark) {}

    /**
     * Asks for the person to be deleted there; by the outbox, so it isn't lost. Repeatable.
     *
     * @param erasure whose key seals what is asked, and ends with it
     */
    void ask(DataSubject erasure, Forgotten who);

    /** How that stands. */
    Elsewhere standing(DataSubject erasure);

    /** What is told of a whole business that is erased, of which nothing is asked for there. */
    Elsewhere ofBusiness(TenantId tenant);
}
