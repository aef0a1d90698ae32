package medflip.reports.read.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.reports.read.books.Entry.Account;
import medflip.reports.read.books.Entry.Kind;
import org.junit.jupiter.api.Test;

/**
 * No cent is lost and none is made. 10,000 random histories are booked in memory, by the very booking that the
 * projection writes to the database, and compared with a plain account of what moved; {@link BooksReportsTest} does the
 * same with the reports themselves, through the database, for fewer histories.
 */
class ConservationTest {

    private static final int HISTORIES = 10_000;
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));

    @Test
    void every_cent_that_was_paid_in_or_out_is_found_again_in_the_books() {
        long seed = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            History history = History.of(TENANT, seed + i);
            Book book = Book.of(history.events);
            assertThat(List.of(
                            book.cash(Kind.PAYOUT, Kind.PAYOUT_FAILED),
                            book.cash(
                                    Kind.LABEL,
                                    Kind.LABEL_VOIDED,
                                    Kind.HANDLING_SHARE,
                                    Kind.PAYOUT_FEE,
                                    Kind.CLAIM,
                                    Kind.RETURN),
                            book.cash(Kind.RECEIPT, Kind.RECEIPT_UNDONE),
                            book.cash(Kind.EXPENSE),
                            book.sum(Account.PAYABLE),
                            book.sum(Account.FEES_DUE),
                            book.sum(Account.RECEIVABLE),
                            book.sum(Account.WRITE_OFFS),
                            book.sum(Account.STOCK, Account.INCOMING),
                            (long) book.boxes(Account.STOCK)))
                    .as("seed %d", seed + i)
                    .containsExactly(
                            -history.paidOut,
                            -history.handling,
                            history.received,
                            -history.spent,
                            -history.owed,
                            history.feesDue,
                            history.receivable,
                            history.writtenOff,
                            history.stock,
                            (long) history.boxes);
            assertThat(book.unbalanced()).as("seed %d", seed + i).isEmpty();
            assertThat(book.sum(Account.values())).as("seed %d", seed + i).isZero();
        }
    }

    @Test
    void when_all_is_paid_and_all_is_sold_what_was_earned_is_what_lies_in_the_till() {
        long seed = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            History history = History.of(TENANT, seed + i);
            history.settle();
            Book book = Book.of(history.events);
            assertThat(-book.sum(
                            Account.SALES,
                            Account.COST_OF_SALES,
                            Account.WRITE_OFFS,
                            Account.HANDLING,
                            Account.EXPENSES))
                    .as("earned, seed %d", seed + i)
                    .isEqualTo(book.sum(Account.CASH));
            assertThat(List.of(
                            book.sum(Account.PAYABLE),
                            book.sum(Account.FEES_DUE),
                            book.sum(Account.INCOMING),
                            book.sum(Account.STOCK),
                            (long) book.boxes(Account.STOCK)))
                    .as("left over, seed %d", seed + i)
                    .containsOnly(0L);
        }
    }
}
