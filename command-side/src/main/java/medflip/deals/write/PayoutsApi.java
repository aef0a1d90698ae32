package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.deals.write.DealsApi.deal;
import static medflip.deals.write.DealsApi.orNext;
import static medflip.deals.write.InspectionApi.costOrNone;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.PayoutMethod;
import medflip.deals.write.PayoutCommand.ConfirmPayout;
import medflip.deals.write.PayoutCommand.FailPayout;
import medflip.deals.write.PayoutCommand.PlanPayout;
import medflip.deals.write.PayoutCommand.RecordPayout;
import medflip.deals.write.PayoutCommand.WithdrawPayout;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of a deal's payouts. */
@RestController
@RequestMapping("/api/deals/{id}/payouts")
class PayoutsApi {

    private final BusinessCalendar calendar;

    PayoutsApi(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** {@code fee} is what the way of paying cost. The id of a planned payout has that one paid. */
    record PayoutBody(
            @Nullable UUID payoutId,
            @Schema(requiredMode = REQUIRED) @Nullable Money amount,
            @Schema(requiredMode = REQUIRED) @Nullable PayoutMethod method,
            @Nullable String reference,
            @Nullable Money fee,
            @Nullable LocalDate paidOn) {}

    record PlanBody(
            @Nullable UUID payoutId,
            @Schema(requiredMode = REQUIRED) @Nullable Money amount,
            @Schema(requiredMode = REQUIRED) @Nullable PayoutMethod method,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate plannedFor) {}

    record KnownPayoutBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID payoutId) {}

    record FailedPayoutBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID payoutId,
            @Nullable String remark) {}

    @PostMapping
    ResponseEntity<CommandAnswer> payout(CommandRequest request, @PathVariable UUID id, @RequestBody PayoutBody body) {
        Faults faults = new Faults();
        Money amount = faults.required("amount", body.amount(), Money::requireUsable);
        PayoutMethod method = faults.required("method", body.method(), m -> m);
        PersonalText reference = faults.optional("reference", body.reference(), PersonalText::parse);
        Money fee = costOrNone(faults, "fee", body.fee());
        faults.throwIfAny();
        return request.change(new RecordPayout(
                deal(request, id),
                orNext(body.payoutId()),
                amount,
                method,
                reference,
                fee,
                body.paidOn() == null ? today(request) : body.paidOn()));
    }

    @PostMapping("/plan")
    ResponseEntity<CommandAnswer> plan(CommandRequest request, @PathVariable UUID id, @RequestBody PlanBody body) {
        Faults faults = new Faults();
        Money amount = faults.required("amount", body.amount(), Money::requireUsable);
        PayoutMethod method = faults.required("method", body.method(), m -> m);
        LocalDate plannedFor = faults.required("plannedFor", body.plannedFor(), day -> day);
        faults.throwIfAny();
        return request.change(
                new PlanPayout(deal(request, id), orNext(body.payoutId()), amount, method, plannedFor, today(request)));
    }

    @PostMapping("/withdraw")
    ResponseEntity<CommandAnswer> withdraw(
            CommandRequest request, @PathVariable UUID id, @RequestBody KnownPayoutBody body) {
        return request.change(new WithdrawPayout(deal(request, id), known(body.payoutId()), today(request)));
    }

    @PostMapping("/confirm")
    ResponseEntity<CommandAnswer> confirm(
            CommandRequest request, @PathVariable UUID id, @RequestBody KnownPayoutBody body) {
        return request.change(new ConfirmPayout(deal(request, id), known(body.payoutId()), today(request)));
    }

    @PostMapping("/fail")
    ResponseEntity<CommandAnswer> fail(
            CommandRequest request, @PathVariable UUID id, @RequestBody FailedPayoutBody body) {
        Faults faults = new Faults();
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new FailPayout(deal(request, id), known(body.payoutId()), remark, today(request)));
    }

    private static UUID known(@Nullable UUID asked) {
        Faults faults = new Faults();
        UUID payout = faults.required("payoutId", asked, p -> p);
        faults.throwIfAny();
        return payout;
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }
}
