package medflip.expenses.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.write.MileageCommand.RestoreTrip;
import medflip.expenses.write.MileageCommand.VoidTrip;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Bulk;
import medflip.platform.web.Bulk.BulkAnswer;
import medflip.platform.web.Bulk.Chosen;
import medflip.platform.web.Bulk.Wish;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One step for several trips. Each is decided for itself: one that is refused never stops the rest. */
@RestController
@RequestMapping("/api/mileage/bulk")
class BulkTripsApi {

    private static final int TRIPS_MAX = 200;

    private final Bulk bulk;

    BulkTripsApi(Bulk bulk) {
        this.bulk = bulk;
    }

    enum TripStep {
        VOID,
        RESTORE
    }

    /** {@code reason} goes with {@code VOID}. */
    record BulkOfTripsBody(
            @Schema(requiredMode = REQUIRED) @Nullable TripStep step,
            @Nullable String reason,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the trips the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfTrips(Caller caller, @RequestBody BulkOfTripsBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the trips that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfTrips(CommandRequest request, @RequestBody BulkOfTripsBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private static List<Wish> wishes(TenantId tenant, BulkOfTripsBody body) {
        Faults faults = new Faults();
        Function<MileageTripId, MileageCommand> step =
                faults.required("step", body.step(), each -> command(faults, each, body));
        return Bulk.wishes(
                faults, TRIPS_MAX, body.chosen(), step == null ? null : id -> step.apply(MileageTripId.of(tenant, id)));
    }

    private static Function<MileageTripId, MileageCommand> command(Faults faults, TripStep step, BulkOfTripsBody body) {
        return switch (step) {
            case VOID -> {
                PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
                yield trip -> new VoidTrip(trip, reason);
            }
            case RESTORE -> RestoreTrip::new;
        };
    }
}
