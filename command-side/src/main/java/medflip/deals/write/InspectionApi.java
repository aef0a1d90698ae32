package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.deals.write.DealsApi.deal;
import static medflip.deals.write.DealsApi.orNext;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Attestation;
import medflip.deals.events.Carrier;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.Difference;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutMethod;
import medflip.deals.write.CourseCommand.BuyOnTheSpot;
import medflip.deals.write.InspectionCommand.AgreeDeal;
import medflip.deals.write.InspectionCommand.DonateBoxes;
import medflip.deals.write.InspectionCommand.Finding;
import medflip.deals.write.InspectionCommand.GiveUpPurchase;
import medflip.deals.write.InspectionCommand.Goods;
import medflip.deals.write.InspectionCommand.InspectLine;
import medflip.deals.write.InspectionCommand.InspectRestAsQuoted;
import medflip.deals.write.InspectionCommand.ReceiveBoxes;
import medflip.deals.write.InspectionCommand.RequoteDeal;
import medflip.deals.write.InspectionCommand.ReturnBoxes;
import medflip.deals.write.QuotePricing.Asked;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.command.KnownStreams;
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

/** Changes of deals whose boxes are here. */
@RestController
@RequestMapping("/api/deals/{id}")
class InspectionApi {

    private static final int FINDINGS_MAX = 20;

    private final BusinessCalendar calendar;
    private final KnownStreams known;
    private final QuotePricing pricing;
    private final WelcomeSellers sellers;

    InspectionApi(BusinessCalendar calendar, KnownStreams known, QuotePricing pricing, WelcomeSellers sellers) {
        this.calendar = calendar;
        this.known = known;
        this.pricing = pricing;
        this.sellers = sellers;
    }

    record ReceiveBody(@Nullable LocalDate receivedOn) {}

    /**
     * Boxes that were found alike. No grade: they are rejected. {@code difference} where they aren't as quoted. Twin
     * and best buyer are those that the price was told with, as in a quote.
     */
    record FindingBody(
            @Schema(requiredMode = REQUIRED) @Nullable YearMonth expiry,
            @Nullable Grade grade,
            @Schema(requiredMode = REQUIRED) @Nullable Integer quantity,
            @Schema(requiredMode = REQUIRED) @Nullable Money unitPrice,
            @Schema(requiredMode = REQUIRED) @Nullable Outcome outcome,
            @Nullable Difference difference,
            @Nullable UUID retailTwinId,
            @Nullable UUID bestBuyerId) {}

    /**
     * What was found of a line; nothing, if no box of it was. {@code item} for a line that wasn't quoted; without a
     * {@code productId} it is the product that the item's name was first given to.
     */
    record InspectBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer line,
            @Nullable UUID productId,
            @Nullable String item,
            @Schema(requiredMode = REQUIRED) @Nullable List<FindingBody> found,
            @Nullable String remark) {}

    record RequoteBody(@Nullable String remark) {}

    /** {@code payoutFee} is what paying will cost: it becomes part of the landed cost. */
    record AgreeBody(@Nullable Money payoutFee) {}

    record GiveUpBody(
            @Schema(requiredMode = REQUIRED) @Nullable DeclineReason reason,
            @Nullable String remark) {}

    record ReturnBody(
            @Nullable Carrier carrier,
            @Nullable String trackingNumber,
            @Nullable Money cost) {}

    /** {@code lines}: those that aren't as quoted. */
    record BuyBody(
            boolean attests,
            @Nullable List<InspectBody> lines,
            @Nullable UUID payoutId,
            @Schema(requiredMode = REQUIRED) @Nullable PayoutMethod method,
            @Nullable String reference,
            @Nullable Money fee) {}

    @PostMapping("/receive")
    ResponseEntity<CommandAnswer> receive(
            CommandRequest request, @PathVariable UUID id, @RequestBody ReceiveBody body) {
        return request.change(
                new ReceiveBoxes(deal(request, id), body.receivedOn() == null ? today(request) : body.receivedOn()));
    }

    @PostMapping("/inspect")
    ResponseEntity<CommandAnswer> inspect(
            CommandRequest request, @PathVariable UUID id, @RequestBody InspectBody body) {
        Faults faults = new Faults();
        InspectLine command = inspection(faults, "", deal(request, id), body, today(request));
        faults.throwIfAny();
        requireKnown(List.of(command));
        return request.change(command);
    }

    /** All lines that weren't inspected yet are as quoted. */
    @PostMapping("/inspect-rest-as-quoted")
    ResponseEntity<CommandAnswer> inspectRestAsQuoted(CommandRequest request, @PathVariable UUID id) {
        return request.change(new InspectRestAsQuoted(deal(request, id), today(request)));
    }

    @PostMapping("/requote")
    ResponseEntity<CommandAnswer> requote(
            CommandRequest request, @PathVariable UUID id, @RequestBody RequoteBody body) {
        Faults faults = new Faults();
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new RequoteDeal(deal(request, id), remark, today(request)));
    }

    /** Settles the price: after a re-quote, because the seller took it. */
    @PostMapping("/agree")
    ResponseEntity<CommandAnswer> agree(CommandRequest request, @PathVariable UUID id, @RequestBody AgreeBody body) {
        Faults faults = new Faults();
        Money fee = costOrNone(faults, "payoutFee", body.payoutFee());
        faults.throwIfAny();
        return request.change(new AgreeDeal(deal(request, id), fee, AcceptedBy.BUSINESS, today(request)));
    }

    @PostMapping("/give-up")
    ResponseEntity<CommandAnswer> giveUp(CommandRequest request, @PathVariable UUID id, @RequestBody GiveUpBody body) {
        Faults faults = new Faults();
        DeclineReason reason = faults.required("reason", body.reason(), r -> r);
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new GiveUpPurchase(deal(request, id), reason, remark, today(request)));
    }

    @PostMapping("/return")
    ResponseEntity<CommandAnswer> returnBoxes(
            CommandRequest request, @PathVariable UUID id, @RequestBody ReturnBody body) {
        Faults faults = new Faults();
        PersonalText tracking = faults.optional("trackingNumber", body.trackingNumber(), PersonalText::parse);
        Money cost = costOrNone(faults, "cost", body.cost());
        faults.throwIfAny();
        return request.change(new ReturnBoxes(deal(request, id), body.carrier(), tracking, cost, today(request)));
    }

    @PostMapping("/donate")
    ResponseEntity<CommandAnswer> donate(CommandRequest request, @PathVariable UUID id) {
        return request.change(new DonateBoxes(deal(request, id), today(request)));
    }

    /** At a meeting: inspect, agree and pay in one step. */
    @PostMapping("/buy-on-the-spot")
    ResponseEntity<CommandAnswer> buyOnTheSpot(
            CommandRequest request, @PathVariable UUID id, @RequestBody BuyBody body) {
        Faults faults = new Faults();
        List<InspectBody> bodies = body.lines() == null ? List.of() : body.lines();
        List<InspectLine> lines = IntStream.range(0, bodies.size())
                .mapToObj(
                        i -> inspection(faults, "lines[" + i + "].", deal(request, id), bodies.get(i), today(request)))
                .toList();
        PayoutMethod method = faults.required("method", body.method(), m -> m);
        PersonalText reference = faults.optional("reference", body.reference(), PersonalText::parse);
        Money fee = costOrNone(faults, "fee", body.fee());
        faults.throwIfAny();
        requireKnown(lines);
        sellers.requireSellerOf(deal(request, id));
        return request.change(new BuyOnTheSpot(
                deal(request, id),
                body.attests(),
                Attestation.VERSION,
                lines,
                orNext(body.payoutId()),
                method,
                reference,
                fee,
                today(request)));
    }

    private void requireKnown(List<InspectLine> lines) {
        lines.forEach(line -> require(
                line.besides() == null || known.isKnown(line.besides().productId()), DealRejection.UNKNOWN_PRODUCT));
    }

    private InspectLine inspection(Faults faults, String field, DealId deal, InspectBody body, LocalDate today) {
        Integer line = faults.required(field + "line", body.line(), l -> l);
        List<FindingBody> bodies = Objects.requireNonNullElse(body.found(), List.of());
        faults.check(bodies.size() <= FINDINGS_MAX, field + "found", "At most " + FINDINGS_MAX + " kinds a line.");
        String item = faults.optional(field + "item", body.item(), LineBody::item);
        Goods besides =
                item == null ? null : new Goods(LineBody.product(deal.tenantId(), body.productId(), item), item);
        PersonalText remark = faults.optional(field + "remark", body.remark(), PersonalText::parse);
        int number = line == null ? 0 : line;
        ProductId product = besides == null ? pricing.quoted(deal, number).orElse(null) : besides.productId();
        List<Finding> found = IntStream.range(0, Math.min(bodies.size(), FINDINGS_MAX))
                .mapToObj(i -> finding(faults, field + "found[" + i + "].", bodies.get(i), product, today))
                .toList();
        return new InspectLine(deal, number, besides, found, remark, today);
    }

    private Finding finding(
            Faults faults, String field, FindingBody body, @Nullable ProductId product, LocalDate today) {
        YearMonth expiry = faults.required(field + "expiry", body.expiry(), month -> month);
        int quantity = LineBody.quantity(faults, field + "quantity", body.quantity());
        Money price = faults.required(field + "unitPrice", body.unitPrice(), DeliveryApi::cost);
        Outcome outcome = faults.required(field + "outcome", body.outcome(), o -> o);
        PriceTrace trace = expiry == null || body.grade() == null || product == null || outcome != Outcome.STOCK
                ? PriceTrace.BY_HAND
                : pricing.trace(
                        new Asked(
                                1,
                                product,
                                "",
                                expiry,
                                body.grade(),
                                quantity,
                                price,
                                LineBody.productOrNull(product.tenantId(), body.retailTwinId()),
                                LineBody.buyerOrNull(product.tenantId(), body.bestBuyerId()),
                                null),
                        today);
        return new Finding(expiry, body.grade(), quantity, price, outcome, body.difference(), trace);
    }

    static Money costOrNone(Faults faults, String field, @Nullable Money asked) {
        Money cost = faults.optional(field, asked, DeliveryApi::cost);
        return cost == null ? Money.zero("USD") : cost;
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }
}
