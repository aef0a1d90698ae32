package medflip.privacy.read.holds;

import java.time.LocalDate;
import java.util.UUID;
import medflip.privacy.events.HoldBasis;
import org.jspecify.annotations.Nullable;

/**
 * What the law has kept, though it would be destroyed.
 *
 * @param businessId of which business
 * @param customerId of whom; absent where the whole business is meant
 * @param reference by which the order is found again; forgotten once the hold is released
 * @param placedBy {@code operator:<uuid>}
 * @param reviewedOn when somebody looked last whether it is needed still; absent if nobody has yet
 * @param reviewOn by when somebody looks next
 * @param overdue whether that day is over, and nobody looked
 * @param releasedOn absent while it holds
 */
record LegalHold(
        UUID id,
        UUID businessId,
        @Nullable UUID customerId,
        HoldBasis basis,
        @Nullable String reference,
        LocalDate placedOn,
        String placedBy,
        @Nullable LocalDate reviewedOn,
        LocalDate reviewOn,
        boolean overdue,
        @Nullable LocalDate releasedOn) {}
