package medflip.sales.read.sales;

import java.time.LocalDate;
import java.util.List;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What buyers owe: by how long it is overdue, and by buyer. */
record Receivables(Money total, List<AgedDebt> ages, List<Debtor> buyers) {

    /** Since when an amount is due. */
    enum DebtAge {
        NOT_INVOICED,
        NOT_DUE,
        DAYS_1_TO_30,
        DAYS_31_TO_60,
        DAYS_61_TO_90,
        OVER_90_DAYS
    }

    record AgedDebt(DebtAge age, int sales, Money owed) {}

    /**
     * @param overdue the part of it that is due already
     * @param nextDueOn the first day on which some of it is, or was, due; absent while nothing is invoiced
     */
    record Debtor(
            String buyer,
            int sales,
            Money owed,
            Money overdue,
            @Nullable LocalDate nextDueOn) {}
}
