package medflip.accounts.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import medflip.billing.events.CheckoutEnd;
import medflip.billing.events.DisputeState;
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
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.kernel.Money;
import medflip.platform.command.Histories;
import medflip.platform.mail.Letter;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Owners hear what concerns their subscription: that a trial ends, that a payment failed, what ended. All of it is
 * essential but for one reminder of a checkout that nobody finished.
 */
@Automation(processingGroup = "accounts.mail-payments")
class WhenPaymentMattersThenMailTheOwners {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final Correspondence correspondence;
    private final Histories histories;
    private final PublicUrl publicUrl;

    WhenPaymentMattersThenMailTheOwners(Correspondence correspondence, Histories histories, PublicUrl publicUrl) {
        this.correspondence = correspondence;
        this.histories = histories;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void react(SubscriptionEvent event, Recorded recorded) {
        Letter letter = switch (event) {
            case TrialEndAnnounced announced -> trialEnds(announced);
            case RenewalAnnounced announced -> renews(announced);
            case PaymentFailed failed -> failed(failed);
            case PaymentConfirmationAsked asked -> confirm(asked);
            case InvoiceStuck stuck -> stuck();
            case PaymentRefunded refunded -> refunded(refunded);
            case PaymentDisputed disputed -> disputed.state() == DisputeState.OPEN ? disputed(disputed) : null;
            case PaymentMethodNeeded needed -> needed(needed);
            case CheckoutEnded ended -> ended(ended);
            case SubscriptionSeen seen -> isDoubled(seen) ? null : seen(seen);
            case SubscriptionDoubled second -> doubled();
            case CustomerGone gone -> null;
            case TrialBegun begun -> null;
            case CustomerOpened opened -> null;
            case CheckoutBegun begun -> null;
            case InvoiceSeen invoice -> null;
        };
        if (letter != null) {
            correspondence.tellOwners(recorded, event.subscriptionId().tenantId(), kind(event), letter);
        }
    }

    private static String kind(SubscriptionEvent event) {
        return switch (event) {
            case TrialEndAnnounced announced -> "billing.trial-ends";
            case RenewalAnnounced announced -> "billing.renewal";
            case PaymentFailed failed -> "billing.payment-failed";
            case PaymentConfirmationAsked asked -> "billing.confirm-payment";
            case PaymentRefunded refunded -> "billing.refunded";
            case PaymentMethodNeeded needed -> "billing.card-needed";
            case CheckoutEnded ended -> "billing.checkout";
            case SubscriptionSeen seen -> "billing.subscription";
            case SubscriptionDoubled second -> "billing.doubled";
            default -> "billing.look-at-payments";
        };
    }

    private Letter trialEnds(TrialEndAnnounced event) {
        String day = day(event.endsAt());
        return Letter.essential("Your trial ends on " + day)
                .says(
                        event.paysThen()
                                ? "Your trial of MedFlip Profit ends on " + day
                                        + ". The first payment is made then; until then you can cancel for nothing."
                                : "Your trial of MedFlip Profit ends on " + day + ". To go on entering purchases and"
                                        + " sales, choose a plan before then.")
                .says("Whatever you decide: all that you entered stays yours. It can be read, searched and taken away.")
                .offers("See the plans", billing());
    }

    private Letter renews(RenewalAnnounced event) {
        String day = day(event.renewsAt());
        return Letter.essential("Your subscription renews on " + day)
                .says("Your subscription of MedFlip Profit renews by itself on " + day
                        + ", and is paid then by what you gave at Stripe.")
                .tells("Amount", dollars(event.amount()))
                .says(
                        "Until then you can take another plan or end it, in the settings. Who ends it keeps what is paid.")
                .offers("See your subscription", billing());
    }

    private Letter failed(PaymentFailed event) {
        Letter letter = Letter.essential("Your payment didn't go through")
                .says("Your bank didn't take the payment for MedFlip Profit.")
                .tells("Amount", dollars(event.due()));
        return (event.nextAttemptAt() == null
                        ? letter.says("It isn't tried again by itself.")
                        : letter.says("It is tried again on " + day(event.nextAttemptAt())
                                + ". You can see to your card before then."))
                .says("For 14 days from the first failure nothing changes for you. After that your data can be read and"
                        + " taken away, and nothing entered, until it is paid.")
                .offers("See to the payment", billing());
    }

    private Letter confirm(PaymentConfirmationAsked event) {
        return Letter.essential("Your bank wants you to confirm a payment")
                .says("Your bank asks you to confirm the payment for MedFlip Profit at its own page.")
                .tells("Amount", dollars(event.due()))
                .offers("Open the invoice", billing());
    }

    private Letter stuck() {
        return Letter.essential("Your invoice can't be finished")
                .says("Something is missing to finish your invoice, mostly an address that the tax can be reckoned for."
                        + " Please look at your billing details.")
                .offers("See the billing details", billing());
    }

    private Letter refunded(PaymentRefunded event) {
        return Letter.essential("You get money back")
                .says("We gave you money back. Your bank shows it within some days.")
                .tells("Amount", dollars(event.refundedSoFar().minus(refundedBefore(event))))
                .offers("See your payments", billing());
    }

    /** Of the same payment. */
    private Money refundedBefore(PaymentRefunded event) {
        return histories
                .of(event.subscriptionId(), PaymentRefunded.class)
                .takeWhile(earlier -> !earlier.equals(event))
                .filter(earlier -> earlier.charge().equals(event.charge()))
                .map(PaymentRefunded::refundedSoFar)
                .reduce((earlier, later) -> later)
                .orElse(Money.zero(event.refundedSoFar().currency()));
    }

    private Letter disputed(PaymentDisputed event) {
        return Letter.essential("A payment is disputed")
                .says("Your bank tells us that a payment for MedFlip Profit is disputed. If that is a mistake, please"
                        + " tell your bank, and us by answering this mail.")
                .tells("Amount", dollars(event.amount()))
                .offers("See your payments", billing());
    }

    private Letter needed(PaymentMethodNeeded event) {
        return Letter.essential("Your card needs a look")
                .says(
                        switch (event.need()) {
                            case EXPIRES_SOON -> "The card that you pay MedFlip Profit with runs out soon.";
                            case SETUP_FAILED -> "The card that you gave for MedFlip Profit couldn't be set up.";
                            case DETACHED -> "There is no card any more that MedFlip Profit is paid with.";
                        })
                .offers("See to the card", billing());
    }

    private @Nullable Letter ended(CheckoutEnded event) {
        return switch (event.end()) {
            case SUBSCRIBED -> null;
            case PAYMENT_PENDING ->
                Letter.essential("Your payment is on its way")
                        .says("Your bank takes some days to pay. You can use all of MedFlip Profit meanwhile.")
                        .offers("See your subscription", billing());
            case PAYMENT_FAILED ->
                Letter.essential("Your bank didn't pay")
                        .says("The payment for your subscription failed at your bank. Please pay in another way.")
                        .offers("See to the payment", billing());
            case ABANDONED ->
                wasReminded(event) || isSubscribed(event) || isFollowed(event)
                        ? null
                        : Letter.optional("You haven't chosen a plan yet")
                                .says(
                                        "You began to pay for MedFlip Profit and didn't finish. Nothing was charged. If you"
                                                + " want to go on, choose a plan again.")
                                .offers("See the plans", billing());
        };
    }

    private boolean wasReminded(CheckoutEnded event) {
        return histories
                .of(event.subscriptionId(), CheckoutEnded.class)
                .takeWhile(earlier -> !earlier.equals(event))
                .anyMatch(earlier -> earlier.end() == CheckoutEnd.ABANDONED);
    }

    /** Somebody began another visit, and decides there. */
    private boolean isFollowed(CheckoutEnded event) {
        return histories
                .of(event.subscriptionId(), CheckoutBegun.class)
                .reduce((earlier, later) -> later)
                .filter(last -> !last.checkout().equals(event.checkout()))
                .isPresent();
    }

    /** It is told once, and not that something began or ended. */
    private boolean isDoubled(SubscriptionSeen event) {
        return histories
                .of(event.subscriptionId(), SubscriptionDoubled.class)
                .anyMatch(second -> second.stripeId().equals(event.terms().stripeId()));
    }

    private Letter doubled() {
        return Letter.essential("You subscribed twice")
                .says("Two visits to the payment page were both finished, so there were two subscriptions of MedFlip"
                        + " Profit for a moment.")
                .says("One goes on. The other was ended at once, and what you paid for it goes back to you: there is"
                        + " nothing for you to do.")
                .offers("See your subscription", billing());
    }

    /** By another visit, before this one was over. */
    private boolean isSubscribed(CheckoutEnded event) {
        Map<String, SubscriptionStatus> last = new HashMap<>();
        histories
                .of(event.subscriptionId(), SubscriptionSeen.class)
                .forEach(seen -> last.put(seen.terms().stripeId(), seen.terms().status()));
        return last.values().stream().anyMatch(WhenPaymentMattersThenMailTheOwners::paysOrTries);
    }

    /** Of a change only what an owner must know: that it began, will end, doesn't after all, or has ended. */
    private @Nullable Letter seen(SubscriptionSeen event) {
        Terms before = before(event);
        Terms now = event.terms();
        boolean was = before != null && paysOrTries(before.status());
        if (paysOrTries(now.status()) && !was) {
            return Letter.essential("Your subscription has begun")
                    .says("Thank you: your subscription of MedFlip Profit has begun.")
                    .says(
                            now.trialEndsAt() != null && now.status() == SubscriptionStatus.TRIALING
                                    ? "The first payment is made on " + day(now.trialEndsAt()) + "."
                                    : "The settings show your invoices, and end it at any time.")
                    .offers("See your subscription", billing());
        }
        if (before == null) {
            return null;
        }
        if (now.cancelsAt() != null && before.cancelsAt() == null) {
            return Letter.essential("Your subscription ends on " + day(now.cancelsAt()))
                    .says("You canceled your subscription of MedFlip Profit. Until " + day(now.cancelsAt())
                            + " all goes on; after that your data can be read, searched and taken away.")
                    .says("Until then you can take that back.")
                    .offers("See your subscription", billing());
        }
        if (before.cancelsAt() != null
                && now.cancelsAt() == null
                && now.status().isLive()) {
            return Letter.essential("Your subscription goes on")
                    .says("You took back that you had canceled: your subscription of MedFlip Profit goes on.")
                    .offers("See your subscription", billing());
        }
        if (before.status().isLive() && !now.status().isLive()) {
            return Letter.essential("Your subscription has ended")
                    .says("Your subscription of MedFlip Profit has ended. Your data can be read, searched and taken"
                            + " away; to enter something again, choose a plan.")
                    .says("None of it is erased because of that. If you want it erased, close the business in the"
                            + " settings.")
                    .offers("See the plans", billing());
        }
        return now.status() == SubscriptionStatus.PAUSED && before.status() != SubscriptionStatus.PAUSED
                ? Letter.essential("Your trial has ended")
                        .says("Your trial has ended and there is no card, so your subscription rests. Your data can be"
                                + " read, searched and taken away.")
                        .offers("Give a card", billing())
                : null;
    }

    private static boolean paysOrTries(SubscriptionStatus status) {
        return status == SubscriptionStatus.ACTIVE
                || status == SubscriptionStatus.TRIALING
                || status == SubscriptionStatus.PAST_DUE;
    }

    /** How the same subscription stood before that event. */
    private @Nullable Terms before(SubscriptionSeen event) {
        return histories
                .of(event.subscriptionId(), SubscriptionSeen.class)
                .takeWhile(earlier -> !earlier.equals(event))
                .map(SubscriptionSeen::terms)
                .filter(terms -> terms.stripeId().equals(event.terms().stripeId()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private String billing() {
        return publicUrl.of("/settings/billing");
    }

    private static String day(Instant at) {
        return DAY.format(LocalDate.ofInstant(at, ZoneId.of("America/New_York")));
    }

    private static String dollars(Money amount) {
        return "$%,d.%02d".formatted(amount.minor() / 100, Math.abs(amount.minor() % 100));
    }
}
