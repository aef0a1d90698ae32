package medflip.reports.read.books;

import static medflip.reports.read.books.Entry.Account.CASH;
import static medflip.reports.read.books.Entry.Account.COST_OF_SALES;
import static medflip.reports.read.books.Entry.Account.EXPENSES;
import static medflip.reports.read.books.Entry.Account.FEES_DUE;
import static medflip.reports.read.books.Entry.Account.HANDLING;
import static medflip.reports.read.books.Entry.Account.INCOMING;
import static medflip.reports.read.books.Entry.Account.PAYABLE;
import static medflip.reports.read.books.Entry.Account.RECEIVABLE;
import static medflip.reports.read.books.Entry.Account.SALES;
import static medflip.reports.read.books.Entry.Account.STOCK;
import static medflip.reports.read.books.Entry.Account.WRITE_OFFS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.ReceivedLine;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseId;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.kernel.Money;
import medflip.reports.read.books.Entry.Kind;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import org.jspecify.annotations.Nullable;

/**
 * How each fact about money is booked. Nothing is lost or made between accounts, since an entry only moves amounts from
 * one to another. What labels cost waits in HANDLING until they become part of boxes' cost; where nothing is bought,
 * they stay there. What paying will probably cost is part of boxes' cost from the start: once all is paid, what it came
 * to beyond that goes to HANDLING.
 */
final class Ledger {

    private Ledger() {}

    static Entry book(LabelMade event) {
        return Entry.of(event.dealId(), event.labelId(), Kind.LABEL, event.madeOn())
                .deal(event.dealId())
                .move(event.cost(), CASH, HANDLING);
    }

    static Entry book(LabelVoided event) {
        return Entry.of(event.dealId(), event.labelId(), Kind.LABEL_VOIDED, event.voidedOn())
                .deal(event.dealId())
                .move(event.cost(), HANDLING, CASH);
    }

    /** @param version of the deal: a claim has no id of its own, and there may be several */
    static Entry book(ClaimSettled event, long version) {
        return Entry.of(event.dealId(), new UUID(0, version), Kind.CLAIM, event.settledOn())
                .deal(event.dealId())
                .move(event.received(), HANDLING, CASH);
    }

    /** @param version of the deal: a parcel back has no id of its own, and there may be several */
    static Entry book(BoxesReturned event, long version) {
        return Entry.of(event.dealId(), new UUID(0, version), Kind.RETURN, event.returnedOn())
                .deal(event.dealId())
                .move(event.cost(), CASH, HANDLING);
    }

    static List<Entry> book(DealAgreed event) {
        Money labels =
                landed(event.agreed(), event.lines()).minus(event.agreed()).minus(event.payoutFee());
        return List.of(
                bought(event.dealId(), event.agreedOn(), event.agreed(), event.lines()),
                Entry.of(event.dealId(), Kind.HANDLING_SHARE, event.agreedOn())
                        .deal(event.dealId())
                        .move(labels, HANDLING, INCOMING),
                Entry.of(event.dealId(), Kind.FEE_ESTIMATE, event.agreedOn())
                        .deal(event.dealId())
                        .move(event.payoutFee(), FEES_DUE, INCOMING));
    }

    /** A purchase of old: what it cost beyond its price was the label, paid for on the same day. */
    static List<Entry> book(PastDealRecorded event) {
        DealId deal = event.dealId();
        LocalDate on = event.boughtOn();
        return List.of(
                bought(deal, on, event.paid(), event.lines()),
                Entry.of(deal, Kind.HANDLING_SHARE, on)
                        .deal(deal)
                        .move(landed(event.paid(), event.lines()).minus(event.paid()), CASH, INCOMING),
                paidOut(deal, event.payoutId(), on, event.paid()));
    }

    static List<Entry> book(PayoutRecorded event) {
        return List.of(
                paidOut(event.dealId(), event.payoutId(), event.paidOn(), event.amount()),
                Entry.of(event.dealId(), event.payoutId(), Kind.PAYOUT_FEE, event.paidOn())
                        .deal(event.dealId())
                        .move(event.fee(), CASH, FEES_DUE),
                Entry.of(event.dealId(), event.payoutId(), Kind.FEE_DIFFERENCE, event.paidOn())
                        .deal(event.dealId())
                        .move(
                                event.feeDifference() == null ? event.fee().times(0) : event.feeDifference(),
                                FEES_DUE,
                                HANDLING));
    }

    static Entry book(PayoutFailed event) {
        return Entry.of(event.dealId(), event.payoutId(), Kind.PAYOUT_FAILED, event.failedOn())
                .deal(event.dealId())
                .move(event.amount(), PAYABLE, CASH);
    }

    static Entry book(LotStocked event) {
        boolean part = event.splitOff() != null;
        LocalDate on =
                event.splitOff() == null ? event.stockedOn() : event.splitOff().on();
        return Entry.of(event.lotId(), part ? Kind.SPLIT : Kind.STOCKED, on)
                .deal(event.dealId())
                .item(event.item())
                .move(event.landedCost(), INCOMING, STOCK, event.quantity());
    }

    static Entry book(LotSplit event) {
        return Entry.of(event.lotId(), event.partId().local(), Kind.SPLIT, event.splitOn())
                .deal(event.dealId())
                .item(event.item())
                .move(event.landedCost(), STOCK, INCOMING, event.quantity());
    }

    static Entry book(PartRejoined event) {
        return Entry.of(event.lotId(), Kind.REJOINED, event.rejoinedOn())
                .deal(event.dealId())
                .move(event.landedCost(), STOCK, INCOMING, event.quantity());
    }

    static Entry book(PartTakenBack event) {
        return Entry.of(event.lotId(), event.partId().local(), Kind.REJOINED, event.takenBackOn())
                .deal(event.dealId())
                .move(event.landedCost(), INCOMING, STOCK, event.quantity());
    }

    /** @param version of the lot: a count has no id of its own */
    static Entry book(LotCounted event, long version) {
        return Entry.of(event.lotId(), new UUID(0, version), Kind.COUNT, event.countedOn())
                .deal(event.dealId())
                .move(event.landedCost(), WRITE_OFFS, STOCK, event.difference());
    }

    static Entry book(LotWrittenOff event) {
        return Entry.of(event.lotId(), event.writeOffId(), Kind.WRITE_OFF, event.writtenOffOn())
                .deal(event.dealId())
                .move(event.landedCost(), STOCK, WRITE_OFFS, event.quantity());
    }

    static Entry book(WriteOffUndone event) {
        return Entry.of(event.lotId(), event.writeOffId(), Kind.WRITE_OFF_UNDONE, event.undoneOn())
                .deal(event.dealId())
                .move(event.landedCost(), WRITE_OFFS, STOCK, event.quantity());
    }

    static Entry book(LotSold event) {
        return Entry.of(event.lotId(), event.saleId(), Kind.SALE, event.soldOn())
                .deal(event.dealId())
                .sale(event.saleId())
                .item(event.item())
                .buyer(event.buyer())
                .move(event.proceeds(), SALES, RECEIVABLE)
                .move(event.landedCost(), STOCK, COST_OF_SALES, event.quantity());
    }

    static Entry book(SoldBoxesAdjusted event) {
        return Entry.of(event.lotId(), event.saleId(), Kind.ADJUSTMENT, event.adjustedOn())
                .deal(event.dealId())
                .sale(event.saleId())
                .item(event.item())
                .move(event.deducted(), RECEIVABLE, SALES)
                .move(event.landedCost(), COST_OF_SALES, STOCK, event.returned());
    }

    /** Sold and paid in one step. */
    static Entry book(SaleRecorded event) {
        Money paid =
                event.lines().stream().map(SaleLine::price).reduce(Money::plus).orElseThrow();
        return Entry.of(event.saleId(), Kind.RECEIPT, event.soldOn())
                .sale(event.saleId().local())
                .buyer(event.buyer())
                .move(paid, RECEIVABLE, CASH);
    }

    static Entry book(ReceiptRecorded event) {
        return Entry.of(event.saleId(), event.receiptId(), Kind.RECEIPT, event.receivedOn())
                .sale(event.saleId().local())
                .move(event.amount(), RECEIVABLE, CASH);
    }

    static Entry book(ReceiptUndone event) {
        return Entry.of(event.saleId(), event.receiptId(), Kind.RECEIPT_UNDONE, event.undoneOn())
                .sale(event.saleId().local())
                .move(event.amount(), CASH, RECEIVABLE);
    }

    static Entry book(ExpenseRecorded event) {
        return spent(
                event.expenseId(), event.spentOn(), event.amount(), event.category(), event.dealId(), event.saleId());
    }

    static Entry book(ExpenseCorrected event) {
        return spent(
                event.expenseId(), event.spentOn(), event.amount(), event.category(), event.dealId(), event.saleId());
    }

    private static Entry bought(DealId deal, LocalDate on, Money price, List<ReceivedLine> lines) {
        int boxes = lines.stream().mapToInt(ReceivedLine::quantity).sum();
        return Entry.of(deal, Kind.RECEIVED, on).deal(deal).move(price, PAYABLE, INCOMING, boxes);
    }

    private static Money landed(Money price, List<ReceivedLine> lines) {
        return lines.stream().map(ReceivedLine::landedCost).reduce(Money::plus).orElse(price);
    }

    private static Entry paidOut(DealId deal, UUID payout, LocalDate on, Money amount) {
        return Entry.of(deal, payout, Kind.PAYOUT, on).deal(deal).move(amount, CASH, PAYABLE);
    }

    private static Entry spent(
            ExpenseId expense,
            LocalDate on,
            Money amount,
            ExpenseCategory category,
            @Nullable DealId deal,
            @Nullable SaleId sale) {
        return Entry.of(expense, Kind.EXPENSE, on)
                .deal(deal)
                .sale(sale == null ? null : sale.local())
                .category(category)
                .move(amount, CASH, EXPENSES);
    }
}
