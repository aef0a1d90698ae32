package medflip.deals.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CancelReason;
import medflip.deals.events.DealId;
import medflip.deals.events.HeldFor;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.InspectionCommand.InspectLine;
import medflip.imports.events.ImportId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What can be asked of a deal as a whole. */
public sealed interface CourseCommand extends DealCommand {

    /** Gives the deal up before the boxes come. */
    record CancelDeal(
            DealId dealId, CancelReason reason, @Nullable PersonalText remark, LocalDate cancelledOn)
            implements CourseCommand {}

    /** Takes back that the deal was declined, cancelled or closed. */
    record ReopenDeal(DealId dealId, LocalDate reopenedOn) implements CourseCommand {}

    /** Has nothing accepted, agreed or paid until the deal is released. */
    record HoldDeal(DealId dealId, HeldFor reason, @Nullable PersonalText remark, LocalDate heldOn)
            implements CourseCommand {}

    /** Lets the deal go on. */
    record ReleaseDeal(DealId dealId, LocalDate releasedOn) implements CourseCommand {}

    /** Makes a deal history of which nothing is left to do. */
    record CloseDeal(DealId dealId, LocalDate closedOn) implements CourseCommand {}

    /**
     * Person and boxes are here: accepts the quote unless that is done, receives, takes lines as quoted that
     * {@code lines} says nothing else of, agrees with the person about the price, and pays all of it.
     */
    record BuyOnTheSpot(
            DealId dealId,
            boolean attests,
            String attestationVersion,
            List<InspectLine> lines,
            UUID payoutId,
            PayoutMethod method,
            @Nullable PersonalText reference,
            Money fee,
            LocalDate boughtOn)
            implements CourseCommand {}

    /** Enters a purchase from before the books were kept here. */
    record RecordPastDeal(
            DealId dealId,
            CustomerId customerId,
            ImportId importId,
            LocalDate boughtOn,
            List<ReceivedLine> lines,
            UUID payoutId,
            Money paid,
            PayoutMethod method,
            @Nullable PersonalText reference,
            @Nullable PersonalText note)
            implements CourseCommand {}

    /** Undoes that a purchase from before the books were entered. */
    record TakeBackPastDeal(DealId dealId) implements CourseCommand {}
}
