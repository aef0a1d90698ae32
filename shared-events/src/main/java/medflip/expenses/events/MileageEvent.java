package medflip.expenses.events;

import java.time.LocalDate;
import medflip.accounts.events.AccountId;
import medflip.deals.events.DealId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a trip by car. */
public sealed interface MileageEvent extends DomainEvent {
    MileageTripId tripId();

    @Override
    default MileageTripId aggregateId() {
        return tripId();
    }

    /**
     * Somebody drove for the business.
     *
     * @param tenthsOfMiles how far: 123 is 12.3 miles
     * @param rate what a mile counts, in tenths of a cent: 725 is 72.5 cents
     * @param deduction what the trip counts; no money moves
     */
    record MileageTripRecorded(
            MileageTripId tripId,
            AccountId accountId,
            LocalDate drivenOn,
            @PersonalData("expenses.trip-purpose") PersonalText purpose,
            @PersonalData("expenses.trip-from") @Nullable PersonalText from,
            @PersonalData("expenses.trip-to") @Nullable PersonalText to,
            int tenthsOfMiles,
            int rate,
            Money deduction,
            @Nullable DealId dealId,
            @Nullable SaleId saleId)
            implements MileageEvent {}

    /** What was recorded was wrong: from here on this holds instead, from the day of the trip. */
    record MileageTripCorrected(
            MileageTripId tripId,
            AccountId accountId,
            LocalDate drivenOn,
            @PersonalData("expenses.trip-purpose") PersonalText purpose,
            @PersonalData("expenses.trip-from") @Nullable PersonalText from,
            @PersonalData("expenses.trip-to") @Nullable PersonalText to,
            int tenthsOfMiles,
            int rate,
            Money deduction,
            @Nullable DealId dealId,
            @Nullable SaleId saleId)
            implements MileageEvent {}

    /** The trip never was: it counts nowhere any more. */
    record MileageTripVoided(
            MileageTripId tripId,
            AccountId accountId,
            @PersonalData("expenses.trip-void-reason") PersonalText reason) implements MileageEvent {}

    /** Voiding was a mistake: the trip counts again. */
    record MileageTripRestored(MileageTripId tripId) implements MileageEvent {}
}
