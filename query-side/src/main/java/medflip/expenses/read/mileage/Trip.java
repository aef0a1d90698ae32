package medflip.expenses.read.mileage;

import java.time.LocalDate;
import java.util.UUID;
import medflip.kernel.Money;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A trip by car, in the log and alone.
 *
 * @param tenthsOfMiles how far: 123 is 12.3 miles
 * @param rate what a mile counts, in tenths of a cent: 725 is 72.5 cents
 * @param deduction what the trip counts
 * @param dealId the purchase that it was for
 * @param saleId the sale that it was for; neither is there where it was for the business as a whole
 * @param voidReason why it counts nowhere any more; there where {@code voided}
 */
record Trip(
        UUID id,
        LocalDate drivenOn,
        String purpose,
        @Nullable String from,
        @Nullable String to,
        int tenthsOfMiles,
        int rate,
        Money deduction,
        @Nullable UUID dealId,
        @Nullable UUID saleId,
        boolean voided,
        @Nullable String voidReason,
        long version)
        implements Versioned {}
