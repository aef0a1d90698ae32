package medflip.sales.read.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.RejectedBoxes;
import org.jspecify.annotations.Nullable;

/**
 * One sale, with its lines and receipts.
 *
 * @param shipOn when it is to ship
 * @param minimumMonths how many months the boxes must still last then
 * @param paymentDays how many days after the invoice the buyer pays
 * @param price what was agreed
 * @param deducted what the buyer took off
 */
record Sale(
        @JsonUnwrapped SaleItem item,
        LocalDate shipOn,
        int minimumMonths,
        int paymentDays,
        Money price,
        Money deducted,
        Money received,
        @Nullable LocalDate offeredOn,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate packedOn,
        @Nullable LocalDate shippedOn,
        @Nullable String carrier,
        @Nullable String tracking,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate inspectedOn,
        @Nullable LocalDate invoicedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate cancelledOn,
        List<SoldLine> lines,
        List<BuyerReceipt> receipts)
        implements Versioned {

    @Override
    public long version() {
        return item.version();
    }

    /**
     * Boxes of one lot.
     *
     * @param price for all of them
     * @param landedCost of the boxes sold; before they ship, what they would cost
     * @param dealId the deal that the boxes came by
     */
    record SoldLine(
            UUID lotId,
            UUID dealId,
            String item,
            YearMonth expiry,
            Grade grade,
            @Nullable String location,
            int quantity,
            Money price,
            Money landedCost,
            int rejected,
            @Nullable RejectedBoxes fate,
            Money deducted) {}

    /** Money that came from the buyer. */
    record BuyerReceipt(
            UUID receiptId,
            Money amount,
            ReceiptMethod method,
            @Nullable String reference,
            LocalDate receivedOn,
            @Nullable LocalDate undoneOn) {}
}
