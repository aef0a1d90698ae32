package medflip.deals.read.deals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Carrier;
import medflip.deals.events.Difference;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutMethod;
import medflip.kernel.FileKind;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One deal, with its lines, what was found and paid, and what became of its boxes.
 *
 * @param quoteVersion how often it was quoted; 0 for one from before the books were kept here
 * @param holdRemark what was written down when it was put on hold
 * @param endReason why it was declined, cancelled or given up: a DeclineReason or a CancelReason
 * @param noShows how often the person didn't come
 * @param found what the boxes found so far would be bought for
 * @param requoteAcceptedBy through whom the person took the new price, if there was one
 * @param agreed what the bought boxes cost, once that is settled
 * @param payoutFee what paying was thought to cost, part of the landed cost
 * @param feeDifference what paying cost beyond that, known once nothing is owed; it lowers the profit
 */
record Deal(
        @JsonUnwrapped DealItem item,
        int quoteVersion,
        @Nullable OfferLink offerLink,
        @Nullable LocalDate acceptedOn,
        @Nullable AcceptedBy acceptedBy,
        @Nullable String attestationVersion,
        @Nullable String holdRemark,
        @Nullable String endReason,
        @Nullable String endRemark,
        @Nullable Appointment appointment,
        int noShows,
        List<Label> labels,
        Money labelCost,
        @Nullable LocalDate sentOn,
        @Nullable Claim claim,
        @Nullable LocalDate receivedOn,
        Money found,
        @Nullable String requoteRemark,
        @Nullable LocalDate requoteAcceptedOn,
        @Nullable AcceptedBy requoteAcceptedBy,
        @Nullable LocalDate agreedOn,
        @Nullable Money agreed,
        Money payoutFee,
        Money feeDifference,
        @Nullable Return returned,
        @Nullable LocalDate closedOn,
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
     * The private link by which the person can answer the offer; {@code goodUntil} is the last day on which it opens.
     */
    record OfferLink(
            UUID linkId, LocalDate madeOn, @Nullable LocalDate goodUntil) {}

    /** When and where the boxes are handed over. */
    record Appointment(
            LocalDate meetOn,
            @Schema(type = "string", example = "15:30") LocalTime meetAt,
            String place) {}

    /** A label that the person was given. */
    record Label(
            UUID labelId,
            Carrier carrier,
            @Nullable String trackingNumber,
            Money cost,
            LocalDate madeOn,
            @Nullable LocalDate voidedOn) {}

    /** What the carrier was asked to make good, and what it paid. */
    record Claim(
            Money amount,
            @Nullable String reference,
            LocalDate openedOn,
            @Nullable Money received,
            @Nullable LocalDate settledOn) {}

    /**
     * What becomes of boxes that weren't bought.
     *
     * @param since from when on they wait to be sent back
     */
    record Return(
            LocalDate since,
            @Nullable LocalDate returnedOn,
            @Nullable Carrier carrier,
            @Nullable String trackingNumber,
            @Nullable LocalDate donatedOn) {}

    /**
     * Boxes of one item.
     *
     * @param quoted what was offered for; absent for what came besides
     * @param inspected whether somebody looked at all of them
     * @param photos the first added first
     */
    record DealLine(
            int line,
            UUID productId,
            String item,
            @Nullable Quoted quoted,
            boolean inspected,
            @Nullable String remark,
            List<Found> found,
            List<Photo> photos) {}

    /** A photo, by its file. */
    record Photo(UUID id, FileKind kind) {}

    /**
     * What a line was quoted as.
     *
     * @param expiry year and month
     * @param unitPrice for one box; absent for a deal from before the books were kept here
     * @param total price of all boxes of the line
     * @param why why it was that price; absent where nothing but the price itself is known
     */
    record Quoted(
            YearMonth expiry,
            Grade grade,
            int quantity,
            @Nullable Money unitPrice,
            Money total,
            @Nullable PriceWhy why) {}

    /**
     * Boxes of a line that were found alike.
     *
     * @param grade absent for rejected boxes
     * @param total what is paid for them: nothing, unless they go to stock
     * @param why what the rules made of them: the quote's, where they are as quoted
     * @param lotId what they became once bought
     * @param landedCost of all of them, once bought
     */
    record Found(
            int number,
            YearMonth expiry,
            @Nullable Grade grade,
            int quantity,
            @Nullable Money unitPrice,
            Outcome outcome,
            @Nullable Difference difference,
            Money total,
            @Nullable PriceWhy why,
            @Nullable UUID lotId,
            @Nullable Money landedCost,
            int sold,
            int onHand,
            Money proceeds,
            Money profit) {}

    /** Where a payout is. */
    enum PayoutState {
        PLANNED,
        SENT,
        CONFIRMED,
        FAILED,
        WITHDRAWN
    }

    /**
     * Money for the person.
     *
     * @param paidOn the day it is planned for, or was made on
     */
    record Payout(
            UUID payoutId,
            PayoutState state,
            Money amount,
            Money fee,
            PayoutMethod method,
            @Nullable String reference,
            @Nullable String remark,
            LocalDate paidOn,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate failedOn) {}

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
