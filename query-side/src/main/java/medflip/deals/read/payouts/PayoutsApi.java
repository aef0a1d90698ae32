package medflip.deals.read.payouts;

import java.util.List;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about what people are paid, over all deals. */
@RestController("payoutQuestionsApi")
class PayoutsApi {

    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";
    private static final String ACCOUNT = "accounts.workspace";

    private static final CsvColumns<PayoutItem> CSV = new CsvColumns<PayoutItem>()
            .value("Date", PayoutItem::date)
            .text("Person", PayoutItem::customerName)
            .text("Items", PayoutItem::items)
            .value("State", PayoutItem::stage)
            .money("Amount", PayoutItem::amount)
            .money("Fee", PayoutItem::fee)
            .value("Currency", payout -> payout.amount().currency())
            .value("Method", PayoutItem::method)
            .text("Reference", PayoutItem::reference)
            .text("Remark", PayoutItem::remark)
            .value("Arrived or failed on", PayoutItem::endedOn)
            .value("Deal id", PayoutItem::dealId)
            .value("Id", PayoutItem::id);

    private final PayoutsStore store;

    PayoutsApi(PayoutsStore store) {
        this.store = store;
    }

    /** A page of the payouts, and of what is owed. Sorts: date, customerName, stage, amount. */
    @GetMapping("/api/payouts")
    @Reads({DEALS, PEOPLE})
    Page<PayoutItem> findPayouts(
            Caller caller, @ParameterObject FindPayouts question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/payouts.csv")
    @Reads({DEALS, PEOPLE})
    Listing<PayoutItem> exportPayouts(
            Caller caller,
            @ParameterObject FindPayouts question,
            @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("payouts", CSV, each -> store.forEach(caller.tenant(), question, sort, each));
    }

    /** How many there are of each stage, and what they add up to. */
    @GetMapping("/api/payouts/sums")
    @Reads({DEALS, ACCOUNT})
    List<PayoutSum> findPayoutSums(Caller caller) {
        return store.sums(caller.tenant()).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
