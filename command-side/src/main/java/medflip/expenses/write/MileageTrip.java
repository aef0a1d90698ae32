package medflip.expenses.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One trip by car for the business. It counts by the rate of its day, in dollars: the rate is the IRS's. */
@Aggregate(cache = "aggregateCache")
class MileageTrip extends TenantAggregate {

    private static final int TENTHS_OF_MILES_MAX = 50_000;
    private static final String CURRENCY = "USD";

    @AggregateIdentifier
    private MileageTripId id;

    private AccountId accountId;
    private boolean voided;

    MileageTrip() {}

    @CommandHandler
    MileageTrip(RecordTrip command) {
        Details details = checked(command.details());
        int rate = rate(details);
        apply(new MileageTripRecorded(
                command.tripId(),
                command.accountId(),
                details.drivenOn(),
                details.purpose(),
                details.from(),
                details.to(),
                details.tenthsOfMiles(),
                rate,
                deduction(details.tenthsOfMiles(), rate),
                details.dealId(),
                details.saleId()));
    }

    @EventSourcingHandler
    void evolve(MileageTripRecorded event) {
        id = event.tripId();
        accountId = event.accountId();
    }

    @CommandHandler
    void decide(CorrectTrip command) {
        require(!voided, ExpenseRejection.VOIDED);
        Details details = checked(command.details());
        int rate = rate(details);
        apply(new MileageTripCorrected(
                id,
                accountId,
                details.drivenOn(),
                details.purpose(),
                details.from(),
                details.to(),
                details.tenthsOfMiles(),
                rate,
                deduction(details.tenthsOfMiles(), rate),
                details.dealId(),
                details.saleId()));
    }

    @CommandHandler
    void decide(VoidTrip command) {
        require(!voided, ExpenseRejection.VOIDED);
        apply(new MileageTripVoided(id, accountId, command.reason()));
    }

    @EventSourcingHandler
    void evolve(MileageTripVoided event) {
        voided = true;
    }

    @CommandHandler
    void decide(RestoreTrip command) {
        require(voided, ExpenseRejection.NOT_VOIDED);
        apply(new MileageTripRestored(id));
    }

    @EventSourcingHandler
    void evolve(MileageTripRestored event) {
        voided = false;
    }

    private static Details checked(Details details) {
        require(
                details.tenthsOfMiles() > 0 && details.tenthsOfMiles() <= TENTHS_OF_MILES_MAX,
                ExpenseRejection.MILES_NOT_POSITIVE);
        return details;
    }

    private static int rate(Details details) {
        if (details.rate() != null) {
            return details.rate();
        }
        return StandardMileageRate.on(details.drivenOn())
                .map(StandardMileageRate::tenthsOfCents)
                .orElseThrow(() -> new CommandRejected(ExpenseRejection.RATE_UNKNOWN));
    }

    /** Tenths of miles by tenths of cents are hundredths of cents; rounded half-even to the cent. */
    private static Money deduction(int tenthsOfMiles, int rate) {
        return new Money(tenthsOfMiles, CURRENCY).share(rate, 100);
    }

    @Override
    protected MileageTripId id() {
        return id;
    }
}
