package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import medflip.deals.events.CancelReason;
import medflip.deals.events.DealId;
import medflip.deals.events.HeldFor;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.CourseCommand.HoldDeal;
import medflip.deals.write.CourseCommand.ReleaseDeal;
import medflip.deals.write.CourseCommand.ReopenDeal;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessCalendar;
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

/** One step for several deals. Each is decided for itself: one that is refused, or fails, never stops the rest. */
@RestController
@RequestMapping("/api/deals/bulk")
class BulkDealsApi {

    /** As many as a person can look over. */
    private static final int DEALS_MAX = 100;

    private final BusinessCalendar calendar;
    private final Bulk bulk;

    BulkDealsApi(BusinessCalendar calendar, Bulk bulk) {
        this.calendar = calendar;
        this.bulk = bulk;
    }

    enum Step {
        HOLD,
        RELEASE,
        CANCEL,
        CLOSE,
        REOPEN
    }

    /** {@code holdFor} goes with {@code HOLD}, {@code cancelFor} with {@code CANCEL}. */
    record BulkBody(
            @Schema(requiredMode = REQUIRED) @Nullable Step step,
            @Nullable HeldFor holdFor,
            @Nullable CancelReason cancelFor,
            @Nullable String remark,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the deals the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulk(Caller caller, @RequestBody BulkBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the deals that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulk(CommandRequest request, @RequestBody BulkBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private List<Wish> wishes(TenantId tenant, BulkBody body) {
        Faults faults = new Faults();
        Function<DealId, DealCommand> step =
                faults.required("step", body.step(), s -> command(faults, s, body, calendar.today(tenant)));
        return Bulk.wishes(
                faults, DEALS_MAX, body.chosen(), step == null ? null : id -> step.apply(DealId.of(tenant, id)));
    }

    private static Function<DealId, DealCommand> command(Faults faults, Step step, BulkBody body, LocalDate today) {
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        return switch (step) {
            case HOLD -> {
                HeldFor reason = faults.required("holdFor", body.holdFor(), r -> r);
                yield deal -> new HoldDeal(deal, reason, remark, today);
            }
            case RELEASE -> deal -> new ReleaseDeal(deal, today);
            case CANCEL -> {
                CancelReason reason = faults.required("cancelFor", body.cancelFor(), r -> r);
                yield deal -> new CancelDeal(deal, reason, remark, today);
            }
            case CLOSE -> deal -> new CloseDeal(deal, today);
            case REOPEN -> deal -> new ReopenDeal(deal, today);
        };
    }
}
