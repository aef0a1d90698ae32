package medflip.inventory.read.value;

import java.time.LocalDate;
import medflip.inventory.read.value.InventoryValue.ItemValue;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Faults;
import medflip.platform.web.Listing;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about what stock was worth. */
@RestController
class ValueApi {

    private static final String ACCOUNT = "accounts.workspace";
    private static final String STOCK = "inventory.stock";

    private static final CsvColumns<ItemValue> CSV = new CsvColumns<ItemValue>()
            .text("Item", ItemValue::item)
            .value("Boxes", ItemValue::boxes)
            .money("Cost", ItemValue::cost)
            .value("Currency", item -> item.cost().currency());

    private final ValueStore store;

    ValueApi(ValueStore store) {
        this.store = store;
    }

    /** What was on the shelf at the end of a day, by default today, and what it had cost. */
    @GetMapping("/api/reports/inventory-value")
    @Reads({STOCK, ACCOUNT})
    InventoryValue findInventoryValue(Caller caller, @RequestParam(required = false) @Nullable LocalDate on) {
        return store.on(caller.tenant(), on).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** The same as a file. */
    @ExportMapping("/api/reports/inventory-value.csv")
    @Reads({STOCK, ACCOUNT})
    Listing<ItemValue> exportInventoryValue(Caller caller, @RequestParam(required = false) @Nullable LocalDate on) {
        InventoryValue value = findInventoryValue(caller, on);
        return Listing.of(
                "inventory-value-" + value.on(), CSV, each -> value.items().forEach(each));
    }

    /** How the shelf grew and shrank, by default in the last year. */
    @GetMapping("/api/reports/inventory-history")
    @Reads({STOCK, ACCOUNT})
    InventoryHistory findInventoryHistory(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Faults faults = new Faults();
        faults.check(from == null || to == null || !from.isAfter(to), "from", "The period begins after its end.");
        faults.throwIfAny();
        return store.between(caller.tenant(), from, to)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
