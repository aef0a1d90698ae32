package medflip.catalog.read.prices;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What if? Asked by POST, since a whole price list doesn't fit an address; nothing is changed by it. */
@RestController
class OpenQuotesApi {

    private final OpenQuotesStore quotes;
    private final PricesStore prices;

    OpenQuotesApi(OpenQuotesStore quotes, PricesStore prices) {
        this.quotes = quotes;
        this.prices = prices;
    }

    record WhatIfLine(
            @Schema(requiredMode = REQUIRED) @Nullable UUID productId,
            @Schema(requiredMode = REQUIRED) @Nullable List<TierPrice> tiers) {}

    record WhatIfBody(
            @Schema(requiredMode = REQUIRED) @Nullable List<GradeShare> grades,
            @Schema(requiredMode = REQUIRED) @Nullable List<ChannelShare> channels,
            @Schema(requiredMode = REQUIRED) @Nullable List<WhatIfLine> lines) {}

    /** The lines of open quotes that would cost something else if these were the business's own prices. */
    @PostMapping("/api/open-quotes/what-if")
    @Requires(Permission.READ)
    @Reads({PricesProjection.GROUP, "catalog.products", "deals.deals", "customers.people", "accounts.workspace"})
    List<QuoteChange> findQuoteChanges(Caller caller, @RequestBody WhatIfBody body) {
        Faults faults = new Faults();
        List<GradeShare> grades = faults.required("grades", body.grades(), shares -> shares);
        List<ChannelShare> channels = faults.required("channels", body.channels(), shares -> shares);
        List<WhatIfLine> lines = faults.required("lines", body.lines(), all -> all);
        Map<UUID, List<TierPrice>> byProduct = new HashMap<>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            UUID product =
                    faults.required("lines[" + i + "].productId", lines.get(i).productId(), id -> id);
            List<TierPrice> tiers =
                    faults.required("lines[" + i + "].tiers", lines.get(i).tiers(), all -> all);
            byProduct.put(product, tiers);
        }
        faults.throwIfAny();
        TenantId tenant = caller.tenant();
        return quotes.changes(
                tenant, new Prices(grades, channels, List.of()), byProduct, prices.rules(tenant), prices.today(tenant));
    }
}
