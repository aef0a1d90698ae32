package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.deals.write.DealsApi.deal;
import static medflip.deals.write.DealsApi.orNext;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import medflip.deals.events.Carrier;
import medflip.deals.write.DeliveryCommand.LoseBoxes;
import medflip.deals.write.DeliveryCommand.MakeAppointment;
import medflip.deals.write.DeliveryCommand.MakeLabel;
import medflip.deals.write.DeliveryCommand.MissAppointment;
import medflip.deals.write.DeliveryCommand.OpenClaim;
import medflip.deals.write.DeliveryCommand.SendBoxes;
import medflip.deals.write.DeliveryCommand.SettleClaim;
import medflip.deals.write.DeliveryCommand.VoidLabel;
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

/** Changes of how a deal's boxes come. */
@RestController
@RequestMapping("/api/deals/{id}")
class DeliveryApi {

    private final BusinessCalendar calendar;

    DeliveryApi(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    record ShippingLabelBody(
            @Nullable UUID labelId,
            @Schema(requiredMode = REQUIRED) @Nullable Carrier carrier,
            @Nullable String trackingNumber,
            @Schema(requiredMode = REQUIRED) @Nullable Money cost) {}

    record VoidLabelBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID labelId) {}

    record SentBody(@Nullable LocalDate sentOn) {}

    /** {@code meetAt} is the time where the business is. */
    record AppointmentBody(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate meetOn,

            @Schema(requiredMode = REQUIRED, type = "string", example = "15:30") @Nullable
            LocalTime meetAt,

            @Schema(requiredMode = REQUIRED) @Nullable String place) {}

    record ClaimBody(
            @Schema(requiredMode = REQUIRED) @Nullable Money amount,
            @Nullable String reference) {}

    /** {@code received} is what the carrier paid: nothing, where it refused. */
    record SettlementBody(
            @Schema(requiredMode = REQUIRED) @Nullable Money received) {}

    @PostMapping("/labels")
    ResponseEntity<CommandAnswer> makeLabel(
            CommandRequest request, @PathVariable UUID id, @RequestBody ShippingLabelBody body) {
        Faults faults = new Faults();
        Carrier carrier = faults.required("carrier", body.carrier(), c -> c);
        PersonalText tracking = faults.optional("trackingNumber", body.trackingNumber(), PersonalText::parse);
        Money cost = faults.required("cost", body.cost(), DeliveryApi::cost);
        faults.throwIfAny();
        return request.change(
                new MakeLabel(deal(request, id), orNext(body.labelId()), carrier, tracking, cost, today(request)));
    }

    @PostMapping("/labels/void")
    ResponseEntity<CommandAnswer> voidLabel(
            CommandRequest request, @PathVariable UUID id, @RequestBody VoidLabelBody body) {
        Faults faults = new Faults();
        UUID label = faults.required("labelId", body.labelId(), l -> l);
        faults.throwIfAny();
        return request.change(new VoidLabel(deal(request, id), label, today(request)));
    }

    @PostMapping("/sent")
    ResponseEntity<CommandAnswer> sent(CommandRequest request, @PathVariable UUID id, @RequestBody SentBody body) {
        return request.change(new SendBoxes(deal(request, id), body.sentOn() == null ? today(request) : body.sentOn()));
    }

    @PostMapping("/appointment")
    ResponseEntity<CommandAnswer> makeAppointment(
            CommandRequest request, @PathVariable UUID id, @RequestBody AppointmentBody body) {
        Faults faults = new Faults();
        LocalDate on = faults.required("meetOn", body.meetOn(), day -> day);
        LocalTime at = faults.required("meetAt", body.meetAt(), time -> time);
        PersonalText place = faults.required("place", body.place(), PersonalText::parse);
        faults.check(on == null || !on.isBefore(today(request)), "meetOn", "That day has passed.");
        faults.throwIfAny();
        return request.change(new MakeAppointment(deal(request, id), on, at, place, today(request)));
    }

    @PostMapping("/no-show")
    ResponseEntity<CommandAnswer> noShow(CommandRequest request, @PathVariable UUID id) {
        return request.change(new MissAppointment(deal(request, id), today(request)));
    }

    @PostMapping("/lost")
    ResponseEntity<CommandAnswer> lost(CommandRequest request, @PathVariable UUID id) {
        return request.change(new LoseBoxes(deal(request, id), today(request)));
    }

    @PostMapping("/claim")
    ResponseEntity<CommandAnswer> openClaim(
            CommandRequest request, @PathVariable UUID id, @RequestBody ClaimBody body) {
        Faults faults = new Faults();
        Money amount = faults.required("amount", body.amount(), DeliveryApi::cost);
        PersonalText reference = faults.optional("reference", body.reference(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new OpenClaim(deal(request, id), amount, reference, today(request)));
    }

    @PostMapping("/claim/settle")
    ResponseEntity<CommandAnswer> settleClaim(
            CommandRequest request, @PathVariable UUID id, @RequestBody SettlementBody body) {
        Faults faults = new Faults();
        Money received = faults.required("received", body.received(), DeliveryApi::cost);
        faults.throwIfAny();
        return request.change(new SettleClaim(deal(request, id), received, today(request)));
    }

    /** @throws IllegalArgumentException with a reason that a person can read */
    static Money cost(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("This amount can't be negative.");
        }
        return Money.requireUsable(amount);
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }
}
