package medflip.expenses.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRecorded;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.write.MileageCommand.CorrectTrip;
import medflip.expenses.write.MileageCommand.Details;
import medflip.expenses.write.MileageCommand.RecordTrip;
import medflip.expenses.write.MileageCommand.RestoreTrip;
import medflip.expenses.write.MileageCommand.VoidTrip;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MileageTripTest extends AggregateSpec<MileageTrip> {

    private static final MileageTripId TRIP = MileageTripId.of(TENANT, new UUID(1, 1));
    private static final SaleId SALE = SaleId.of(TENANT, new UUID(4, 4));
    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final PersonalText PURPOSE = new PersonalText("pick-up at the Walmart lot");
    private static final PersonalText FROM = new PersonalText("home");
    private static final PersonalText TO = new PersonalText("Walmart, Route 9");
    private static final PersonalText REASON = new PersonalText("was private");

    @Test
    void a_trip_counts_by_the_standard_rate_of_its_day() {
        when(record("2025-12-31", 123, null));
        then(recorded("2025-12-31", 123, 700, "8.61"));
        when(record("2026-01-01", 123, null));
        then(recorded("2026-01-01", 123, 725, "8.92"));
        when(record("2026-07-01", 123, null));
        then(recorded("2026-07-01", 123, 760, "9.35"));
    }

    @Test
    void half_a_cent_is_rounded_to_the_even_one() {
        when(record("2026-01-01", 2, null));
        then(recorded("2026-01-01", 2, 725, "0.14"));
        when(record("2026-01-01", 6, null));
        then(recorded("2026-01-01", 6, 725, "0.44"));
    }

    @Test
    void a_rate_that_the_business_names_goes_before_the_standard_one() {
        when(record("2026-01-01", 1000, 500));
        then(recorded("2026-01-01", 1000, 500, "50.00"));
    }

    @Test
    void no_rate_is_ever_guessed() {
        when(record("2021-12-31", 10, null));
        thenRejected(ExpenseRejection.RATE_UNKNOWN);
        when(record("2027-01-01", 10, null));
        thenRejected(ExpenseRejection.RATE_UNKNOWN);
        when(record("2027-01-01", 10, 800));
        then(recorded("2027-01-01", 10, 800, "0.80"));
    }

    @Test
    void a_trip_has_miles_and_not_more_than_a_car_drives() {
        when(record("2026-01-01", 0, null));
        thenRejected(ExpenseRejection.MILES_NOT_POSITIVE);
        when(record("2026-01-01", 50_001, null));
        thenRejected(ExpenseRejection.MILES_NOT_POSITIVE);
        when(record("2026-01-01", 50_000, null));
        then(recorded("2026-01-01", 50_000, 725, "3625.00"));
    }

    @Test
    void a_trip_that_is_set_to_another_day_counts_by_that_days_rate() {
        given(recorded("2026-01-01", 100, 725, "7.25"));
        when(new CorrectTrip(TRIP, details("2026-07-01", 100, null)));
        then(new MileageTripCorrected(
                TRIP, ACCOUNT, LocalDate.parse("2026-07-01"), PURPOSE, FROM, TO, 100, 760, usd("7.60"), null, SALE));
    }

    @Test
    void what_is_voided_is_neither_voided_again_nor_corrected_until_it_is_restored() {
        given(recorded("2026-01-01", 100, 725, "7.25"));
        when(new VoidTrip(TRIP, REASON));
        then(new MileageTripVoided(TRIP, ACCOUNT, REASON));
        when(new RestoreTrip(TRIP));
        thenRejected(ExpenseRejection.NOT_VOIDED);
        given(recorded("2026-01-01", 100, 725, "7.25"), new MileageTripVoided(TRIP, ACCOUNT, REASON));
        when(new VoidTrip(TRIP, REASON));
        thenRejected(ExpenseRejection.VOIDED);
        when(new CorrectTrip(TRIP, details("2026-07-01", 100, null)));
        thenRejected(ExpenseRejection.VOIDED);
        when(new RestoreTrip(TRIP));
        then(new MileageTripRestored(TRIP));
    }

    private static RecordTrip record(String day, int miles, @Nullable Integer rate) {
        return new RecordTrip(TRIP, ACCOUNT, details(day, miles, rate));
    }

    private static Details details(String day, int miles, @Nullable Integer rate) {
        return new Details(LocalDate.parse(day), PURPOSE, FROM, TO, miles, rate, null, SALE);
    }

    private static MileageTripRecorded recorded(String day, int miles, int rate, String deduction) {
        return new MileageTripRecorded(
                TRIP, ACCOUNT, LocalDate.parse(day), PURPOSE, FROM, TO, miles, rate, usd(deduction), null, SALE);
    }
}
