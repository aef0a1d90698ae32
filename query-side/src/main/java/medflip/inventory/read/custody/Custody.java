package medflip.inventory.read.custody;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the boxes of a lot came from and where they went, the parts that were split off included.
 *
 * @param customerName from whom they came; blank where that was forgotten
 * @param line of the deal that they came by; 0 where that isn't known
 * @param expiry year and month, as it stands on the boxes
 * @param boxes that were stocked
 * @param photos of that line, as files
 * @param steps in the order of their days
 */
record Custody(
        UUID lotId,
        String item,
        @Nullable String lotNumber,
        YearMonth expiry,
        Grade grade,
        int boxes,
        UUID dealId,
        @Nullable UUID customerId,
        String customerName,
        int line,
        List<UUID> photos,
        List<CustodyStep> steps) {

    /** What can happen to boxes on their way. */
    enum CustodyKind {
        /** The seller was told a price for them. */
        QUOTED,
        /** The seller took it, and attested to what they are. */
        ACCEPTED,
        SENT,
        RECEIVED,
        /** What was found when they were looked at. */
        INSPECTED,
        AGREED,
        PAID,
        STOCKED,
        SPLIT_OFF,
        SPLIT,
        REJOINED,
        TAKEN_BACK,
        COUNTED,
        WRITTEN_OFF,
        WRITE_OFF_UNDONE,
        SOLD,
        RETURNED,
        SHIPPED,
        DELIVERED,
        /** What the buyer found, and took off the price. */
        BUYER_INSPECTED
    }

    /**
     * A step.
     *
     * @param lotId of which part, where it is one lot's
     * @param saleId which sale, if one
     * @param boxes how many it was about; below zero where they went
     * @param detail what was said of it: a difference that was found, a carrier, a reason
     * @param buyer to whom, where they were sold
     */
    record CustodyStep(
            CustodyKind kind,
            LocalDate on,
            @Nullable UUID lotId,
            @Nullable UUID saleId,
            @Nullable Integer boxes,
            @Nullable Money amount,
            @Nullable String detail,
            @Nullable String buyer) {}

    /**
     * Boxes of a lot that are with somebody: a buyer, or still here.
     *
     * @param buyer absent for those that are here
     * @param boxes how many
     */
    record Traced(
            UUID lotId,
            @Nullable String lotNumber,
            String item,
            YearMonth expiry,
            UUID dealId,
            LocalDate stockedOn,
            @Nullable UUID customerId,
            String customerName,
            int boxes,
            @Nullable UUID saleId,
            @Nullable String buyer,
            @Nullable LocalDate soldOn) {}
}
