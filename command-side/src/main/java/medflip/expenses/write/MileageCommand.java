package medflip.expenses.write;

import java.time.LocalDate;
import medflip.accounts.events.AccountId;
import medflip.deals.events.DealId;
import medflip.expenses.events.MileageTripId;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a trip by car. */
public sealed interface MileageCommand extends Command {
    MileageTripId tripId();

    @Override
    default MileageTripId aggregateId() {
        return tripId();
    }

    /**
     * What the log says of a trip.
     *
     * @param tenthsOfMiles how far: 123 is 12.3 miles
     * @param rate what a mile counts, in tenths of a cent; null for the standard rate of the day
     */
    record Details(
            LocalDate drivenOn,
            PersonalText purpose,
            @Nullable PersonalText from,
            @Nullable PersonalText to,
            int tenthsOfMiles,
            @Nullable Integer rate,
            @Nullable DealId dealId,
            @Nullable SaleId saleId) {}

    /** Writes a trip into the log. */
    record RecordTrip(MileageTripId tripId, AccountId accountId, Details details) implements MileageCommand {}

    /** Sets right what the log says; a trip on another day counts by that day's rate. */
    record CorrectTrip(MileageTripId tripId, Details details) implements MileageCommand {}

    /** Takes the trip out of all sums; it stays in the log as voided. */
    record VoidTrip(MileageTripId tripId, PersonalText reason) implements MileageCommand {}

    /** Makes a voided trip count again. */
    record RestoreTrip(MileageTripId tripId) implements MileageCommand {}
}
