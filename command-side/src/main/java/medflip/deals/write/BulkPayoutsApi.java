package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.write.PayoutCommand.ConfirmPayout;
import medflip.deals.write.PayoutCommand.RecordPayout;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Bulk;
import medflip.platform.web.Bulk.BulkAnswer;
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

/**
 * One step for several payouts, of whatever deals. Each is decided for itself, by its own id and amount: several of one
 * deal don't stand in each other's way, and none is made twice.
 */
@RestController
@RequestMapping("/api/payouts/bulk")
class BulkPayoutsApi {

    private static final int PAYOUTS_MAX = 100;

    private final BusinessCalendar calendar;
    private final Bulk bulk;

    BulkPayoutsApi(BusinessCalendar calendar, Bulk bulk) {
        this.calendar = calendar;
        this.bulk = bulk;
    }

    enum PayoutStep {
        PAY,
        CONFIRM
    }

    /**
     * One of the payouts.
     *
     * @param id of the payout, as the list tells it: of the deal, where money is owed that nobody has planned to pay
     * @param amount that is paid, as it was seen; goes with {@code PAY}
     */
    record ChosenPayout(
            @Schema(requiredMode = REQUIRED) @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable UUID dealId,
            @Nullable Money amount) {}

    /** {@code method} goes with {@code PAY}. */
    record BulkOfPayoutsBody(
            @Schema(requiredMode = REQUIRED) @Nullable PayoutStep step,
            @Nullable PayoutMethod method,
            @Schema(requiredMode = REQUIRED) @Nullable List<ChosenPayout> chosen) {}

    /** Says which of the payouts the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfPayouts(Caller caller, @RequestBody BulkOfPayoutsBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the payouts that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfPayouts(CommandRequest request, @RequestBody BulkOfPayoutsBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private List<Wish> wishes(TenantId tenant, BulkOfPayoutsBody body) {
        Faults faults = new Faults();
        LocalDate today = calendar.today(tenant);
        PayoutStep step = faults.required("step", body.step(), each -> each);
        PayoutMethod method = step == PayoutStep.PAY ? faults.required("method", body.method(), each -> each) : null;
        List<ChosenPayout> payouts = body.chosen() == null ? List.of() : body.chosen();
        Bulk.requireSome(faults, PAYOUTS_MAX, payouts);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < Math.min(payouts.size(), PAYOUTS_MAX); i++) {
            String field = "chosen[" + i + "].";
            ChosenPayout payout = payouts.get(i);
            UUID id = faults.required(field + "id", payout.id(), each -> each);
            UUID deal = faults.required(field + "dealId", payout.dealId(), each -> each);
            Money amount = step == PayoutStep.PAY
                    ? faults.required(field + "amount", payout.amount(), Money::requireUsable)
                    : null;
            if (id != null && deal != null) {
                DealId dealId = DealId.of(tenant, deal);
                wishes.add(new Wish(
                        id,
                        null,
                        method == null || amount == null
                                ? new ConfirmPayout(dealId, id, today)
                                : new RecordPayout(
                                        dealId,
                                        id.equals(deal) ? Ids.next() : id,
                                        amount,
                                        method,
                                        null,
                                        amount.times(0),
                                        today)));
            }
        }
        faults.throwIfAny();
        return wishes;
    }
}
