package medflip.reports.read.books;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.reports.read.books.Entry.Account;
import medflip.reports.read.books.Entry.Kind;
import medflip.reports.read.books.Entry.Posting;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleRecorded;

/** The books in memory: the same booking as the projection's, without a database. */
final class Book {

    private final List<Posting> postings = new ArrayList<>();
    private final List<Posting> aside = new ArrayList<>();

    private long version;

    static Book of(List<DomainEvent> events) {
        Book book = new Book();
        events.forEach(book::add);
        return book;
    }

    void add(DomainEvent event) {
        switch (event) {
            case LabelMade made -> post(Ledger.book(made));
            case LabelVoided voided -> post(Ledger.book(voided));
            case ClaimSettled settled -> post(Ledger.book(settled, ++version));
            case BoxesReturned returned -> post(Ledger.book(returned, ++version));
            case DealAgreed agreed -> Ledger.book(agreed).forEach(this::post);
            case PayoutRecorded paid -> Ledger.book(paid).forEach(this::post);
            case PayoutFailed failed -> post(Ledger.book(failed));
            case PastDealRecorded past -> Ledger.book(past).forEach(this::post);
            case LotStocked stocked -> post(Ledger.book(stocked));
            case LotSplit split -> post(Ledger.book(split));
            case LotCounted counted -> post(Ledger.book(counted, ++version));
            case LotWrittenOff gone -> post(Ledger.book(gone));
            case WriteOffUndone back -> post(Ledger.book(back));
            case LotSold sold -> post(Ledger.book(sold));
            case SoldBoxesAdjusted adjusted -> post(Ledger.book(adjusted));
            case SaleRecorded recorded -> post(Ledger.book(recorded));
            case ReceiptRecorded received -> post(Ledger.book(received));
            case ReceiptUndone undone -> post(Ledger.book(undone));
            case ExpenseRecorded recorded -> post(Ledger.book(recorded));
            case ExpenseCorrected corrected -> {
                postings.removeIf(posting -> posting.source().equals(corrected.expenseId()));
                post(Ledger.book(corrected));
            }
            case ExpenseVoided gone -> move(gone.expenseId(), postings, aside);
            case ExpenseRestored back -> move(back.expenseId(), aside, postings);
            default -> throw new IllegalArgumentException("No history has " + event);
        }
    }

    private void post(Entry entry) {
        postings.addAll(entry.postings());
    }

    long sum(Account... accounts) {
        List<Account> wanted = List.of(accounts);
        return postings.stream()
                .filter(posting -> wanted.contains(posting.account()))
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }

    long cash(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return postings.stream()
                .filter(posting -> posting.account() == Account.CASH && wanted.contains(posting.kind()))
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
