package medflip.audit.read.timeline;

import static medflip.platform.command.Rejection.require;

import java.util.UUID;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about what happened. */
@RestController
class TimelineApi {

    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";
    private static final String TEXTS = "messaging.inbox";
    private static final String EXPENSES = "expenses.expenses";
    private static final String MILEAGE = "expenses.mileage";

    private final TimelineStore store;

    TimelineApi(TimelineStore store) {
        this.store = store;
    }

    /** What happened to a person and to their deals, and what was texted with them, the latest first. */
    @GetMapping("/api/customers/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP, DEALS, PEOPLE, TEXTS})
    Page<Entry> findCustomerTimeline(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable TimelineKind kind,
            @ParameterObject PageRequest page) {
        Page<Entry> entries = store.ofCustomer(caller.tenant(), id, kind, page);
        if (kind != null && entries.total() == 0) {
            known(store.ofCustomer(caller.tenant(), id, null, page));
            return entries;
        }
        return known(entries);
    }

    /** What happened to a product, the latest first. */
    @GetMapping("/api/products/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP})
    Page<Entry> findProductTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofProduct(caller.tenant(), id, page));
    }

    /** What happened to a buyer and to its price list, the latest first. */
    @GetMapping("/api/buyers/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP})
    Page<Entry> findBuyerTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofBuyer(caller.tenant(), id, page));
    }

    /** The same by the list; that of the business's own list, and of how it prices, by the business's id. */
    @GetMapping("/api/price-lists/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP})
    Page<Entry> findPriceListTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        Page<Entry> entries = store.ofBuyer(caller.tenant(), id, page);
        // The own list is there before anything happened to it.
        return id.equals(caller.tenant().value()) ? entries : known(entries);
    }

    /**
     * What happened to a deal, to its lots, to what is booked on it, and what was texted meanwhile, the latest first.
     */
    @GetMapping("/api/deals/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP, DEALS, PEOPLE, TEXTS, EXPENSES, MILEAGE})
    Page<Entry> findDealTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofDeal(caller.tenant(), id, page));
    }

    /** What happened to a lot, the latest first. */
    @GetMapping("/api/lots/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP})
    Page<Entry> findLotTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofLot(caller.tenant(), id, page));
    }

    /** What happened to a sale and to what is booked on it, the latest first. */
    @GetMapping("/api/sales/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP, EXPENSES, MILEAGE})
    Page<Entry> findSaleTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofSale(caller.tenant(), id, page));
    }

    /** What happened to an expense, the latest first. */
    @GetMapping("/api/expenses/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP})
    Page<Entry> findExpenseTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofExpense(caller.tenant(), id, page));
    }

    /** What happened to a trip, the latest first. */
    @GetMapping("/api/mileage/{id}/timeline")
    @Reads({TimelineProjection.GROUP, UndoneProjection.GROUP})
    Page<Entry> findTripTimeline(Caller caller, @PathVariable UUID id, @ParameterObject PageRequest page) {
        return known(store.ofTrip(caller.tenant(), id, page));
    }

    /** What exists has at least the event that made it. */
    private static Page<Entry> known(Page<Entry> page) {
        require(page.total() > 0, RequestRejection.NOT_FOUND);
        return page;
    }
}
