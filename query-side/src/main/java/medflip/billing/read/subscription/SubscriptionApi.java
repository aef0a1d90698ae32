package medflip.billing.read.subscription;

import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how the business stands with the service, and those who run it how all do. */
@RestController
class SubscriptionApi {

    private static final CsvColumns<SubscriptionInvoice> CSV = new CsvColumns<SubscriptionInvoice>()
            .text("Number", SubscriptionInvoice::number)
            .value("Date", SubscriptionInvoice::createdAt)
            .value("Status", SubscriptionInvoice::status)
            .money("Discount", SubscriptionInvoice::discount)
            .money("Tax", SubscriptionInvoice::tax)
            .money("Total", SubscriptionInvoice::total)
            .money("Paid", SubscriptionInvoice::paid)
            .value("Currency", invoice -> invoice.total().currency())
            .text("Id", SubscriptionInvoice::id);

    private final SubscriptionStore store;

    SubscriptionApi(SubscriptionStore store) {
        this.store = store;
    }

    /** What may be done, until when, and what is subscribed: for everybody, since it concerns them. */
    @GetMapping("/api/subscription")
    @Requires(Permission.SESSION)
    @Reads(SubscriptionProjection.GROUP)
    SubscriptionState findSubscription(Caller caller) {
        return store.state(caller.tenant());
    }

    /** The service's invoices, the newest first. */
    @GetMapping("/api/subscription/invoices")
    @Requires(Permission.ADMINISTER)
    @Reads(SubscriptionProjection.GROUP)
    List<SubscriptionInvoice> findSubscriptionInvoices(Caller caller) {
        return store.invoices(caller.tenant());
    }

    /** The whole list as a file. */
    @ExportMapping("/api/subscription/invoices.csv")
    @Reads(SubscriptionProjection.GROUP)
    Listing<SubscriptionInvoice> exportSubscriptionInvoices(Caller caller) {
        return Listing.of(
                "subscription-invoices",
                CSV,
                each -> store.invoices(caller.tenant()).forEach(each));
    }

    /** What happened to the subscription, the newest first. */
    @GetMapping("/api/subscription/history")
    @Requires(Permission.ADMINISTER)
    @Reads(SubscriptionProjection.GROUP)
    List<BillingEntry> findSubscriptionHistory(Caller caller) {
        return store.history(caller.tenant());
    }

    /** How businesses stand, those first of whom a payment is missing or in doubt, or an invoice can't be finished. */
    @GetMapping("/api/operator/subscriptions")
    @Requires(Permission.OPERATE)
    @Reads({SubscriptionProjection.GROUP, "accounts.workspace"})
    List<BillingOverview> findSubscriptions() {
        return store.all();
    }
}
