package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.Rehearsal;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(BulkDealsApi.class);

    /** As many as a person can look over. */
    private static final int DEALS_MAX = 100;

    private final BusinessCalendar calendar;
    private final Commands commands;
    private final Rehearsal rehearsal;

    BulkDealsApi(BusinessCalendar calendar, Commands commands, Rehearsal rehearsal) {
        this.calendar = calendar;
        this.commands = commands;
        this.rehearsal = rehearsal;
    }

    enum Step {
        HOLD,
        RELEASE,
        CANCEL,
        CLOSE,
        REOPEN
    }

    /** A deal, as it was seen. */
    record ChosenDeal(
            @Schema(requiredMode = REQUIRED) @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable Long version) {}

    /** {@code holdFor} goes with {@code HOLD}, {@code cancelFor} with {@code CANCEL}. */
    record BulkBody(
            @Schema(requiredMode = REQUIRED) @Nullable Step step,
            @Nullable HeldFor holdFor,
            @Nullable CancelReason cancelFor,
            @Nullable String remark,
            @Schema(requiredMode = REQUIRED) @Nullable List<ChosenDeal> deals) {}

    /**
     * What became of one deal, or would.
     *
     * @param version of the deal after the step
     * @param code why it was refused, as a problem code; absent where it was done
     * @param message the same in words
     */
    record DealResult(
            UUID id,
            boolean done,
            @Nullable Long version,
            @Nullable String code,
            @Nullable String message) {

        private static DealResult refused(UUID id, CommandRejected.Reason reason) {
            return new DealResult(id, false, null, reason.code(), reason.message());
        }
    }

    record BulkAnswer(List<DealResult> results) {}

    private record Wish(UUID id, DealCommand command, Conditions conditions) {}

    /** Says which of the deals the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulk(Caller caller, @RequestBody BulkBody body) {
        return new BulkAnswer(
                wishes(caller.tenant(), body, (deal, version) -> new Conditions(null, null, version)).stream()
                        .map(wish -> rehearsal
                                .refusal(caller, wish.command(), wish.conditions())
                                .map(reason -> DealResult.refused(wish.id(), reason))
                                .orElseGet(() -> new DealResult(wish.id(), true, null, null, null)))
                        .toList());
    }

    /** Does the step to each of the deals that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulk(CommandRequest request, @RequestBody BulkBody body) {
        require(request.idempotencyKey() != null, RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        long[] position = new long[1];
        TenantId tenant = request.caller().tenant();
        List<DealResult> results = wishes(tenant, body, (deal, version) -> conditions(request, deal, version)).stream()
                .map(wish -> done(request, wish, accepted -> {
                    position[0] = Math.max(position[0], accepted.position());
                    return new DealResult(wish.id(), true, accepted.version(), null, null);
                }))
                .toList();
        return ResponseEntity.ok()
                .header(WebHeaders.POSITION, Long.toString(position[0]))
                .body(new BulkAnswer(results));
    }

    private DealResult done(CommandRequest request, Wish wish, Function<Accepted, DealResult> then) {
        try {
            return then.apply(commands.send(request.caller(), wish.command(), wish.conditions()));
        } catch (CommandRejected refused) {
            return DealResult.refused(wish.id(), refused.reason());
        } catch (RuntimeException fault) {
            // What happens to this deal is told of this deal; the others were asked for as well.
            log.error("{} failed for {}", wish.command().getClass().getSimpleName(), wish.id(), fault);
            return new DealResult(wish.id(), false, null, "request.failed", "Something went wrong on our side.");
        }
    }

    private List<Wish> wishes(TenantId tenant, BulkBody body, BiFunction<UUID, @Nullable Long, Conditions> conditions) {
        Faults faults = new Faults();
        Function<DealId, DealCommand> step =
                faults.required("step", body.step(), s -> command(faults, s, body, calendar.today(tenant)));
        List<ChosenDeal> deals = body.deals() == null ? List.of() : body.deals();
        faults.check(!deals.isEmpty() && deals.size() <= DEALS_MAX, "deals", "Choose 1 to " + DEALS_MAX + " deals.");
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < Math.min(deals.size(), DEALS_MAX); i++) {
            UUID id = faults.required("deals[" + i + "].id", deals.get(i).id(), given -> given);
            Long version =
                    faults.required("deals[" + i + "].version", deals.get(i).version(), seen -> seen);
            if (step != null && id != null) {
                wishes.add(new Wish(id, step.apply(DealId.of(tenant, id)), conditions.apply(id, version)));
            }
        }
        faults.throwIfAny();
        return wishes;
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

    /** One request's key names as many wishes as there are deals. */
    private static Conditions conditions(CommandRequest request, UUID deal, @Nullable Long version) {
        String key = request.idempotencyKey();
        return new Conditions(key == null ? null : key + "/" + deal, request.requestHash(), version);
    }
}
