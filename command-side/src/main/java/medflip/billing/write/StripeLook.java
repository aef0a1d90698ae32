package medflip.billing.write;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import medflip.billing.events.CheckoutEnd;
import medflip.billing.events.InvoiceStatus;
import medflip.billing.events.SeenInvoice;
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.Terms;
import medflip.billing.write.SubscriptionCommand.AnnounceRenewal;
import medflip.billing.write.SubscriptionCommand.EndCheckout;
import medflip.billing.write.SubscriptionCommand.MirrorInvoice;
import medflip.billing.write.SubscriptionCommand.MirrorSubscription;
import medflip.billing.write.SubscriptionCommand.NoteCustomerGone;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Looks at Stripe how something stands, and has it noted. */
@Component
class StripeLook {

    private final Stripe stripe;
    private final Commands commands;
    private final Clock clock;

    StripeLook(Stripe stripe, Commands commands, Clock clock) {
        this.stripe = stripe;
        this.commands = commands;
        this.clock = clock;
    }

    /** All that Stripe knows of one customer: what was missed is made good. */
    void atAll(Caller caller, String customer) {
        Instant asked = clock.instant();
        if (stripe.customer(customer).isEmpty()) {
            stripe.subscriptionsOf(customer).forEach(found -> note(caller, found, asked));
            commands.send(caller, new NoteCustomerGone(id(caller), customer));
            return;
        }
        stripe.subscriptionsOf(customer).forEach(found -> note(caller, found, asked));
        stripe.checkoutsOf(customer).reversed().forEach(found -> noteEnd(caller, found, false));
        List<JsonNode> invoices = stripe.invoicesOf(customer);
        // The oldest first, as they came about.
        invoices.reversed()
                .forEach(found ->
                        commands.send(caller, new MirrorInvoice(id(caller), StripeObjects.invoice(found), asked)));
    }

    void atSubscription(Caller caller, String subscription) {
        Instant asked = clock.instant();
        stripe.subscription(subscription).ifPresent(found -> note(caller, found, asked));
    }

    /** What would be paid next, and so whether owners are to be told. An invoice that is to come has no id yet. */
    void atNextInvoice(Caller caller, String subscription) {
        atSubscription(caller, subscription);
        stripe.nextInvoice(subscription)
                .ifPresent(next -> commands.send(
                        caller,
                        new AnnounceRenewal(
                                id(caller), subscription, StripeObjects.amount(next, "amount_due"), clock.instant())));
    }

    /** What it is for is looked at first: whether that has begun says what a payment that failed means. */
    SeenInvoice atInvoice(Caller caller, String invoice) {
        Instant asked = clock.instant();
        JsonNode found = stripe.invoice(invoice).orElse(null);
        if (found == null) {
            return deleted(caller, invoice, asked);
        }
        SeenInvoice seen = StripeObjects.invoice(found);
        if (seen.subscription() != null) {
            atSubscription(caller, seen.subscription());
        }
        commands.send(caller, new MirrorInvoice(id(caller), seen, asked));
        return seen;
    }

    /** Only drafts are ever deleted; what one said, nobody owes. */
    private SeenInvoice deleted(Caller caller, String invoice, Instant asked) {
        SeenInvoice gone = new SeenInvoice(
                invoice,
                null,
                InvoiceStatus.DELETED,
                null,
                Money.zero("USD"),
                Money.zero("USD"),
                asked,
                0,
                null,
                null,
                null);
        commands.send(caller, new MirrorInvoice(id(caller), gone, asked));
        return gone;
    }

    /** @param failed whether a bank refused, which the checkout itself doesn't tell */
    void atCheckout(Caller caller, JsonNode checkout, boolean failed) {
        String subscription = StripeObjects.id(checkout.path("subscription"));
        if (subscription != null) {
            atSubscription(caller, subscription);
        }
        noteEnd(caller, checkout, failed);
    }

    private void noteEnd(Caller caller, JsonNode checkout, boolean failed) {
        CheckoutEnd end = end(checkout, failed);
        if (end != null) {
            commands.send(
                    caller,
                    new EndCheckout(
                            id(caller),
                            checkout.path("id").asString(),
                            end,
                            StripeObjects.id(checkout.path("subscription"))));
        }
    }

    /** Null as long as somebody may finish it. */
    private static @Nullable CheckoutEnd end(JsonNode checkout, boolean failed) {
        boolean paid = !checkout.path("payment_status").asString("").equals("unpaid");
        return switch (checkout.path("status").asString("")) {
            case "expired" -> CheckoutEnd.ABANDONED;
            case "complete" ->
                paid ? CheckoutEnd.SUBSCRIBED : failed ? CheckoutEnd.PAYMENT_FAILED : CheckoutEnd.PAYMENT_PENDING;
            default -> null;
        };
    }

    private void note(Caller caller, JsonNode subscription, Instant asked) {
        Terms terms = StripeObjects.terms(subscription);
        commands.send(caller, new MirrorSubscription(id(caller), terms, asked));
    }

    private static SubscriptionId id(Caller caller) {
        return SubscriptionId.of(caller.tenant());
    }

    static Caller webhook(TenantId tenant) {
        return new Caller(tenant, "webhook:stripe");
    }
}
