package medflip.expenses.read.mileage;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the mileage log. */
@RestController("mileageQuestionsApi")
class MileageApi {

    private static final CsvColumns<Trip> CSV = new CsvColumns<Trip>()
            .value("Date", Trip::drivenOn)
            .text("Purpose", Trip::purpose)
            .text("From", Trip::from)
            .text("To", Trip::to)
            .value("Miles", trip -> BigDecimal.valueOf(trip.tenthsOfMiles(), 1))
            .value("Cents a mile", trip -> BigDecimal.valueOf(trip.rate(), 1))
            .money("Deduction", Trip::deduction)
            .value("Currency", trip -> trip.deduction().currency())
            .value("Voided", Trip::voided)
            .text("Void reason", Trip::voidReason)
            .value("Deal id", Trip::dealId)
            .value("Sale id", Trip::saleId)
            .value("Id", Trip::id);

    private final MileageStore store;

    MileageApi(MileageStore store) {
        this.store = store;
    }

    /** A page of the log. Sorts: drivenOn, purpose, miles, deduction. */
    @GetMapping("/api/mileage")
    @Reads(MileageProjection.GROUP)
    Page<Trip> findTrips(Caller caller, @ParameterObject FindTrips question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole log as a file. */
    @ExportMapping("/api/mileage.csv")
    @Reads(MileageProjection.GROUP)
    Listing<Trip> exportTrips(
            Caller caller, @ParameterObject FindTrips question, @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("mileage", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("trip", Trip::id, List.of());
    }

    /** One trip. */
    @GetMapping("/api/mileage/{id}")
    @Reads(MileageProjection.GROUP)
    Trip findTrip(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
