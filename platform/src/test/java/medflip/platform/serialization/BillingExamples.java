package medflip.platform.serialization;

import java.time.Instant;
import java.util.List;
import medflip.billing.events.CheckoutEnd;
import medflip.billing.events.DisputeState;
import medflip.billing.events.InvoiceStatus;
import medflip.billing.events.PaymentMethodNeed;
import medflip.billing.events.PlanInterval;
import medflip.billing.events.SeenInvoice;
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
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.TenantId;

/** One of each fact of a subscription, with every field filled. */
public final class BillingExamples {

    private static final Instant SEEN = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant END = Instant.parse("2026-12-27T12:00:00Z");

    private BillingExamples() {}

    public static List<DomainEvent> of(TenantId tenant) {
        SubscriptionId id = SubscriptionId.of(tenant);
        return List.of(
                new TrialBegun(id, END),
                new CustomerOpened(id, "cus_Q1"),
                new CheckoutBegun(id, "cs_Q1", "medflip_solo_monthly"),
                new CheckoutEnded(id, "cs_Q1", CheckoutEnd.SUBSCRIBED),
                new SubscriptionSeen(id, terms(SubscriptionStatus.PAST_DUE), SEEN, SEEN),
                new InvoiceSeen(id, invoice(), SEEN),
                new PaymentFailed(id, "in_Q1", Money.usd("29.00"), 1, END),
                new PaymentConfirmationAsked(id, "in_Q1", Money.usd("29.00")),
                new InvoiceStuck(id, "in_Q1"),
                new PaymentRefunded(id, "ch_Q1", Money.usd("29.00")),
                new PaymentDisputed(id, "dp_Q1", DisputeState.OPEN, Money.usd("29.00")),
                new PaymentMethodNeeded(id, PaymentMethodNeed.EXPIRES_SOON, SEEN),
                new TrialEndAnnounced(id, END, true),
                new RenewalAnnounced(id, "sub_Q1", "medflip_solo_monthly", Money.usd("29.00"), END),
                new SubscriptionDoubled(id, "sub_Q2", "sub_Q1"),
                new CustomerGone(id, "cus_Q1"));
    }

    private static Terms terms(SubscriptionStatus status) {
        return new Terms(
                "sub_Q1",
                status,
                "medflip_solo_monthly",
                Money.usd("29.00"),
                PlanInterval.MONTH,
                SEEN,
                END,
                END,
                END,
                "medflip_team_monthly",
                false);
    }

    private static SeenInvoice invoice() {
        return new SeenInvoice(
                "in_Q1",
                "MF-0001",
                InvoiceStatus.OPEN,
                "sub_Q1",
                Money.usd("26.10"),
                Money.usd("0.00"),
                SEEN,
                1,
                END,
                Money.usd("5.00"),
                Money.usd("2.10"));
    }
}
