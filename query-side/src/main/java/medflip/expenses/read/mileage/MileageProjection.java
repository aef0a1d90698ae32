package medflip.expenses.read.mileage;

import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRecorded;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.kernel.PersonalText;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills the mileage log. */
@Projection(processingGroup = MileageProjection.GROUP, tables = "mileage_trip")
class MileageProjection {

    static final String GROUP = "expenses.mileage";

    private static final String RECORDED = """
            INSERT INTO mileage_trip (driven_on, purpose, place_from, place_to, tenths_of_miles, rate, deduction,
                                      currency, deal_id, sale_id, search, version, tenant_id, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CORRECTED = """
            UPDATE mileage_trip SET
                driven_on = ?, purpose = ?, place_from = ?, place_to = ?, tenths_of_miles = ?, rate = ?, deduction = ?,
                currency = ?, deal_id = ?, sale_id = ?, search = ?, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String VOIDED =
            "UPDATE mileage_trip SET voided = ?, void_reason = ?, version = ? WHERE tenant_id = ? AND id = ?";

    @EventHandler
    void on(MileageTripRecorded event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.tripId(),
                RECORDED,
                event.drivenOn(),
                event.purpose().value(),
                text(event.from()),
                text(event.to()),
                event.tenthsOfMiles(),
                event.rate(),
                event.deduction().minor(),
                event.deduction().currency(),
                event.dealId(),
                event.saleId(),
                search(event.purpose(), event.from(), event.to()),
                version,
                event.tripId().tenantId(),
                event.tripId());
    }

    @EventHandler
    void on(MileageTripCorrected event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.tripId(),
                CORRECTED,
                event.drivenOn(),
                event.purpose().value(),
                text(event.from()),
                text(event.to()),
                event.tenthsOfMiles(),
                event.rate(),
                event.deduction().minor(),
                event.deduction().currency(),
                event.dealId(),
                event.saleId(),
                search(event.purpose(), event.from(), event.to()),
                version,
                event.tripId().tenantId(),
                event.tripId());
    }

    @EventHandler
    void on(MileageTripVoided event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.tripId(),
                VOIDED,
                true,
                event.reason().value(),
                version,
                event.tripId().tenantId(),
                event.tripId());
    }

    @EventHandler
    void on(MileageTripRestored event, @SequenceNumber long version, Rows rows) {
        rows.write(event.tripId(), VOIDED, false, null, version, event.tripId().tenantId(), event.tripId());
    }

    private static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.value();
    }

    private static String search(PersonalText purpose, @Nullable PersonalText from, @Nullable PersonalText to) {
        return SearchText.fold(purpose.value(), from == null ? "" : from.value(), to == null ? "" : to.value());
    }
}
