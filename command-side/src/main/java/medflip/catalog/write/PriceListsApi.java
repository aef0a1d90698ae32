package medflip.catalog.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductId;
import medflip.catalog.write.PriceListCommand.PublishPrices;
import medflip.catalog.write.PriceListCommand.SetPricingRules;
import medflip.catalog.write.PriceListCommand.WithdrawPrices;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes of price lists. A list's id is that of its buyer; that of the business's own is the business's. */
@RestController
class PriceListsApi {

    private static final int LINES_MAX = 5_000;
    private static final int TIERS_MAX = 12;
    private static final int MONTHS_MAX = 60;

    private final BusinessCalendar calendar;
    private final KnownStreams known;
    private final ProductIndex products;

    PriceListsApi(BusinessCalendar calendar, KnownStreams known, ProductIndex products) {
        this.calendar = calendar;
        this.known = known;
        this.products = products;
    }

    /**
     * What a perfect box is worth that has so many months left, or more; and a slightly damaged one, where that isn't
     * the grade's share of it.
     */
    record TierBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer fromMonths,
            @Schema(requiredMode = REQUIRED) @Nullable Money price,
            @Nullable Money damaged) {}

    record PriceLineBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID productId,
            @Schema(requiredMode = REQUIRED) @Nullable List<TierBody> tiers) {}

    /**
     * A new version. {@code basedOn} is the version that was seen, 0 before the first. Without a day it holds from
     * today on; without grades and channels it is full price for perfect boxes, half for slightly damaged ones, retail
     * only.
     */
    record PricesBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer basedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable List<GradeShare> grades,
            @Nullable List<ChannelShare> channels,
            @Schema(requiredMode = REQUIRED) @Nullable List<PriceLineBody> lines) {}

    record WithdrawBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer version) {}

    record RulesBody(
            @Schema(requiredMode = REQUIRED) @Nullable MonthCount monthCount,
            @Schema(requiredMode = REQUIRED) @Nullable Integer minimumMargin) {}

    record SheetBody(
            @Schema(requiredMode = REQUIRED) @Nullable String text) {}

    /** Publishes the next version of a list. */
    @PostMapping("/api/price-lists/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> publish(CommandRequest request, @PathVariable UUID id, @RequestBody PricesBody body) {
        TenantId tenant = request.caller().tenant();
        Faults faults = new Faults();
        Integer basedOn = faults.required("basedOn", body.basedOn(), number -> number);
        Prices prices = prices(faults, tenant, body);
        faults.throwIfAny();
        BuyerId buyer = buyer(tenant, id);
        prices.lines().stream().map(PriceLine::productId).forEach(known::requireKnown);
        return request.make(new PublishPrices(
                PriceListId.of(tenant, id),
                buyer,
                basedOn,
                body.effectiveFrom() == null ? calendar.today(tenant) : body.effectiveFrom(),
                prices));
    }

    /** Takes a version back; what was quoted by it stays. */
    @PostMapping("/api/price-lists/{id}/withdraw")
    ResponseEntity<CommandAnswer> withdraw(
            CommandRequest request, @PathVariable UUID id, @RequestBody WithdrawBody body) {
        Faults faults = new Faults();
        Integer version = faults.required("version", body.version(), number -> number);
        faults.throwIfAny();
        return request.change(new WithdrawPrices(PriceListId.of(request.caller().tenant(), id), version));
    }

    /** Reads a price list as buyers send it, or a CSV file; nothing is published. */
    @PostMapping("/api/price-sheets/preview")
    @Requires(Permission.READ)
    PriceSheet preview(Caller caller, @RequestBody SheetBody body) {
        Faults faults = new Faults();
        String text = faults.required("text", body.text(), PriceSheet::checked);
        faults.throwIfAny();
        return PriceSheet.read(text, products.names(caller.tenant()));
    }

    /** Sets how the business prices. */
    @PostMapping("/api/pricing-rules")
    @Requires(Permission.ADMINISTER)
    ResponseEntity<CommandAnswer> setRules(CommandRequest request, @RequestBody RulesBody body) {
        Faults faults = new Faults();
        MonthCount count = faults.required("monthCount", body.monthCount(), c -> c);
        Integer margin = faults.required("minimumMargin", body.minimumMargin(), m -> m);
        faults.check(margin == null || margin >= 0 && margin < 100, "minimumMargin", "A margin is 0 to 99 percent.");
        faults.throwIfAny();
        return request.make(
                new SetPricingRules(PriceListId.own(request.caller().tenant()), new PricingRules(count, margin)));
    }

    /** Null for the business's own list. */
    private @Nullable BuyerId buyer(TenantId tenant, UUID list) {
        if (list.equals(tenant.value())) {
            return null;
        }
        BuyerId buyer = BuyerId.of(tenant, list);
        known.requireKnown(buyer);
        return buyer;
    }

    private static Prices prices(Faults faults, TenantId tenant, PricesBody body) {
        List<PriceLineBody> bodies = body.lines() == null ? List.of() : body.lines();
        faults.check(!bodies.isEmpty(), "lines", PriceListRejection.NO_PRICES.message());
        faults.check(bodies.size() <= LINES_MAX, "lines", "A list has at most " + LINES_MAX + " products.");
        List<PriceLine> lines = IntStream.range(0, Math.min(bodies.size(), LINES_MAX))
                .mapToObj(i -> line(faults, tenant, "lines[" + i + "]", bodies.get(i)))
                .toList();
        Prices usual = Prices.usual(lines);
        List<GradeShare> grades = body.grades() == null ? usual.grades() : body.grades();
        List<ChannelShare> channels = body.channels() == null ? usual.channels() : body.channels();
        faults.check(
                grades.stream().allMatch(share -> isShare(share.percent())), "grades", "A share is 0 to 100 percent.");
        faults.check(
                channels.stream().allMatch(share -> isShare(share.percent())),
                "channels",
                "A share is 0 to 100 percent.");
        return new Prices(grades, channels, lines);
    }

    private static PriceLine line(Faults faults, TenantId tenant, String field, PriceLineBody body) {
        UUID product = faults.required(field + ".productId", body.productId(), id -> id);
        List<TierBody> bodies = body.tiers() == null ? List.of() : body.tiers();
        faults.check(
                !bodies.isEmpty() && bodies.size() <= TIERS_MAX, field + ".tiers", "1 to " + TIERS_MAX + " tiers.");
        List<TierPrice> tiers = IntStream.range(0, Math.min(bodies.size(), TIERS_MAX))
                .mapToObj(i -> tier(faults, field + ".tiers[" + i + "]", bodies.get(i)))
                .toList();
        return new PriceLine(ProductId.of(tenant, product == null ? tenant.value() : product), tiers);
    }

    private static TierPrice tier(Faults faults, String field, TierBody body) {
        Integer months = faults.required(field + ".fromMonths", body.fromMonths(), number -> number);
        Money price = faults.required(field + ".price", body.price(), Money::requireUsable);
        faults.check(
                months == null || months >= 0 && months <= MONTHS_MAX,
                field + ".fromMonths",
                "Months are 0 to " + MONTHS_MAX + ".");
        faults.check(price == null || price.isPositive(), field + ".price", "A price is more than nothing.");
        Money damaged = faults.optional(field + ".damaged", body.damaged(), Money::requireUsable);
        faults.check(
                damaged == null || price == null || damaged.isPositive() && damaged.minor() <= price.minor(),
                field + ".damaged",
                "A damaged box is worth more than nothing, and not more than a perfect one.");
        return new TierPrice(months == null ? 0 : months, price, damaged);
    }

    private static boolean isShare(int percent) {
        return percent >= 0 && percent <= 100;
    }
}
