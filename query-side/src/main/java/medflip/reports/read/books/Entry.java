package medflip.reports.read.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.expenses.events.ExpenseCategory;
import medflip.kernel.AggregateId;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What one fact means for the books: postings whose amounts sum to zero. */
final class Entry {

    /** Where amounts stand. */
    enum Account {
        /** Money in hand and on accounts. */
        CASH,
        /** Owed to people for their boxes; below zero while something is owed. */
        PAYABLE,
        /** Owed by buyers. */
        RECEIVABLE,
        /** Boxes that were bought, or split off, and aren't on the shelf yet, at landed cost. */
        INCOMING,
        /** Boxes on the shelf, at landed cost. */
        STOCK,
        /** What sales brought, less what buyers deducted; below zero. */
        SALES,
        /** Landed cost of what was sold. */
        COST_OF_SALES,
        /** Landed cost of what was lost, given away or thrown away, less what was found. */
        WRITE_OFFS,
        /** Fees that are part of boxes' cost, below zero, until the payouts that they are for are made. */
        FEES_DUE,
        /** Labels, returns and payout fees that are part of no box's cost, less what carriers made good. */
        HANDLING,
        /** What was spent besides purchases. */
        EXPENSES
    }

    /** Why an entry was made. */
    enum Kind {
        LABEL,
        LABEL_VOIDED,
        RECEIVED,
        /** Labels became part of what boxes cost. */
        HANDLING_SHARE,
        /** What paying will probably cost became part of what boxes cost. */
        FEE_ESTIMATE,
        RETURN,
        CLAIM,
        PAYOUT,
        PAYOUT_FEE,
        /** What paying cost beyond the estimate. */
        FEE_DIFFERENCE,
        PAYOUT_FAILED,
        STOCKED,
        SPLIT,
        REJOINED,
        COUNT,
        WRITE_OFF,
        WRITE_OFF_UNDONE,
        SALE,
        ADJUSTMENT,
        RECEIPT,
        RECEIPT_UNDONE,
        EXPENSE
    }

    /**
     * One amount in one account.
     *
     * @param source the aggregate whose fact it is
     * @param entry tells entries of one source and kind apart
     */
    record Posting(
            AggregateId source,
            UUID entry,
            Kind kind,
            Account account,
            LocalDate on,
            Money amount,
            int boxes,
            @Nullable DealId dealId,
            @Nullable UUID saleId,
            @Nullable String item,
            @Nullable String buyer,
            @Nullable ExpenseCategory category) {}

    private final AggregateId source;
    private final UUID id;
    private final Kind kind;
    private final LocalDate on;
    private final List<Posting> postings = new ArrayList<>();
    private @Nullable DealId dealId;
    private @Nullable UUID saleId;
    private @Nullable String item;
    private @Nullable String buyer;
    private @Nullable ExpenseCategory category;

    private Entry(AggregateId source, UUID id, Kind kind, LocalDate on) {
        this.source = source;
        this.id = id;
        this.kind = kind;
        this.on = on;
    }

    static Entry of(AggregateId source, UUID id, Kind kind, LocalDate on) {
        return new Entry(source, id, kind, on);
    }

    /** The only entry of its kind that the source has. */
    static Entry of(AggregateId source, Kind kind, LocalDate on) {
        return new Entry(source, source.local(), kind, on);
    }

    Entry deal(@Nullable DealId deal) {
        dealId = deal;
        return this;
    }

    Entry sale(@Nullable UUID sale) {
        saleId = sale;
        return this;
    }

    Entry item(String sold) {
        item = sold;
        return this;
    }

    Entry buyer(String to) {
        buyer = to;
        return this;
    }

    Entry category(ExpenseCategory line) {
        category = line;
        return this;
    }

    /** The amount goes from one account to another, and with it so many boxes. */
    Entry move(Money amount, Account from, Account to, int boxes) {
        post(to, amount, boxes);
        post(from, amount.times(-1), -boxes);
        return this;
    }

    Entry move(Money amount, Account from, Account to) {
        return move(amount, from, to, 0);
    }

    List<Posting> postings() {
        return List.copyOf(postings);
    }

    private void post(Account account, Money amount, int boxes) {
        postings.add(new Posting(source, id, kind, account, on, amount, boxes, dealId, saleId, item, buyer, category));
    }
}
