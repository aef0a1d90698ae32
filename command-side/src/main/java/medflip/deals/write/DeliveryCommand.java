package medflip.deals.write;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import medflip.deals.events.Carrier;
import medflip.deals.events.DealId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What can be asked about how a deal's boxes come. */
public sealed interface DeliveryCommand extends DealCommand {

    /** Notes a label that the business paid for. The same label again changes nothing. */
    record MakeLabel(
            DealId dealId,
            UUID labelId,
            Carrier carrier,
            @Nullable PersonalText trackingNumber,
            Money cost,
            LocalDate madeOn)
            implements DeliveryCommand {}

    /** Notes that a label isn't used. */
    record VoidLabel(DealId dealId, UUID labelId, LocalDate voidedOn) implements DeliveryCommand {}

    /** Notes that the carrier has the boxes. */
    record SendBoxes(DealId dealId, LocalDate sentOn) implements DeliveryCommand {}

    /** Settles when and where the boxes are handed over. */
    record MakeAppointment(DealId dealId, LocalDate meetOn, LocalTime meetAt, PersonalText place, LocalDate madeOn)
            implements DeliveryCommand {}

    /** Notes that the person didn't come. */
    record MissAppointment(DealId dealId, LocalDate missedOn) implements DeliveryCommand {}

    /** Notes that the boxes got lost on their way. */
    record LoseBoxes(DealId dealId, LocalDate lostOn) implements DeliveryCommand {}

    /** Asks the carrier to make good. */
    record OpenClaim(DealId dealId, Money amount, @Nullable PersonalText reference, LocalDate openedOn)
            implements DeliveryCommand {}

    /** Notes what the carrier gave. */
    record SettleClaim(DealId dealId, Money received, LocalDate settledOn) implements DeliveryCommand {}
}
