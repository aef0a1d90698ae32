package medflip.reports.read.compliance;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * An accepted offer, and what the seller said to be true.
 *
 * @param acceptedBy who wrote the acceptance down
 * @param items what is bought, once that is agreed on; until then what was offered for
 * @param agreed what it was bought for, once that is settled
 */
record CompliancePurchase(
        UUID dealId,
        LocalDate acceptedOn,
        UUID customerId,
        String customerName,
        String attestationVersion,
        AcceptedBy acceptedBy,
        String items,
        int boxes,
        @Nullable LocalDate receivedOn,
        @Nullable Money agreed,
        Money paid) {}
