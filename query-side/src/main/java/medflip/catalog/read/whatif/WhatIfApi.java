package medflip.catalog.read.whatif;

import medflip.catalog.read.whatif.WhatIf.RepricedLine;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Reads;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would the past have been at other prices? Nothing is changed by asking. */
@RestController
class WhatIfApi {

    private static final String PRICES = "catalog.prices";
    private static final String PRODUCTS = "catalog.products";
    private static final String DEALS = "deals.deals";
    private static final String STOCK = "inventory.stock";
    private static final String WORKSPACE = "accounts.workspace";

    private static final CsvColumns<RepricedLine> LINES = new CsvColumns<RepricedLine>()
            .value("Quoted on", RepricedLine::quotedOn)
            .value("Deal", RepricedLine::dealId)
            .text("Item", RepricedLine::item)
            .value("Expiry", RepricedLine::expiry)
            .value("Grade", RepricedLine::grade)
            .value("Quantity", RepricedLine::quantity)
            .money("Quoted each", RepricedLine::quotedEach)
            .money("Would be each", RepricedLine::wouldEach)
            .value("Bought", line -> line.was().boxes())
            .money("Paid", line -> line.was().paid())
            .money("Earned", line -> line.was().earned())
            .value("Would be bought", line -> line.would().boxes())
            .money("Would be paid", line -> line.would().paid())
            .money("Would be earned", line -> line.would().earned())
            .value("Currency", line -> line.quotedEach().currency());

    private final WhatIfStore store;

    WhatIfApi(WhatIfStore store) {
        this.store = store;
    }

    /**
     * Quotes of a period by other prices: another version of the list, other tiers, a deduction, a floor under the
     * margin. What would have been bought, paid and earned, beside what was.
     */
    @GetMapping("/api/what-if")
    @Reads({PRICES, PRODUCTS, DEALS, STOCK, WORKSPACE})
    WhatIf findWhatIf(Caller caller, @ParameterObject FindWhatIf question) {
        return store.read(caller.tenant(), question);
    }

    /** The same line by line, as a file. */
    @ExportMapping("/api/what-if.csv")
    @Reads({PRICES, PRODUCTS, DEALS, STOCK, WORKSPACE})
    Listing<RepricedLine> exportWhatIf(Caller caller, @ParameterObject FindWhatIf question) {
        return Listing.of("what-if", LINES, each -> store.forEach(caller.tenant(), question, each));
    }
}
