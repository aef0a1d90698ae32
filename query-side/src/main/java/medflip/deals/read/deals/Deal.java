package medflip.deals.read.deals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.deals.events.PayoutMethod;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** One deal, with its lines, what was paid for it, and what became of its boxes. */
record Deal(
        @JsonUnwrapped DealItem item,
        @Nullable LocalDate receivedOn,
        @Nullable String attestationVersion,
        @Nullable LocalDate acceptedOn,
        @Nullable String note,
        List<DealLine> lines,
        List<Payout> payouts,
        List<DealSale> sales)
        implements Versioned {

    @Override
    public long version() {
        return item.version();
    }

    /**
     * Boxes of one item.
     *
     * @param expiry year and month
     * @param unitPrice for one box; absent for a deal from before the books were kept here
     * @param total price of all boxes of the line
     * @param lotId what they became once received
     * @param landedCost of all boxes of the line, once received
     */
    record DealLine(
            int line,
            UUID productId,
            String item,
            YearMonth expiry,
            Grade grade,
            int quantity,
            @Nullable Money unitPrice,
            Money total,
            @Nullable UUID lotId,
            @Nullable Money landedCost,
            int sold,
            int onHand,
            Money proceeds,
            Money profit) {}

    /** Money that left for the person. */
    record Payout(
            UUID payoutId,
            Money amount,
            PayoutMethod method,
            @Nullable String reference,
            LocalDate paidOn) {}

    /** Boxes of the deal that were sold on. */
    record DealSale(
            UUID saleId,
            UUID lotId,
            String item,
            String buyer,
            int quantity,
            Money proceeds,
            Money landedCost,
            Money profit,
            LocalDate soldOn) {}
}
