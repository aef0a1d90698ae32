package medflip.sales.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleStep;
import medflip.sales.events.SaleTerms;
import org.jspecify.annotations.Nullable;

/** What can be asked of a sale. */
public sealed interface SaleCommand extends Command {
    SaleId saleId();

    @Override
    default SaleId aggregateId() {
        return saleId();
    }

    /** Puts a sale together; nothing is set aside for it yet. */
    record DraftSale(SaleId saleId, SaleTerms terms, List<SaleLine> lines) implements SaleCommand {}

    /** Changes a draft. */
    record ReviseSale(SaleId saleId, SaleTerms terms, List<SaleLine> lines) implements SaleCommand {}

    /** Notes that the buyer was told. */
    record OfferSale(SaleId saleId, LocalDate offeredOn) implements SaleCommand {}

    /** The buyer agrees: every lot sets its boxes aside, or none does. */
    record ConfirmSale(SaleId saleId, LocalDate confirmedOn) implements SaleCommand {}

    /** Makes a confirmed sale a draft again. */
    record ReopenSale(SaleId saleId) implements SaleCommand {}

    /** The boxes are in the parcel. */
    record PackSale(SaleId saleId, LocalDate packedOn) implements SaleCommand {}

    /** The parcel leaves. Every lot is asked again whether its boxes may go on that day. */
    record ShipSale(
            SaleId saleId,
            @Nullable String carrier,
            @Nullable String tracking,
            LocalDate shippedOn) implements SaleCommand {}

    /** The parcel arrived. */
    record DeliverSale(SaleId saleId, LocalDate deliveredOn) implements SaleCommand {}

    /** The buyer looked at the boxes; lines that were as agreed may be left out. */
    record RecordInspection(SaleId saleId, List<InspectedLine> lines, LocalDate inspectedOn) implements SaleCommand {}

    /** Bills the buyer. It pays by {@code dueOn}, or else as the sale's terms say. */
    record InvoiceSale(
            SaleId saleId, LocalDate invoicedOn, @Nullable LocalDate dueOn) implements SaleCommand {}

    /** Money came from the buyer. The same receipt id again changes nothing. */
    record RecordReceipt(
            SaleId saleId,
            UUID receiptId,
            Money amount,
            ReceiptMethod method,
            @Nullable PersonalText reference,
            LocalDate receivedOn)
            implements SaleCommand {}

    /** All that the buyer still owes came. The same receipt id again changes nothing. */
    record RecordWholeReceipt(SaleId saleId, UUID receiptId, ReceiptMethod method, LocalDate receivedOn)
            implements SaleCommand {}

    /** A receipt was a mistake, or bounced. */
    record UndoReceipt(SaleId saleId, UUID receiptId, LocalDate undoneOn) implements SaleCommand {}

    /** Nothing is left to do. */
    record CloseSale(SaleId saleId, LocalDate closedOn) implements SaleCommand {}

    /** Gives the sale up before it ships. */
    record CancelSale(SaleId saleId, LocalDate cancelledOn) implements SaleCommand {}

    /** Enters a sale that a lot has made in one step; one that is there already stays as it is. */
    record RecordSale(SaleId saleId, String buyer, SaleLine line, LocalDate soldOn) implements SaleCommand {}

    /** A step was a mistake: the sale stands where it stood before. */
    record TakeStepBack(SaleId saleId, SaleStep step) implements SaleCommand {}

    /** Undoes that a sale in one step was entered. */
    record TakeBackSale(SaleId saleId) implements SaleCommand {}
}
