package medflip.sales.read.sales;

import java.util.List;
import medflip.kernel.Money;

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

    /** @param overdue the part of it that is due already */
    record Debtor(String buyer, int sales, Money owed, Money overdue) {}
}
