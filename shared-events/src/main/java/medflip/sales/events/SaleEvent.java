package medflip.sales.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a sale. */
public sealed interface SaleEvent extends DomainEvent {
    SaleId saleId();

    @Override
    default SaleId aggregateId() {
        return saleId();
    }

    /** A sale was put together. */
    record SaleDrafted(SaleId saleId, SaleTerms terms, List<SaleLine> lines) implements SaleEvent {}

    /** The draft was changed; {@code dropped} are the lots that are no longer in it. */
    record SaleRevised(SaleId saleId, SaleTerms terms, List<SaleLine> lines, List<LotId> dropped)
            implements SaleEvent {}

    /** The buyer was told. */
    record SaleOffered(SaleId saleId, LocalDate offeredOn) implements SaleEvent {}

    /** The buyer agreed, and every lot has set its boxes aside. */
    record SaleConfirmed(SaleId saleId, LocalDate confirmedOn) implements SaleEvent {}

    /** The sale is a draft again; its boxes are free for others. */
    record SaleReopened(SaleId saleId, List<SaleLine> lines) implements SaleEvent {}

    /** The boxes are in the parcel. */
    record SalePacked(SaleId saleId, LocalDate packedOn) implements SaleEvent {}

    /** The parcel left: what was agreed is earned. */
    record SaleShipped(
            SaleId saleId,
            @NotPersonal("a wholesale buyer is a company") String buyer,
            List<SaleLine> lines,

            @NotPersonal("a company that carries parcels") @Nullable
            String carrier,

            @NotPersonal("the number of a parcel to a company") @Nullable
            String tracking,

            LocalDate shippedOn)
            implements SaleEvent {}

    /** The parcel arrived. */
    record SaleDelivered(SaleId saleId, LocalDate deliveredOn) implements SaleEvent {}

    /** The buyer looked at the boxes; lines that were as agreed are left out. */
    record BuyerInspected(SaleId saleId, List<InspectedLine> lines, LocalDate inspectedOn) implements SaleEvent {}

    /** The buyer was billed; the invoice's number follows in the book of invoices. */
    record SaleInvoiced(SaleId saleId, LocalDate invoicedOn, LocalDate dueOn) implements SaleEvent {}

    /** Money came from the buyer. */
    record ReceiptRecorded(
            SaleId saleId,
            UUID receiptId,
            Money amount,
            ReceiptMethod method,
            AccountId accountId,

            @PersonalData("sales.receipt-reference") @Nullable
            PersonalText reference,

            LocalDate receivedOn)
            implements SaleEvent {}

    /** A receipt was a mistake, or bounced. */
    record ReceiptUndone(SaleId saleId, UUID receiptId, Money amount, LocalDate undoneOn) implements SaleEvent {}

    /** Nothing is left to do. */
    record SaleClosed(SaleId saleId, LocalDate closedOn) implements SaleEvent {}

    /** The sale was given up before it shipped; its boxes are free for others. */
    record SaleCancelled(SaleId saleId, List<SaleLine> lines, LocalDate cancelledOn) implements SaleEvent {}

    /** A step was a mistake. The sale stands where it stood before; one that was cancelled is a draft again. */
    record SaleStepTakenBack(SaleId saleId, SaleStep step) implements SaleEvent {}

    /** Boxes were sold and paid in one step: over the counter, or before the books were kept here. */
    record SaleRecorded(
            SaleId saleId,
            @NotPersonal("a wholesale buyer is a company") String buyer,
            List<SaleLine> lines,
            LocalDate soldOn)
            implements SaleEvent {}

    /** The import that brought the sale was undone: it is as if it had never been entered. */
    record SaleTakenBack(SaleId saleId) implements SaleEvent {}
}
