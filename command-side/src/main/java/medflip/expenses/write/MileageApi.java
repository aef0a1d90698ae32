package medflip.expenses.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.AccountId;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.write.ExpensesApi.VoidBody;
import medflip.expenses.write.MileageCommand.CorrectTrip;
import medflip.expenses.write.MileageCommand.Details;
import medflip.expenses.write.MileageCommand.RecordTrip;
import medflip.expenses.write.MileageCommand.RestoreTrip;
import medflip.expenses.write.MileageCommand.VoidTrip;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the mileage log. A date that a caller leaves out is today, where the business is. */
@RestController
@RequestMapping("/api/mileage")
class MileageApi {

    /** Ten dollars a mile: whoever types more has mistaken the unit. */
    private static final int RATE_MAX = 10_000;

    private final BusinessCalendar calendar;
    private final KnownStreams known;
    private final DealsAndSales dealsAndSales;

    MileageApi(BusinessCalendar calendar, KnownStreams known, DealsAndSales dealsAndSales) {
        this.calendar = calendar;
        this.known = known;
        this.dealsAndSales = dealsAndSales;
    }

    /**
     * A trip as a form sends it. {@code tenthsOfMiles} is 123 for 12.3 miles; {@code rate}, in tenths of a cent a mile,
     * is left out for the standard rate of the day; {@code dealId} or {@code saleId} where the trip was for one of
     * them.
     */
    record TripBody(
            @Nullable UUID id,
            @Nullable LocalDate drivenOn,
            @Schema(requiredMode = REQUIRED) @Nullable String purpose,
            @Nullable String from,
            @Nullable String to,
            @Schema(requiredMode = REQUIRED) @Nullable Integer tenthsOfMiles,
            @Nullable Integer rate,
            @Nullable UUID dealId,
            @Nullable UUID saleId) {}

    /** A standard rate, in tenths of a cent a mile, from a day on until the next one's. */
    record Rate(LocalDate from, int rate, String source) {}

    /** Records a trip. */
    @PostMapping
    ResponseEntity<CommandAnswer> recordTrip(CommandRequest request, @RequestBody TripBody body) {
        TenantId tenant = request.caller().tenant();
        UUID id = body.id() == null ? Ids.next() : body.id();
        return request.make(new RecordTrip(
                MileageTripId.of(tenant, id), AccountId.of(tenant, tenant.value()), details(tenant, body)));
    }

    /** Corrects a trip; what it said before stays in its history. */
    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correctTrip(
            CommandRequest request, @PathVariable UUID id, @RequestBody TripBody body) {
        TenantId tenant = request.caller().tenant();
        MileageTripId trip = MileageTripId.of(tenant, id);
        known.requireKnown(trip);
        return request.change(new CorrectTrip(trip, details(tenant, body)));
    }

    /** Takes a trip out of all sums. */
    @PostMapping("/{id}/void")
    ResponseEntity<CommandAnswer> voidTrip(CommandRequest request, @PathVariable UUID id, @RequestBody VoidBody body) {
        return request.change(new VoidTrip(MileageTripId.of(request.caller().tenant(), id), body.parsed()));
    }

    /** Makes a voided trip count again. */
    @PostMapping("/{id}/restore")
    ResponseEntity<CommandAnswer> restoreTrip(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RestoreTrip(MileageTripId.of(request.caller().tenant(), id)));
    }

    /** The IRS's standard rates, the earliest first, each with the paper that set it. */
    @GetMapping("/rates")
    List<Rate> findMileageRates() {
        return Stream.of(StandardMileageRate.values())
                .map(rate -> new Rate(rate.from(), rate.tenthsOfCents(), rate.source()))
                .toList();
    }

    private Details details(TenantId tenant, TripBody body) {
        LocalDate today = calendar.today(tenant);
        LocalDate drivenOn = body.drivenOn() == null ? today : body.drivenOn();
        Faults faults = new Faults();
        faults.check(!drivenOn.isAfter(today), "drivenOn", "This day hasn't come yet.");
        PersonalText purpose = faults.required("purpose", body.purpose(), PersonalText::parse);
        PersonalText from = faults.optional("from", body.from(), PersonalText::parse);
        PersonalText to = faults.optional("to", body.to(), PersonalText::parse);
        Integer miles = faults.required("tenthsOfMiles", body.tenthsOfMiles(), number -> number);
        Integer rate = body.rate();
        faults.check(
                rate == null || rate > 0 && rate <= RATE_MAX, "rate", "A mile counts a tenth of a cent to 10 dollars.");
        DealsAndSales.check(faults, body.dealId(), body.saleId());
        faults.throwIfAny();
        return new Details(
                drivenOn,
                purpose,
                from,
                to,
                miles,
                rate,
                dealsAndSales.deal(tenant, body.dealId()),
                dealsAndSales.sale(tenant, body.saleId()));
    }
}
