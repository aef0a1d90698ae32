package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.write.DealCommand.AcceptQuote;
import medflip.deals.write.DealCommand.CancelDeal;
import medflip.deals.write.DealCommand.DeclineQuote;
import medflip.deals.write.DealCommand.GiveQuote;
import medflip.deals.write.DealCommand.ReceiveDeal;
import medflip.deals.write.DealCommand.RecordPayout;
import medflip.deals.write.QuotePricing.Asked;
import medflip.kernel.Money;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of deals. Dates that a caller leaves out are today, where the business is. */
@RestController
@RequestMapping("/api/deals")
class DealsApi {

    private static final int QUOTE_VALID_DAYS = 7;
    /** Version of the attestation text that the seller hears or reads. */
    private static final String ATTESTATION_VERSION = "2026-11-24";

    private final BusinessCalendar calendar;
    private final KnownStreams known;
    private final QuotePricing pricing;

    DealsApi(BusinessCalendar calendar, KnownStreams known, QuotePricing pricing) {
        this.calendar = calendar;
        this.known = known;
        this.pricing = pricing;
    }

    record QuoteBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable UUID customerId,
            @Schema(requiredMode = REQUIRED) @Nullable List<LineBody> lines,
            @Nullable LocalDate validUntil,
            @Nullable String note) {}

    record AcceptBody(boolean attests) {}

    record ReceiveBody(
            @Nullable LocalDate receivedOn, @Nullable Money shipping) {}

    record PayoutBody(
            @Nullable UUID payoutId,
            @Schema(requiredMode = REQUIRED) @Nullable Money amount,
            @Schema(requiredMode = REQUIRED) @Nullable PayoutMethod method,
            @Nullable String reference,
            @Nullable LocalDate paidOn) {}

    @PostMapping
    ResponseEntity<CommandAnswer> quote(CommandRequest request, @RequestBody QuoteBody body) {
        Faults faults = new Faults();
        TenantId tenant = request.caller().tenant();
        UUID customer = faults.required("customerId", body.customerId(), id -> id);
        List<Asked> asked = LineBody.asked(faults, tenant, body.lines());
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        LocalDate today = calendar.today(tenant);
        LocalDate validUntil = body.validUntil() == null ? today.plusDays(QUOTE_VALID_DAYS) : body.validUntil();
        faults.check(!validUntil.isBefore(today), "validUntil", "A quote can't have run out already.");
        faults.throwIfAny();
        CustomerId seller = CustomerId.of(tenant, customer);
        known.requireKnown(seller);
        return request.make(new GiveQuote(
                DealId.of(tenant, orNext(body.id())),
                seller,
                pricing.priced(asked, today, request.caller()),
                today,
                validUntil,
                note));
    }

    @PostMapping("/{id}/accept")
    ResponseEntity<CommandAnswer> accept(CommandRequest request, @PathVariable UUID id, @RequestBody AcceptBody body) {
        return request.change(new AcceptQuote(
                deal(request, id),
                body.attests(),
                ATTESTATION_VERSION,
                calendar.today(request.caller().tenant())));
    }

    @PostMapping("/{id}/decline")
    ResponseEntity<CommandAnswer> decline(CommandRequest request, @PathVariable UUID id) {
        return request.change(new DeclineQuote(
                deal(request, id), calendar.today(request.caller().tenant())));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<CommandAnswer> cancel(CommandRequest request, @PathVariable UUID id) {
        return request.change(new CancelDeal(
                deal(request, id), calendar.today(request.caller().tenant())));
    }

    @PostMapping("/{id}/receive")
    ResponseEntity<CommandAnswer> receive(
            CommandRequest request, @PathVariable UUID id, @RequestBody ReceiveBody body) {
        Faults faults = new Faults();
        Money label = faults.optional("shipping", body.shipping(), Money::requireUsable);
        Money shipping = label == null ? Money.zero("USD") : label;
        faults.check(!shipping.isNegative(), "shipping", "A label's cost can't be negative.");
        faults.throwIfAny();
        return request.change(new ReceiveDeal(
                deal(request, id),
                body.receivedOn() == null ? calendar.today(request.caller().tenant()) : body.receivedOn(),
                shipping));
    }

    @PostMapping("/{id}/payouts")
    ResponseEntity<CommandAnswer> payout(CommandRequest request, @PathVariable UUID id, @RequestBody PayoutBody body) {
        Faults faults = new Faults();
        Money amount = faults.required("amount", body.amount(), Money::requireUsable);
        PayoutMethod method = faults.required("method", body.method(), m -> m);
        PersonalText reference = faults.optional("reference", body.reference(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new RecordPayout(
                deal(request, id),
                orNext(body.payoutId()),
                amount,
                method,
                reference,
                body.paidOn() == null ? calendar.today(request.caller().tenant()) : body.paidOn()));
    }

    private static DealId deal(CommandRequest request, UUID id) {
        return DealId.of(request.caller().tenant(), id);
    }

    private static UUID orNext(@Nullable UUID id) {
        return id == null ? Ids.next() : id;
    }
}
