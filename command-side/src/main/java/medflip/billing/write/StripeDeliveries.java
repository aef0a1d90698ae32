package medflip.billing.write;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import medflip.billing.events.DisputeState;
import medflip.billing.events.PaymentMethodNeed;
import medflip.billing.events.SeenInvoice;
import medflip.billing.events.SubscriptionId;
import medflip.billing.write.SubscriptionCommand.AnnounceTrialEnd;
import medflip.billing.write.SubscriptionCommand.NoteConfirmationAsked;
import medflip.billing.write.SubscriptionCommand.NoteDispute;
import medflip.billing.write.SubscriptionCommand.NoteInvoiceStuck;
import medflip.billing.write.SubscriptionCommand.NotePaymentMethodNeed;
import medflip.billing.write.SubscriptionCommand.NoteRefund;
import medflip.billing.write.SubscriptionCommand.OpenCustomer;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.DeliveryReader;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Stripe delivers. It comes at least once and in no order, so it says only where to look: the thing itself
 * is asked for, and noted as it stands by then.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/webhooks">Webhooks of subscriptions</a>
 */
@Component
class StripeDeliveries implements DeliveryReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stripe stripe;
    private final StripeLook look;
    private final Standings standings;
    private final Commands commands;
    private final Clock clock;

    StripeDeliveries(Stripe stripe, StripeLook look, Standings standings, Commands commands, Clock clock) {
        this.stripe = stripe;
        this.look = look;
        this.standings = standings;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public void read(Delivery delivery) {
        JsonNode event = JSON.readTree(delivery.content());
        JsonNode object = event.path("data").path("object");
        String type = event.path("type").asString("");
        // What isn't of a business of ours, or of one that was erased, is nobody's.
        tenant(type, event)
                .filter(tenant -> !standings.isErased(tenant))
                .ifPresent(tenant -> read(StripeLook.webhook(tenant), type, object));
    }

    private Optional<TenantId> tenant(String type, JsonNode event) {
        JsonNode object = event.path("data").path("object");
        String customer = customer(type, object);
        if (customer == null) {
            // What was taken from a customer says whose it was before.
            customer = StripeObjects.id(
                    event.path("data").path("previous_attributes").path("customer"));
        }
        if (customer == null) {
            return StripeObjects.tenant(object);
        }
        String whose = customer;
        return standings
                .tenantOf(whose)
                .or(() -> StripeObjects.tenant(object))
                .or(() -> stripe.customer(whose).flatMap(StripeObjects::tenant));
    }

    private @Nullable String customer(String type, JsonNode object) {
        if (type.startsWith("customer.") && type.indexOf('.') == type.lastIndexOf('.')) {
            return StripeObjects.id(object.path("id"));
        }
        String said = StripeObjects.id(object.path("customer"));
        String charge = StripeObjects.id(object.path("charge"));
        return said != null || charge == null
                ? said
                : stripe.charge(charge)
                        .map(found -> StripeObjects.id(found.path("customer")))
                        .orElse(null);
    }

    private void read(Caller caller, String type, JsonNode object) {
        String id = Objects.requireNonNullElse(StripeObjects.id(object.path("id")), "");
        SubscriptionId subscription = SubscriptionId.of(caller.tenant());
        switch (type) {
            case "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired" -> readCheckout(caller, type, id);
            case "customer.created" -> readCreated(caller, id);
            case "customer.deleted" -> look.atAll(caller, id);
            case "customer.subscription.trial_will_end" -> {
                look.atSubscription(caller, id);
                Instant end = StripeObjects.instant(object, "trial_end");
                if (end != null) {
                    commands.send(caller, new AnnounceTrialEnd(subscription, end, clock.instant()));
                }
            }
            case "invoice.payment_action_required" -> {
                SeenInvoice seen = look.atInvoice(caller, id);
                commands.send(caller, new NoteConfirmationAsked(subscription, seen));
            }
            case "invoice.finalization_failed" -> {
                look.atInvoice(caller, id);
                commands.send(caller, new NoteInvoiceStuck(subscription, id));
            }
            case "invoice.upcoming" -> {
                String of = StripeObjects.subscriptionOf(object);
                if (of != null) {
                    look.atNextInvoice(caller, of);
                }
            }
            case "charge.refunded", "charge.updated" -> readCharge(caller, id);
            case "charge.refund.updated", "refund.updated", "refund.created", "refund.failed" -> {
                String charge = StripeObjects.id(object.path("charge"));
                if (charge != null) {
                    readCharge(caller, charge);
                }
            }
            case "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated" -> readDispute(caller, id);
            case "radar.early_fraud_warning.created" ->
                stripe.charge(Objects.requireNonNullElse(StripeObjects.id(object.path("charge")), ""))
                        .ifPresent(charge -> commands.send(
                                caller,
                                new NoteDispute(
                                        subscription,
                                        id,
                                        DisputeState.WARNED,
                                        StripeObjects.amount(charge, "amount"))));
            case "customer.source.expiring" -> need(caller, PaymentMethodNeed.EXPIRES_SOON);
            case "setup_intent.setup_failed" -> need(caller, PaymentMethodNeed.SETUP_FAILED);
            case "payment_method.detached" -> readDetached(caller);
            default -> readByFamily(caller, type, object, id);
        }
    }

    /** Of the rest, what names a subscription or an invoice has that one looked at; anything else changes nothing. */
    private void readByFamily(Caller caller, String type, JsonNode object, String id) {
        if (type.startsWith("customer.subscription.")) {
            look.atSubscription(caller, id);
        } else if (type.startsWith("subscription_schedule.") || type.startsWith("customer.discount.")) {
            String of = StripeObjects.id(object.path("subscription"));
            if (of != null) {
                look.atSubscription(caller, of);
            }
        } else if (type.startsWith("invoice.")) {
            look.atInvoice(caller, id);
        }
    }

    /** Whose it is may be told after it is gone; what was told of it meanwhile was nobody's, and is looked at now. */
    private void readCreated(Caller caller, String customer) {
        if (stripe.customer(customer).isPresent()) {
            commands.send(caller, new OpenCustomer(SubscriptionId.of(caller.tenant()), customer));
        } else {
            look.atAll(caller, customer);
        }
    }

    private void readCheckout(Caller caller, String type, String id) {
        JsonNode checkout = stripe.checkout(id).orElse(null);
        if (checkout == null) {
            return;
        }
        String customer = StripeObjects.id(checkout.path("customer"));
        if (customer != null) {
            commands.send(caller, new OpenCustomer(SubscriptionId.of(caller.tenant()), customer));
        }
        look.atCheckout(caller, checkout, type.endsWith("payment_failed"));
    }

    private void readCharge(Caller caller, String id) {
        stripe.charge(id)
                .ifPresent(charge -> commands.send(
                        caller,
                        new NoteRefund(
                                SubscriptionId.of(caller.tenant()),
                                id,
                                StripeObjects.amount(charge, "amount_refunded"))));
    }

    private void readDispute(Caller caller, String id) {
        stripe.dispute(id)
                .ifPresent(dispute -> commands.send(
                        caller,
                        new NoteDispute(
                                SubscriptionId.of(caller.tenant()),
                                id,
                                StripeObjects.dispute(dispute.path("status").asString("")),
                                StripeObjects.amount(dispute, "amount"))));
    }

    /** One of several may go. */
    private void readDetached(Caller caller) {
        String customer = standings.find(caller.tenant()).customer();
        if (customer != null && stripe.paymentMethodsOf(customer).isEmpty()) {
            need(caller, PaymentMethodNeed.DETACHED);
        }
    }

    private void need(Caller caller, PaymentMethodNeed need) {
        commands.send(caller, new NotePaymentMethodNeed(SubscriptionId.of(caller.tenant()), need, clock.instant()));
    }
}
