package medflip.reports.read.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealId;
import medflip.deals.events.ReceivedLine;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.kernel.AggregateId;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** How each fact is booked. The postings of an entry sum to zero, so nothing is ever lost or made between accounts. */
final class Ledger {

    /** Where amounts stand. */
    enum Account {
        /** Money in hand and on accounts. */
        CASH,
        /** Owed to people for their boxes; below zero while something is owed. */
        PAYABLE,
        /** Boxes that were received and aren't on the shelf yet, at cost. */
        INCOMING,
        /** Boxes on the shelf, at landed cost. */
        STOCK,
        /** What sales brought; below zero. */
        SALES,
        /** Landed cost of what was sold. */
        COST_OF_SALES,
        /** What was spent besides purchases. */
        EXPENSES
    }

    /** Why an entry was made. */
    enum Kind {
        /** Boxes came: their price is owed. */
        RECEIVED,
        /** Sending boxes cost money. */
        LABEL,
        /** Money to a person. */
        PAYOUT,
        /** Boxes went on the shelf. */
        STOCKED,
        /** Boxes went to a buyer. */
        SALE,
        /** Money for something else. */
        EXPENSE
    }

    /** Whom and what a posting is about, as far as it is about anything. */
    record Subject(
            @Nullable DealId dealId,
            @Nullable String item,
            @Nullable String buyer,
            @Nullable ExpenseCategory category) {

        static final Subject NOTHING = new Subject(null, null, null, null);

        static Subject deal(@Nullable DealId deal) {
            return new Subject(deal, null, null, null);
        }
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
            Subject subject) {}

    private Ledger() {}

    static List<Posting> book(DealReceived event) {
        return bought(event.dealId(), event.receivedOn(), event.agreed(), event.lines());
    }

    static List<Posting> book(PayoutRecorded event) {
        return paidOut(event.dealId(), event.payoutId(), event.paidOn(), event.amount());
    }

    static List<Posting> book(PastDealRecorded event) {
        List<Posting> postings = bought(event.dealId(), event.boughtOn(), event.paid(), event.lines());
        postings.addAll(paidOut(event.dealId(), event.payoutId(), event.boughtOn(), event.paid()));
        return postings;
    }

    static List<Posting> book(LotStocked event) {
        return new Entry(event.lotId(), event.lotId().local(), Kind.STOCKED, event.stockedOn())
                .about(new Subject(event.dealId(), event.item(), null, null))
                .post(Account.STOCK, event.landedCost(), event.quantity())
                .post(Account.INCOMING, negative(event.landedCost()))
                .postings();
    }

    static List<Posting> book(LotSold event) {
        return new Entry(event.lotId(), event.saleId(), Kind.SALE, event.soldOn())
                .about(new Subject(event.dealId(), event.item(), event.buyer(), null))
                .post(Account.CASH, event.proceeds(), event.quantity())
                .post(Account.SALES, negative(event.proceeds()), event.quantity())
                .post(Account.STOCK, negative(event.landedCost()), -event.quantity())
                .post(Account.COST_OF_SALES, event.landedCost())
                .postings();
    }

    static List<Posting> book(ExpenseRecorded event) {
        return spent(event.expenseId(), event.spentOn(), event.amount(), event.category(), event.dealId());
    }

    static List<Posting> book(ExpenseCorrected event) {
        return spent(event.expenseId(), event.spentOn(), event.amount(), event.category(), event.dealId());
    }

    /** Boxes came at a price; what they cost beyond it is the label, which was paid for at once. */
    private static List<Posting> bought(DealId deal, LocalDate on, Money price, List<ReceivedLine> lines) {
        Money landed =
                lines.stream().map(ReceivedLine::landedCost).reduce(Money::plus).orElse(price);
        Money label = landed.minus(price);
        List<Posting> postings = new Entry(deal, deal.local(), Kind.RECEIVED, on)
                .about(Subject.deal(deal))
                .post(Account.INCOMING, price)
                .post(Account.PAYABLE, negative(price))
                .postings();
        postings.addAll(new Entry(deal, deal.local(), Kind.LABEL, on)
                .about(Subject.deal(deal))
                .post(Account.INCOMING, label)
                .post(Account.CASH, negative(label))
                .postings());
        return postings;
    }

    private static List<Posting> paidOut(DealId deal, UUID payout, LocalDate on, Money amount) {
        return new Entry(deal, payout, Kind.PAYOUT, on)
                .about(Subject.deal(deal))
                .post(Account.PAYABLE, amount)
                .post(Account.CASH, negative(amount))
                .postings();
    }

    private static List<Posting> spent(
            AggregateId expense, LocalDate on, Money amount, ExpenseCategory category, @Nullable DealId deal) {
        return new Entry(expense, expense.local(), Kind.EXPENSE, on)
                .about(new Subject(deal, null, null, category))
                .post(Account.EXPENSES, amount)
                .post(Account.CASH, negative(amount))
                .postings();
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }

    /** Postings that belong together. */
    private static final class Entry {

        private final AggregateId source;
        private final UUID entry;
        private final Kind kind;
        private final LocalDate on;
        private final List<Posting> postings = new ArrayList<>();
        private Subject subject = Subject.NOTHING;

        Entry(AggregateId source, UUID entry, Kind kind, LocalDate on) {
            this.source = source;
            this.entry = entry;
            this.kind = kind;
            this.on = on;
        }

        Entry about(Subject whom) {
            subject = whom;
            return this;
        }

        Entry post(Account account, Money amount) {
            return post(account, amount, 0);
        }

        Entry post(Account account, Money amount, int boxes) {
            postings.add(new Posting(source, entry, kind, account, on, amount, boxes, subject));
            return this;
        }

        List<Posting> postings() {
            return postings;
        }
    }
}
