package medflip.deals.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.Money;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** How a deal's boxes come: by post or at a meeting. */
public sealed interface DeliveryEvent extends DealEvent {

    /** The person was given a label to send the boxes with. {@code cost} is what the business pays for it. */
    record LabelMade(
            DealId dealId,
            CustomerId customerId,
            UUID labelId,
            Carrier carrier,

            @PersonalData("deals.tracking-number") @Nullable PersonalText trackingNumber,

            Money cost,
            LocalDate madeOn)
            implements DeliveryEvent {}

    /** A label wasn't used: it costs nothing. */
    record LabelVoided(DealId dealId, UUID labelId, Money cost, LocalDate voidedOn) implements DeliveryEvent {}

    /** The person gave the boxes to the carrier. */
    record BoxesSent(DealId dealId, LocalDate sentOn) implements DeliveryEvent {}

    /** When and where the boxes are handed over. It replaces an appointment made before. */
    record AppointmentMade(
            DealId dealId,
            CustomerId customerId,
            LocalDate meetOn,
            LocalTime meetAt,
            @PersonalData("deals.meeting-place") PersonalText place,
            LocalDate madeOn)
            implements DeliveryEvent {}

    /** The person didn't come to the appointment. */
    record AppointmentMissed(DealId dealId, LocalDate missedOn) implements DeliveryEvent {}

    /** The carrier lost the boxes. */
    record BoxesLost(DealId dealId, LocalDate lostOn) implements DeliveryEvent {}

    /** The carrier was asked to make good what it lost or damaged. */
    record ClaimOpened(
            DealId dealId,
            CustomerId customerId,
            Money amount,

            @PersonalData("deals.claim-reference") @Nullable PersonalText reference,

            LocalDate openedOn)
            implements DeliveryEvent {}

    /** The carrier answered the claim; {@code received} may be nothing. */
    record ClaimSettled(DealId dealId, Money received, LocalDate settledOn) implements DeliveryEvent {}
}
