package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.catalog.events.ProductId;
import medflip.deals.write.QuotePricing.Asked;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;

/**
 * One line of a quote. {@code expiry} is year and month. Without a {@code productId} it is the product that the item's
 * name was first given to. {@code unitPrice} is for one sealed box: left out, it is the price list's; another than the
 * list's, or one that leaves too little of what the best buyer pays, needs an {@code overrideReason}.
 */
record LineBody(
        @Nullable UUID productId,
        @Schema(requiredMode = REQUIRED) @Nullable String item,
        @Schema(requiredMode = REQUIRED) @Nullable YearMonth expiry,
        @Schema(requiredMode = REQUIRED) @Nullable Grade grade,
        @Schema(requiredMode = REQUIRED) @Nullable Integer quantity,
        @Nullable Money unitPrice,
        @Nullable UUID retailTwinId,
        @Nullable UUID bestBuyerId,
        @Nullable OverrideReason overrideReason) {

    private static final int QUANTITY_MAX = 100_000;
    private static final int ITEM_MAX = 200;
    private static final int LINES_MAX = 200;

    static List<Asked> asked(Faults faults, TenantId tenant, @Nullable List<LineBody> bodies) {
        List<LineBody> lines = bodies == null ? List.of() : bodies;
        faults.check(!lines.isEmpty(), "lines", DealRejection.NO_LINES.message());
        faults.check(lines.size() <= LINES_MAX, "lines", "A quote has at most " + LINES_MAX + " lines.");
        return IntStream.range(0, Math.min(lines.size(), LINES_MAX))
                .mapToObj(i -> lines.get(i).asked(faults, tenant, i))
                .toList();
    }

    private Asked asked(Faults faults, TenantId tenant, int i) {
        String field = "lines[" + i + "].";
        String name = faults.required(field + "item", item, LineBody::item);
        YearMonth month = faults.required(field + "expiry", expiry, e -> e);
        Grade condition = faults.required(field + "grade", grade, g -> g);
        int boxes = quantity(faults, field + "quantity", quantity);
        Money price = faults.optional(field + "unitPrice", unitPrice, Money::requireUsable);
        faults.check(price == null || !price.isNegative(), field + "unitPrice", "A price can't be negative.");
        return new Asked(
                i + 1,
                product(tenant, productId, name == null ? "" : name),
                name,
                month,
                condition,
                boxes,
                price,
                productOrNull(tenant, retailTwinId),
                buyerOrNull(tenant, bestBuyerId),
                overrideReason);
    }

    /** The product that is named by its id, else the one that the item's name was first given to. */
    static ProductId product(TenantId tenant, @Nullable UUID id, String item) {
        return id == null ? ProductId.named(tenant, item) : ProductId.of(tenant, id);
    }

    static @Nullable ProductId productOrNull(TenantId tenant, @Nullable UUID id) {
        return id == null ? null : ProductId.of(tenant, id);
    }

    static @Nullable BuyerId buyerOrNull(TenantId tenant, @Nullable UUID id) {
        return id == null ? null : BuyerId.of(tenant, id);
    }

    /** @throws IllegalArgumentException with a reason that a person can read */
    static String item(String text) {
        return Texts.line("An item", text, ITEM_MAX);
    }

    static int quantity(Faults faults, String field, @Nullable Integer asked) {
        Integer quantity = faults.required(field, asked, q -> q);
        faults.check(
                quantity == null || quantity >= 1 && quantity <= QUANTITY_MAX,
                field,
                "A quantity is 1 to " + QUANTITY_MAX + ".");
        return quantity == null ? 0 : quantity;
    }
}
