package medflip.reports.read.today;

import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what needs the owner now. */
@RestController
class TodayApi {

    private final TodayStore store;

    TodayApi(TodayStore store) {
        this.store = store;
    }

    /** What needs the owner now, and how the month stands. */
    @GetMapping("/api/today")
    @Reads({"accounts.workspace", "customers.people", "deals.deals", "inventory.stock", "reports.books"})
    Today findToday(Caller caller) {
        return store.today(caller.tenant()).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
