package medflip.deals.read.offers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import medflip.catalog.events.Grade;
import medflip.kernel.Money;

/**
 * An offer that waits for the seller's answer.
 *
 * @param validUntil last day on which it can be accepted
 * @param attestation what the seller says to be true by accepting
 */
record OpenOffer(
        String businessName,
        List<OfferLine> lines,
        Money total,
        LocalDate validUntil,
        String attestationVersion,
        String attestation) {

    /** Boxes of one item. {@code unitPrice} is for one box. */
    record OfferLine(String item, YearMonth expiry, Grade grade, int quantity, Money unitPrice, Money total) {}
}
