package medflip.expenses.read.expenses;

import java.time.LocalDate;
import java.util.UUID;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.PaymentMethod;
import medflip.kernel.FileKind;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An expense, in the list and alone.
 *
 * @param scheduleCLine number of the category's line on Schedule C
 * @param receipt the receipt's file
 * @param dealId the purchase that it was for
 * @param saleId the sale that it was for; overhead where neither is there
 * @param voidReason why it counts nowhere any more; there where {@code voided}
 */
record Expense(
        UUID id,
        LocalDate spentOn,
        ExpenseCategory category,
        String scheduleCLine,
        String vendor,
        Money amount,
        PaymentMethod method,
        @Nullable String note,
        @Nullable Receipt receipt,
        @Nullable UUID dealId,
        @Nullable UUID saleId,
        boolean voided,
        @Nullable String voidReason,
        long version)
        implements Versioned {

    /** A file that can be fetched from {@code /api/files}. */
    record Receipt(UUID id, FileKind kind) {}

    /** Somebody who was paid before, and what for and how the latest time. */
    record Vendor(String name, ExpenseCategory category, PaymentMethod method) {}
}
