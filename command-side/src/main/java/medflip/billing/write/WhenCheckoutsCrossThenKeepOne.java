package medflip.billing.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import medflip.accounts.events.AccountId;
import medflip.billing.events.InvoiceStatus;
import medflip.billing.events.SubscriptionEvent;
import medflip.billing.events.SubscriptionEvent.CheckoutBegun;
import medflip.billing.events.SubscriptionEvent.CheckoutEnded;
import medflip.billing.events.SubscriptionEvent.InvoiceSeen;
import medflip.billing.events.SubscriptionEvent.SubscriptionDoubled;
import medflip.billing.write.StripeChannel.Act;
import medflip.kernel.TenantId;
import medflip.platform.command.Histories;
import medflip.platform.outbox.Effect;
import medflip.platform.outbox.Outbox;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/**
 * A business has one subscription. Of several visits to Stripe's checkout the last can be finished, and those before it
 * are stopped; where two were finished all the same, one subscription is taken back.
 */
@Automation(processingGroup = "billing.keep-one")
class WhenCheckoutsCrossThenKeepOne {

    private final Outbox outbox;
    private final Histories histories;
    private final Standings standings;

    WhenCheckoutsCrossThenKeepOne(Outbox outbox, Histories histories, Standings standings) {
        this.outbox = outbox;
        this.histories = histories;
        this.standings = standings;
    }

    @EventHandler
    void react(CheckoutBegun event, Recorded recorded) {
        Set<String> open = new LinkedHashSet<>();
        histories
                .of(event.subscriptionId(), SubscriptionEvent.class)
                .takeWhile(earlier -> !earlier.equals(event))
                .forEach(earlier -> {
                    if (earlier instanceof CheckoutBegun begun) {
                        open.add(begun.checkout());
                    } else if (earlier instanceof CheckoutEnded ended) {
                        open.remove(ended.checkout());
                    }
                });
        put(event, recorded, Act.EXPIRE, List.copyOf(open));
    }

    @EventHandler
    void react(SubscriptionDoubled event, Recorded recorded) {
        put(event, recorded, Act.TAKE_BACK, List.of(event.stripeId()));
    }

    /** A bank may pay days after what it pays for was taken back. */
    @EventHandler
    void react(InvoiceSeen event, Recorded recorded) {
        String of = event.invoice().subscription();
        boolean isPaid = event.invoice().status() == InvoiceStatus.PAID
                && event.invoice().paid().minor() > 0;
        if (of != null
                && isPaid
                && histories
                        .of(event.subscriptionId(), SubscriptionDoubled.class)
                        .anyMatch(second -> second.stripeId().equals(of))) {
            put(event, recorded, Act.TAKE_BACK, List.of(of));
        }
    }

    private void put(SubscriptionEvent cause, Recorded recorded, Act act, List<String> of) {
        TenantId tenant = cause.subscriptionId().tenantId();
        String customer = standings.find(tenant).customer();
        if (customer != null && !of.isEmpty()) {
            outbox.put(Effect.of(
                    recorded,
                    AccountId.of(tenant, tenant.value()),
                    StripeChannel.NAME,
                    "billing." + act.word(),
                    StripeChannel.content(act, customer, of)));
        }
    }
}
