package medflip.inventory.read.value;

import java.time.LocalDate;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How did the stock grow and shrink? */
@RestController
class HistoryApi {

    private static final String ACCOUNT = "accounts.workspace";
    private static final String STOCK = "inventory.stock";

    private final HistoryStore store;

    HistoryApi(HistoryStore store) {
        this.store = store;
    }

    /** How the shelf grew and shrank, by default since the first boxes came. */
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
