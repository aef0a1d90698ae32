package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Attestation;
import medflip.deals.events.CancelReason;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.HeldFor;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.CourseCommand.HoldDeal;
import medflip.deals.write.CourseCommand.ReleaseDeal;
import medflip.deals.write.CourseCommand.ReopenDeal;
import medflip.deals.write.QuoteCommand.AcceptQuote;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import medflip.deals.write.QuoteCommand.GiveQuote;
import medflip.deals.write.QuoteCommand.ReviseQuote;
import medflip.deals.write.QuotePricing.Asked;
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

/** Changes of quotes, and of deals as a whole. Dates that a caller leaves out are today, where the business is. */
@RestController
@RequestMapping("/api/deals")
class DealsApi {

    private static final int QUOTE_VALID_DAYS = 7;

    private final BusinessCalendar calendar;
    private final KnownStreams known;
    private final QuotePricing pricing;
    private final WelcomeSellers sellers;

    DealsApi(BusinessCalendar calendar, KnownStreams known, QuotePricing pricing, WelcomeSellers sellers) {
        this.calendar = calendar;
        this.known = known;
        this.pricing = pricing;
        this.sellers = sellers;
    }

    record QuoteBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable UUID customerId,
            @Schema(requiredMode = REQUIRED) @Nullable List<LineBody> lines,
            @Nullable LocalDate validUntil,
            @Nullable String note) {}

    record OfferBody(
            @Schema(requiredMode = REQUIRED) @Nullable List<LineBody> lines,
            @Nullable LocalDate validUntil,
            @Nullable String note) {}

    record AcceptBody(boolean attests) {}

    record DeclineBody(
            @Schema(requiredMode = REQUIRED) @Nullable DeclineReason reason,
            @Nullable String remark) {}

    record CancelBody(
            @Schema(requiredMode = REQUIRED) @Nullable CancelReason reason,
            @Nullable String remark) {}

    record HoldBody(
            @Schema(requiredMode = REQUIRED) @Nullable HeldFor reason,
            @Nullable String remark) {}

    @PostMapping
    ResponseEntity<CommandAnswer> quote(CommandRequest request, @RequestBody QuoteBody body) {
        Faults faults = new Faults();
        TenantId tenant = request.caller().tenant();
        UUID customer = faults.required("customerId", body.customerId(), id -> id);
        List<Asked> asked = LineBody.asked(faults, tenant, body.lines());
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        LocalDate validUntil = validUntil(faults, body.validUntil(), today(request));
        faults.throwIfAny();
        CustomerId seller = CustomerId.of(tenant, customer);
        known.requireKnown(seller);
        sellers.requireWelcome(seller);
        return request.make(new GiveQuote(
                DealId.of(tenant, orNext(body.id())),
                seller,
                pricing.priced(asked, today(request), request.caller()),
                today(request),
                validUntil,
                note));
    }

    /** Puts another offer in the place of one that wasn't taken. */
    @PostMapping("/{id}/revise")
    ResponseEntity<CommandAnswer> revise(CommandRequest request, @PathVariable UUID id, @RequestBody OfferBody body) {
        Faults faults = new Faults();
        List<Asked> asked = LineBody.asked(faults, request.caller().tenant(), body.lines());
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        LocalDate validUntil = validUntil(faults, body.validUntil(), today(request));
        faults.throwIfAny();
        DealId deal = deal(request, id);
        known.requireKnown(deal);
        sellers.requireSellerOf(deal);
        return request.change(new ReviseQuote(
                deal, pricing.priced(asked, today(request), request.caller()), today(request), validUntil, note));
    }

    @PostMapping("/{id}/accept")
    ResponseEntity<CommandAnswer> accept(CommandRequest request, @PathVariable UUID id, @RequestBody AcceptBody body) {
        DealId deal = deal(request, id);
        sellers.requireSellerOf(deal);
        return request.change(
                new AcceptQuote(deal, body.attests(), Attestation.VERSION, AcceptedBy.BUSINESS, today(request)));
    }

    @PostMapping("/{id}/decline")
    ResponseEntity<CommandAnswer> decline(
            CommandRequest request, @PathVariable UUID id, @RequestBody DeclineBody body) {
        Faults faults = new Faults();
        DeclineReason reason = faults.required("reason", body.reason(), r -> r);
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new DeclineQuote(deal(request, id), reason, remark, today(request)));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<CommandAnswer> cancel(CommandRequest request, @PathVariable UUID id, @RequestBody CancelBody body) {
        Faults faults = new Faults();
        CancelReason reason = faults.required("reason", body.reason(), r -> r);
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new CancelDeal(deal(request, id), reason, remark, today(request)));
    }

    /** Takes back that the deal was declined, cancelled or closed. */
    @PostMapping("/{id}/reopen")
    ResponseEntity<CommandAnswer> reopen(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ReopenDeal(deal(request, id), today(request)));
    }

    @PostMapping("/{id}/hold")
    ResponseEntity<CommandAnswer> hold(CommandRequest request, @PathVariable UUID id, @RequestBody HoldBody body) {
        Faults faults = new Faults();
        HeldFor reason = faults.required("reason", body.reason(), r -> r);
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new HoldDeal(deal(request, id), reason, remark, today(request)));
    }

    @PostMapping("/{id}/release")
    ResponseEntity<CommandAnswer> release(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ReleaseDeal(deal(request, id), today(request)));
    }

    @PostMapping("/{id}/close")
    ResponseEntity<CommandAnswer> close(CommandRequest request, @PathVariable UUID id) {
        return request.change(new CloseDeal(deal(request, id), today(request)));
    }

    private static LocalDate validUntil(Faults faults, @Nullable LocalDate asked, LocalDate today) {
        LocalDate until = asked == null ? today.plusDays(QUOTE_VALID_DAYS) : asked;
        faults.check(!until.isBefore(today), "validUntil", "A quote can't have run out already.");
        return until;
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }

    static DealId deal(CommandRequest request, UUID id) {
        return DealId.of(request.caller().tenant(), id);
    }

    static UUID orNext(@Nullable UUID id) {
        return id == null ? Ids.next() : id;
    }
}
