package medflip.billing.read.subscription;

import java.time.Instant;
import medflip.billing.events.DisputeState;
import medflip.billing.events.SeenInvoice;
import medflip.billing.events.SubscriptionEvent;
import medflip.billing.events.SubscriptionEvent.CheckoutBegun;
import medflip.billing.events.SubscriptionEvent.CheckoutEnded;
import medflip.billing.events.SubscriptionEvent.CustomerGone;
import medflip.billing.events.SubscriptionEvent.CustomerOpened;
import medflip.billing.events.SubscriptionEvent.InvoiceSeen;
import medflip.billing.events.SubscriptionEvent.InvoiceStuck;
import medflip.billing.events.SubscriptionEvent.PaymentConfirmationAsked;
import medflip.billing.events.SubscriptionEvent.PaymentDisputed;
import medflip.billing.events.SubscriptionEvent.PaymentFailed;
import medflip.billing.events.SubscriptionEvent.PaymentMethodNeeded;
import medflip.billing.events.SubscriptionEvent.PaymentRefunded;
import medflip.billing.events.SubscriptionEvent.RenewalAnnounced;
import medflip.billing.events.SubscriptionEvent.SubscriptionDoubled;
import medflip.billing.events.SubscriptionEvent.SubscriptionSeen;
import medflip.billing.events.SubscriptionEvent.TrialBegun;
import medflip.billing.events.SubscriptionEvent.TrialEndAnnounced;
import medflip.billing.events.Terms;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Fills how businesses stand with the service. */
@Projection(
        processingGroup = SubscriptionProjection.GROUP,
        tables = {"billing_account", "subscribed", "billing_invoice", "billing_entry"})
class SubscriptionProjection {

    static final String GROUP = "billing.subscription";

    private static final String TERMS = """
        INSERT INTO subscribed (tenant_id, stripe_id, status, plan, price, currency, plan_interval, trial_ends_at,
            period_ends_at, cancels_at, ended_at, next_plan, collection_paused, past_due_since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, stripe_id) DO UPDATE SET
            status = excluded.status, plan = excluded.plan, price = excluded.price, currency = excluded.currency,
            plan_interval = excluded.plan_interval, trial_ends_at = excluded.trial_ends_at,
            period_ends_at = excluded.period_ends_at, cancels_at = excluded.cancels_at,
            ended_at = excluded.ended_at, next_plan = excluded.next_plan,
            collection_paused = excluded.collection_paused, past_due_since = excluded.past_due_since
        """;

    private static final String INVOICE = """
        INSERT INTO billing_invoice
            (tenant_id, stripe_id, number, status, total, paid, currency, created_at, next_attempt_at, subscription,
             discount, tax)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, stripe_id) DO UPDATE SET
            number = excluded.number, status = excluded.status, total = excluded.total, paid = excluded.paid,
            currency = excluded.currency, created_at = excluded.created_at,
            next_attempt_at = excluded.next_attempt_at, subscription = excluded.subscription,
            discount = excluded.discount, tax = excluded.tax
        """;

    private static final String ENTRY = """
        INSERT INTO billing_entry
            (tenant_id, position, recorded_at, actor, event, word, plan, amount, currency, until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /** What an entry shows of an event. */
    private record Said(
            @Nullable Object word,
            @Nullable String plan,
            @Nullable Money amount,
            @Nullable Instant until) {

        static final Said NOTHING = new Said(null, null, null, null);
    }

    @EventHandler
    void on(SubscriptionEvent event, Recorded recorded, Rows rows) {
        TenantId tenant = event.subscriptionId().tenantId();
        Said said = switch (event) {
            case TrialBegun begun -> {
                rows.write(event.subscriptionId(), """
                    INSERT INTO billing_account (tenant_id, trial_ends_at) VALUES (?, ?)
                    ON CONFLICT (tenant_id) DO UPDATE SET trial_ends_at = excluded.trial_ends_at
                    """, tenant, begun.endsAt());
                yield new Said(null, null, null, begun.endsAt());
            }
            case TrialEndAnnounced announced -> new Said(null, null, null, announced.endsAt());
            case RenewalAnnounced announced ->
                new Said(null, announced.plan(), announced.amount(), announced.renewsAt());
            case CustomerOpened opened -> {
                customer(event, tenant, true, rows);
                yield Said.NOTHING;
            }
            case CustomerGone gone -> {
                customer(event, tenant, false, rows);
                rows.writeAcross("""
                    UPDATE subscribed SET status = 'CANCELED', cancels_at = NULL, next_plan = NULL,
                        past_due_since = NULL
                    WHERE tenant_id = ? AND status NOT IN ('CANCELED', 'INCOMPLETE_EXPIRED')
                    """, tenant);
                yield Said.NOTHING;
            }
            case CheckoutBegun begun -> new Said(null, begun.plan(), null, null);
            case CheckoutEnded ended -> new Said(ended.end(), null, null, null);
            case SubscriptionSeen seen -> {
                put(seen, tenant, rows);
                Terms terms = seen.terms();
                yield new Said(
                        terms.status(),
                        terms.plan(),
                        terms.price(),
                        terms.cancelsAt() == null ? terms.periodEndsAt() : terms.cancelsAt());
            }
            case InvoiceSeen seen -> {
                put(event, seen.invoice(), tenant, rows);
                yield new Said(seen.invoice().status(), null, seen.invoice().total(), null);
            }
            case PaymentFailed failed -> new Said(null, null, failed.due(), failed.nextAttemptAt());
            case PaymentConfirmationAsked asked -> new Said(null, null, asked.due(), null);
            case InvoiceStuck stuck -> {
                rows.write(
                        event.subscriptionId() + stuck.invoice(),
                        "UPDATE billing_invoice SET stuck = true WHERE tenant_id = ? AND stripe_id = ?",
                        tenant,
                        stuck.invoice());
                yield Said.NOTHING;
            }
            case SubscriptionDoubled second -> {
                rows.write(event.subscriptionId(), """
                    INSERT INTO billing_account (tenant_id, doubled_at) VALUES (?, ?)
                    ON CONFLICT (tenant_id) DO UPDATE SET doubled_at = excluded.doubled_at
                    """, tenant, recorded.at());
                yield Said.NOTHING;
            }
            case PaymentRefunded refunded -> new Said(null, null, refunded.refundedSoFar(), null);
            case PaymentDisputed disputed -> {
                boolean open = disputed.state() == DisputeState.OPEN || disputed.state() == DisputeState.WARNED;
                rows.write(event.subscriptionId(), """
                    INSERT INTO billing_account (tenant_id, disputed) VALUES (?, ?)
                    ON CONFLICT (tenant_id) DO UPDATE SET disputed = excluded.disputed
                    """, tenant, open);
                yield new Said(disputed.state(), null, disputed.amount(), null);
            }
            case PaymentMethodNeeded needed -> new Said(needed.need(), null, null, null);
        };
        rows.write(
                recorded.position(),
                ENTRY,
                tenant,
                recorded.position(),
                recorded.at(),
                recorded.actor(),
                recorded.event(),
                said.word(),
                said.plan(),
                said.amount() == null ? null : said.amount().minor(),
                said.amount() == null ? null : said.amount().currency(),
                said.until());
    }

    private static void customer(SubscriptionEvent event, TenantId tenant, boolean known, Rows rows) {
        rows.write(event.subscriptionId(), """
            INSERT INTO billing_account (tenant_id, customer) VALUES (?, ?)
            ON CONFLICT (tenant_id) DO UPDATE SET customer = excluded.customer
            """, tenant, known);
    }

    private static void put(SubscriptionSeen seen, TenantId tenant, Rows rows) {
        Terms terms = seen.terms();
        rows.write(
                terms.stripeId(),
                TERMS,
                tenant,
                terms.stripeId(),
                terms.status(),
                terms.plan(),
                terms.price().minor(),
                terms.price().currency(),
                terms.interval(),
                terms.trialEndsAt(),
                terms.periodEndsAt(),
                terms.cancelsAt(),
                terms.endedAt(),
                terms.nextPlan(),
                terms.collectionPaused(),
                seen.pastDueSince());
    }

    private static void put(SubscriptionEvent event, SeenInvoice invoice, TenantId tenant, Rows rows) {
        rows.write(
                event.subscriptionId() + invoice.stripeId(),
                INVOICE,
                tenant,
                invoice.stripeId(),
                invoice.number(),
                invoice.status(),
                invoice.total().minor(),
                invoice.paid().minor(),
                invoice.total().currency(),
                invoice.createdAt(),
                invoice.nextAttemptAt(),
                invoice.subscription(),
                invoice.discount() == null ? null : invoice.discount().minor(),
                invoice.tax() == null ? null : invoice.tax().minor());
    }
}
