package medflip.deals.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Carrier;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.Difference;
import medflip.deals.events.Outcome;
import medflip.deals.events.QuoteLine;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What can be asked about boxes that are here. */
public sealed interface InspectionCommand extends DealCommand {

    /** The boxes are here. */
    record ReceiveBoxes(DealId dealId, LocalDate receivedOn) implements InspectionCommand {}

    /** What boxes are of: a product, by the name it has. */
    record Goods(ProductId productId, String item) {}

    /**
     * Boxes of a line that were found alike; no grade for rejected ones. {@code trace} says what the rules make of
     * their price.
     */
    record Finding(
            YearMonth expiry,
            @Nullable Grade grade,
            int quantity,
            Money unitPrice,
            Outcome outcome,
            @Nullable Difference difference,
            PriceTrace trace) {

        /** A line's boxes, all there and as they were quoted. */
        static Finding of(QuoteLine line) {
            return new Finding(
                    line.expiry(), line.grade(), line.quantity(), line.unitPrice(), Outcome.STOCK, null, line.trace());
        }
    }

    /**
     * Says what was found of a line. {@code besides} is for a line that wasn't quoted: the next number after the last.
     */
    record InspectLine(
            DealId dealId,
            int line,
            @Nullable Goods besides,
            List<Finding> found,
            @Nullable PersonalText remark,
            LocalDate inspectedOn)
            implements InspectionCommand {}

    /** Says of all lines that weren't inspected yet that they are as quoted. */
    record InspectRestAsQuoted(DealId dealId, LocalDate inspectedOn) implements InspectionCommand {}

    /** Offers the price of what was found. */
    record RequoteDeal(DealId dealId, @Nullable PersonalText remark, LocalDate requotedOn)
            implements InspectionCommand {}

    /**
     * Settles the price of what was found.
     *
     * @param payoutFee what paying it will probably cost, part of the landed cost
     * @param by who wrote down that the person takes it
     */
    record AgreeDeal(DealId dealId, Money payoutFee, AcceptedBy by, LocalDate agreedOn) implements InspectionCommand {}

    /** There is no agreement: nothing is bought, what came goes back. */
    record GiveUpPurchase(
            DealId dealId, DeclineReason reason, @Nullable PersonalText remark, LocalDate givenUpOn)
            implements InspectionCommand {}

    /** Notes that what wasn't bought went back. */
    record ReturnBoxes(
            DealId dealId,
            @Nullable Carrier carrier,
            @Nullable PersonalText trackingNumber,
            Money cost,
            LocalDate returnedOn)
            implements InspectionCommand {}

    /** Notes that what wasn't bought was given away. */
    record DonateBoxes(DealId dealId, LocalDate donatedOn) implements InspectionCommand {}
}
