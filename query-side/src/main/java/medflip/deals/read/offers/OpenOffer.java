package medflip.deals.read.offers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import medflip.catalog.events.Grade;
import medflip.deals.events.Difference;
import medflip.deals.events.Outcome;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer that waits for the seller's answer: a quote, or a re-quote of what was found.
 *
 * @param total what the seller gets by taking it
 * @param validUntil last day on which it can be answered
 * @param attestation what the seller says to be true by accepting a quote; absent for a re-quote, before which it was
 *     said already
 * @param requote there for a re-quote
 */
record OpenOffer(
        String businessName,
        List<OfferLine> lines,
        Money total,
        LocalDate validUntil,
        @Nullable String attestationVersion,
        @Nullable String attestation,
        @Nullable Requote requote) {

    /**
     * Boxes of one item.
     *
     * @param quoted absent for what came besides
     * @param found what was found of them, for a re-quote
     */
    record OfferLine(String item, @Nullable OfferedBoxes quoted, List<BoxesFound> found) {}

    /** What was offered for a line. {@code unitPrice} is for one box. */
    record OfferedBoxes(YearMonth expiry, Grade grade, int quantity, Money unitPrice, Money total) {}

    /** Boxes of a line that were found alike, and why they aren't as quoted; no grade for those that are refused. */
    record BoxesFound(
            YearMonth expiry,
            @Nullable Grade grade,
            int quantity,
            Money unitPrice,
            Outcome outcome,
            @Nullable Difference difference,
            Money total) {}

    /** The price that was quoted before, and what the business writes about the new one. */
    record Requote(Money quoted, @Nullable String remark) {}
}
