package medflip.inventory.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import medflip.catalog.events.Grade;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.inventory.write.LotCommand.HoldLot;
import medflip.inventory.write.LotCommand.MoveLot;
import medflip.inventory.write.LotCommand.RegradeLot;
import medflip.inventory.write.LotCommand.ReleaseHold;
import medflip.inventory.write.LotCommand.WriteOffLot;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
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

/** One step for several lots. Each is decided for itself: one that is refused never stops the rest. */
@RestController
@RequestMapping("/api/lots/bulk")
class BulkLotsApi {

    private static final int LOTS_MAX = 200;

    private final BusinessCalendar calendar;
    private final Bulk bulk;

    BulkLotsApi(BusinessCalendar calendar, Bulk bulk) {
        this.calendar = calendar;
        this.bulk = bulk;
    }

    enum LotStep {
        MOVE,
        REGRADE,
        HOLD,
        RELEASE,
        WRITE_OFF
    }

    /**
     * {@code location}, or none, goes with {@code MOVE}; {@code grade} with {@code REGRADE}; {@code holdFor} with
     * {@code HOLD}, {@code writeOffFor} with {@code WRITE_OFF}, and {@code note} with both.
     */
    record BulkOfLotsBody(
            @Schema(requiredMode = REQUIRED) @Nullable LotStep step,
            @Nullable String location,
            @Nullable Grade grade,
            @Nullable HoldReason holdFor,
            @Nullable WriteOffReason writeOffFor,
            @Nullable String note,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the lots the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfLots(Caller caller, @RequestBody BulkOfLotsBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the lots that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfLots(CommandRequest request, @RequestBody BulkOfLotsBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private List<Wish> wishes(TenantId tenant, BulkOfLotsBody body) {
        Faults faults = new Faults();
        Function<LotId, LotCommand> step =
                faults.required("step", body.step(), each -> command(faults, each, body, calendar.today(tenant)));
        return Bulk.wishes(
                faults, LOTS_MAX, body.chosen(), step == null ? null : id -> step.apply(LotId.of(tenant, id)));
    }

    private static Function<LotId, LotCommand> command(
            Faults faults, LotStep step, BulkOfLotsBody body, LocalDate today) {
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        return switch (step) {
            case MOVE -> {
                String location = faults.optional("location", body.location(), LotsApi::location);
                yield lot -> new MoveLot(lot, location);
            }
            case REGRADE -> {
                Grade grade = faults.required("grade", body.grade(), each -> each);
                yield lot -> new RegradeLot(lot, grade);
            }
            case HOLD -> {
                HoldReason reason = faults.required("holdFor", body.holdFor(), each -> each);
                yield lot -> new HoldLot(lot, reason, note);
            }
            case RELEASE -> ReleaseHold::new;
            case WRITE_OFF -> {
                WriteOffReason reason = faults.required("writeOffFor", body.writeOffFor(), each -> each);
                yield lot -> new WriteOffLot(lot, Ids.next(), reason, note, today);
            }
        };
    }
}
