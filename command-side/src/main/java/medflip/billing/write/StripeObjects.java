package medflip.billing.write;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import medflip.billing.events.DisputeState;
import medflip.billing.events.InvoiceStatus;
import medflip.billing.events.PlanInterval;
import medflip.billing.events.SeenInvoice;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Stripe's JSON: the present form (since 2025-03-31, "basil") and the one before it, since a webhook is written
 * in the form that its endpoint was made with.
 *
 * @see <a href="https://docs.stripe.com/changelog/basil">What moved in basil</a>
 */
final class StripeObjects {

    /** Under this name a customer and a subscription carry whose they are. */
    static final String TENANT = "tenant";

    private StripeObjects() {}

    /** @throws IllegalArgumentException if it is no subscription that can be understood */
    static Terms terms(JsonNode subscription) {
        JsonNode item = item(subscription);
        JsonNode price = item.has("price") ? item.path("price") : item.path("plan");
        Instant periodEnd = instant(item, "current_period_end");
        Instant paidUntil = periodEnd == null ? instant(subscription, "current_period_end") : periodEnd;
        Instant cancelsAt = instant(subscription, "cancel_at");
        boolean atPeriodEnd = subscription.path("cancel_at_period_end").asBoolean(false);
        Instant endedAt = instant(subscription, "ended_at");
        return new Terms(
                required(subscription, "id"),
                status(required(subscription, "status")),
                plan(price),
                new Money(
                        price.path("unit_amount").asLong(price.path("amount").asLong(0))
                                * item.path("quantity").asLong(1),
                        price.path("currency").asString("usd").toUpperCase(Locale.ROOT)),
                interval(price.path("recurring")
                        .path("interval")
                        .asString(price.path("interval").asString("month"))),
                instant(subscription, "trial_end"),
                paidUntil,
                endedAt != null ? null : cancelsAt == null && atPeriodEnd ? paidUntil : cancelsAt,
                endedAt,
                nextPlan(subscription),
                subscription.path("pause_collection").isObject());
    }

    /** The one thing that is subscribed. */
    static JsonNode item(JsonNode subscription) {
        return subscription.path("items").path("data").path(0);
    }

    static String plan(JsonNode price) {
        return price.path("lookup_key").asString(required(price, "id"));
    }

    /** What a schedule, or a change that waits for its payment, puts in the place of the present price. */
    private static @Nullable String nextPlan(JsonNode subscription) {
        JsonNode schedule = subscription.path("schedule");
        JsonNode phases = schedule.path("phases");
        long current = schedule.path("current_phase").path("start_date").asLong(0);
        for (JsonNode phase : phases.values()) {
            if (phase.path("start_date").asLong(0) > current) {
                JsonNode price = phase.path("items").path(0).path("price");
                return price.isString() ? price.asString() : plan(price);
            }
        }
        JsonNode pending = subscription
                .path("pending_update")
                .path("subscription_items")
                .path(0)
                .path("price");
        return pending.isObject() ? plan(pending) : null;
    }

    static SeenInvoice invoice(JsonNode invoice) {
        String currency = invoice.path("currency").asString("usd").toUpperCase(Locale.ROOT);
        String status = invoice.path("status").asString("draft");
        return new SeenInvoice(
                required(invoice, "id"),
                text(invoice.path("number")),
                switch (status) {
                    case "draft" -> InvoiceStatus.DRAFT;
                    case "open" -> InvoiceStatus.OPEN;
                    case "paid" -> InvoiceStatus.PAID;
                    case "uncollectible" -> InvoiceStatus.UNCOLLECTIBLE;
                    case "void" -> InvoiceStatus.VOID;
                    default -> throw new IllegalArgumentException("No status of an invoice: " + status);
                },
                subscriptionOf(invoice),
                new Money(invoice.path("total").asLong(0), currency),
                new Money(invoice.path("amount_paid").asLong(0), currency),
                Instant.ofEpochSecond(invoice.path("created").asLong(0)),
                invoice.path("attempt_count").asInt(0),
                instant(invoice, "next_payment_attempt"),
                sum(invoice, "total_discount_amounts", currency),
                invoice.has("total_taxes")
                        ? sum(invoice, "total_taxes", currency)
                        : sum(invoice, "total_tax_amounts", currency));
    }

    /** Null where it is nothing. */
    private static @Nullable Money sum(JsonNode invoice, String amounts, String currency) {
        long sum = invoice.path(amounts)
                .valueStream()
                .mapToLong(each -> each.path("amount").asLong(0))
                .sum();
        return sum == 0 ? null : new Money(sum, currency);
    }

    /** What an invoice is for: since basil its parent says so. */
    static @Nullable String subscriptionOf(JsonNode invoice) {
        String ofParent = id(invoice.path("parent").path("subscription_details").path("subscription"));
        return ofParent == null ? id(invoice.path("subscription")) : ofParent;
    }

    /** Of a checkout or an invoice. */
    static boolean isOpen(JsonNode object) {
        return object.path("status").asString("").equals("open");
    }

    static SubscriptionStatus status(String status) {
        return SubscriptionStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    private static PlanInterval interval(String interval) {
        return PlanInterval.valueOf(interval.toUpperCase(Locale.ROOT));
    }

    static DisputeState dispute(String status) {
        return switch (status) {
            case "won", "warning_closed", "prevented" -> DisputeState.WON;
            case "lost" -> DisputeState.LOST;
            default -> status.startsWith("warning") ? DisputeState.WARNED : DisputeState.OPEN;
        };
    }

    /** Whose it is, by what we wrote on it. */
    static Optional<TenantId> tenant(JsonNode object) {
        String said = object.path("metadata")
                .path(TENANT)
                .asString(object.path("client_reference_id").asString(""));
        try {
            return Optional.of(new TenantId(UUID.fromString(said)));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    /** A reference, whether it was expanded or not; null where there is none. */
    static @Nullable String id(JsonNode reference) {
        return reference.isObject() ? text(reference.path("id")) : text(reference);
    }

    static Money amount(JsonNode object, String field) {
        return new Money(
                object.path(field).asLong(0),
                object.path("currency").asString("usd").toUpperCase(Locale.ROOT));
    }

    private static String required(JsonNode object, String field) {
        String value = text(object.path(field));
        if (value == null) {
            throw new IllegalArgumentException("Stripe's object has no " + field);
        }
        return value;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() && !value.asString().isEmpty() ? value.asString() : null;
    }

    static @Nullable Instant instant(JsonNode object, String field) {
        long seconds = object.path(field).asLong(0);
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }
}
