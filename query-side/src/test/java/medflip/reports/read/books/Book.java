package medflip.reports.read.books;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.reports.read.books.Ledger.Account;
import medflip.reports.read.books.Ledger.Kind;
import medflip.reports.read.books.Ledger.Posting;

/** The books in memory: the same booking as the projection's, without a database. */
final class Book {

    private final List<Posting> postings = new ArrayList<>();
    private final List<Posting> voided = new ArrayList<>();

    static Book of(List<DomainEvent> events) {
        Book book = new Book();
        events.forEach(book::add);
        return book;
    }

    void add(DomainEvent event) {
        switch (event) {
            case DealReceived received -> postings.addAll(Ledger.book(received));
            case PayoutRecorded paid -> postings.addAll(Ledger.book(paid));
            case PastDealRecorded past -> postings.addAll(Ledger.book(past));
            case LotStocked stocked -> postings.addAll(Ledger.book(stocked));
            case LotSold sold -> postings.addAll(Ledger.book(sold));
            case ExpenseRecorded recorded -> postings.addAll(Ledger.book(recorded));
            case ExpenseCorrected corrected -> {
                postings.removeIf(posting -> posting.source().equals(corrected.expenseId()));
                postings.addAll(Ledger.book(corrected));
            }
            case ExpenseVoided gone -> move(gone.expenseId(), postings, voided);
            case ExpenseRestored back -> move(back.expenseId(), voided, postings);
            default -> {}
        }
    }

    long sum(Account... accounts) {
        List<Account> wanted = List.of(accounts);
        return postings.stream()
                .filter(posting -> wanted.contains(posting.account()))
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }

    long cash(Kind kind) {
        return postings.stream()
                .filter(posting -> posting.account() == Account.CASH && posting.kind() == kind)
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }

    int boxes(Account account) {
        return postings.stream()
                .filter(posting -> posting.account() == account)
                .mapToInt(Posting::boxes)
                .sum();
    }

    /** Entries whose postings don't sum to zero. */
    List<String> unbalanced() {
        return postings.stream()
                .collect(Collectors.groupingBy(
                        posting -> posting.source() + " " + posting.entry() + " " + posting.kind(),
                        Collectors.summingLong(posting -> posting.amount().minor())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() != 0)
                .map(Object::toString)
                .toList();
    }

    private static void move(AggregateId source, List<Posting> from, List<Posting> to) {
        List<Posting> found =
                from.stream().filter(posting -> posting.source().equals(source)).toList();
        from.removeAll(found);
        to.addAll(found);
    }
}
