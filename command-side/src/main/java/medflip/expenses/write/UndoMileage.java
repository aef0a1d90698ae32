package medflip.expenses.write;

import medflip.expenses.events.MileageEvent;
import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRecorded;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.write.MileageCommand.CorrectTrip;
import medflip.expenses.write.MileageCommand.Details;
import medflip.expenses.write.MileageCommand.RestoreTrip;
import medflip.expenses.write.MileageCommand.VoidTrip;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import org.springframework.stereotype.Component;

/** The way back from what was done to a trip. */
@Component
class UndoMileage implements Undoing<MileageEvent> {

    @Override
    public Class<MileageEvent> family() {
        return MileageEvent.class;
    }

    @Override
    public Command undo(PastFact<MileageEvent> past) {
        MileageTripId id = past.fact().tripId();
        return switch (past.fact()) {
            case MileageTripRecorded recorded -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case MileageTripCorrected corrected -> {
                past.requireLast(MileageTripCorrected.class::isInstance);
                yield new CorrectTrip(id, before(past));
            }
            case MileageTripVoided voided -> new RestoreTrip(id);
            case MileageTripRestored restored ->
                new VoidTrip(
                        id, past.earlier(MileageTripVoided.class).orElseThrow().reason());
        };
    }

    private static Details before(PastFact<MileageEvent> past) {
        MileageEvent before = past.earlier(
                        event -> event instanceof MileageTripCorrected || event instanceof MileageTripRecorded)
                .orElseThrow();
        return switch (before) {
            case MileageTripRecorded trip ->
                new Details(
                        trip.drivenOn(),
                        trip.purpose(),
                        trip.from(),
                        trip.to(),
                        trip.tenthsOfMiles(),
                        trip.rate(),
                        trip.dealId(),
                        trip.saleId());
            case MileageTripCorrected trip ->
                new Details(
                        trip.drivenOn(),
                        trip.purpose(),
                        trip.from(),
                        trip.to(),
                        trip.tenthsOfMiles(),
                        trip.rate(),
                        trip.dealId(),
                        trip.saleId());
            default -> throw new IllegalStateException("Tells no details: " + before);
        };
    }
}
