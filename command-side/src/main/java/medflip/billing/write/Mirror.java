package medflip.billing.write;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import medflip.billing.events.CheckoutEnd;
import medflip.billing.events.DisputeState;
import medflip.billing.events.InvoiceStatus;
import medflip.billing.events.PaymentMethodNeed;
import medflip.billing.events.SeenInvoice;
import medflip.billing.events.Standing;
import medflip.billing.events.Standing.Subscribed;
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
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.billing.write.SubscriptionCommand.AnnounceRenewal;
import medflip.billing.write.SubscriptionCommand.AnnounceTrialEnd;
import medflip.billing.write.SubscriptionCommand.BeginCheckout;
import medflip.billing.write.SubscriptionCommand.BeginTrial;
import medflip.billing.write.SubscriptionCommand.EndCheckout;
import medflip.billing.write.SubscriptionCommand.MirrorInvoice;
import medflip.billing.write.SubscriptionCommand.MirrorSubscription;
import medflip.billing.write.SubscriptionCommand.NoteConfirmationAsked;
import medflip.billing.write.SubscriptionCommand.NoteCustomerGone;
import medflip.billing.write.SubscriptionCommand.NoteDispute;
import medflip.billing.write.SubscriptionCommand.NoteInvoiceStuck;
import medflip.billing.write.SubscriptionCommand.NotePaymentMethodNeed;
import medflip.billing.write.SubscriptionCommand.NoteRefund;
import medflip.billing.write.SubscriptionCommand.OpenCustomer;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a business at Stripe. What comes late, twice or in another order leads to the same: each thing is
 * noted as it stood when Stripe was asked, and what was asked earlier never covers what was asked later.
 */
final class Mirror {

    /** Whoever is told earlier has forgotten it by then; of a trial of fewer days nobody is told. */
    static final Duration ANNOUNCED_BEFORE = Duration.ofDays(3);

    /** Stripe says it a few hours before or after. */
    private static final Duration ABOUT = Duration.ofHours(12);

    /** A card that runs out is told of monthly. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(25);

    private record KnownInvoice(SeenInvoice invoice, Instant seenAt) {}

    private Standing standing = Standing.NEW;
    private final Map<String, Instant> seenAt = new HashMap<>();
    private final Map<String, KnownInvoice> invoices = new HashMap<>();
    private final Map<String, @Nullable CheckoutEnd> checkouts = new HashMap<>();
    private final Map<String, Money> refunds = new HashMap<>();
    private final Map<String, DisputeState> disputes = new HashMap<>();
    private final Map<PaymentMethodNeed, Instant> needs = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> stuck = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();
    private final Set<Instant> announced = new HashSet<>();
    private final Map<String, Instant> renewals = new HashMap<>();

    Standing standing() {
        return standing;
    }

    /** What follows from what is known and this; nothing, where it is known. */
    List<SubscriptionEvent> decide(SubscriptionCommand command) {
        SubscriptionId id = command.subscriptionId();
        return switch (command) {
            case BeginTrial begin ->
                standing.trialEndsAt() == null ? List.of(new TrialBegun(id, begin.endsAt())) : List.of();
            case AnnounceTrialEnd announce -> announce(announce);
            case AnnounceRenewal announce -> announce(announce);
            case OpenCustomer open ->
                open.customer().equals(standing.customer())
                        ? List.of()
                        : List.of(new CustomerOpened(id, open.customer()));
            case NoteCustomerGone gone ->
                gone.customer().equals(standing.customer())
                        ? List.of(new CustomerGone(id, gone.customer()))
                        : List.of();
            case BeginCheckout begin ->
                checkouts.containsKey(begin.checkout())
                        ? List.of()
                        : List.of(new CheckoutBegun(id, begin.checkout(), begin.plan()));
            case EndCheckout end -> end(end);
            case MirrorSubscription mirror -> mirror(mirror);
            case MirrorInvoice mirror -> mirror(mirror);
            case NoteConfirmationAsked confirm ->
                confirm.invoice().status() == InvoiceStatus.OPEN
                                && !asked.contains(confirm.invoice().stripeId())
                        ? List.of(new PaymentConfirmationAsked(
                                id, confirm.invoice().stripeId(), due(confirm.invoice())))
                        : List.of();
            case NoteInvoiceStuck note ->
                stuck.contains(note.invoice()) || isFinished(note.invoice())
                        ? List.of()
                        : List.of(new InvoiceStuck(id, note.invoice()));
            case NoteRefund refund -> {
                Money known = refunds.get(refund.charge());
                yield refund.refundedSoFar().minor() > (known == null ? 0 : known.minor())
                        ? List.of(new PaymentRefunded(id, refund.charge(), refund.refundedSoFar()))
                        : List.of();
            }
            case NoteDispute note -> {
                DisputeState known = disputes.get(note.dispute());
                yield known == null || known.compareTo(note.state()) < 0
                        ? List.of(new PaymentDisputed(id, note.dispute(), note.state(), note.amount()))
                        : List.of();
            }
            case NotePaymentMethodNeed note -> {
                Instant known = needs.get(note.need());
                yield known == null || note.noticedAt().isAfter(known.plus(TOLD_AGAIN_AFTER))
                        ? List.of(new PaymentMethodNeeded(id, note.need(), note.noticedAt()))
                        : List.of();
            }
        };
    }

    /** By the time that it is told, it may have been seen to. */
    private boolean isFinished(String invoice) {
        KnownInvoice known = invoices.get(invoice);
        return known != null && known.invoice().status() != InvoiceStatus.DRAFT;
    }

    /** Two visits that were both paid, each before the other could be stopped, leave one subscription too many. */
    private List<SubscriptionEvent> end(EndCheckout end) {
        SubscriptionId id = end.subscriptionId();
        boolean known = isOver(end.checkout()) || end.end() == checkouts.get(end.checkout());
        Stream<SubscriptionEvent> ended =
                known ? Stream.of() : Stream.of(new CheckoutEnded(id, end.checkout(), end.end()));
        Stream<SubscriptionEvent> doubled = another(end.subscription()).stream()
                .map(kept -> new SubscriptionDoubled(id, Objects.requireNonNull(end.subscription()), kept));
        return Stream.concat(ended, doubled).toList();
    }

    /** What runs beside that one, which runs as well, and isn't itself one too many. */
    private Optional<String> another(@Nullable String subscription) {
        Subscribed subscribed = standing.subscriptions().get(subscription == null ? "" : subscription);
        return subscribed == null
                        || doubled.contains(subscription)
                        || !subscribed.terms().status().isLive()
                ? Optional.empty()
                : standing.live().stream()
                        .map(Subscribed::terms)
                        .filter(each -> each.status() != SubscriptionStatus.INCOMPLETE)
                        .map(Terms::stripeId)
                        .filter(each -> !each.equals(subscription) && !doubled.contains(each))
                        .min(Comparator.naturalOrder());
    }

    /** A payment that is pending still ends. */
    private boolean isOver(String checkout) {
        CheckoutEnd end = checkouts.get(checkout);
        return end != null && end != CheckoutEnd.PAYMENT_PENDING;
    }

    /** Stripe says it also when a trial is cut short, so it is looked at what really happens. */
    private List<SubscriptionEvent> announce(AnnounceTrialEnd announce) {
        Subscribed current = standing.current(announce.now()).orElse(null);
        boolean paysThen = current != null && current.terms().cancelsAt() == null;
        boolean atStripe = current != null
                && current.terms().status() == SubscriptionStatus.TRIALING
                && announce.endsAt().equals(current.terms().trialEndsAt());
        boolean ours = standing.live().isEmpty() && announce.endsAt().equals(standing.trialEndsAt());
        Instant first = announce.endsAt().minus(ANNOUNCED_BEFORE).minus(ABOUT);
        return (atStripe || ours)
                        && !announced.contains(announce.endsAt())
                        && !announce.now().isBefore(first)
                        && announce.now().isBefore(announce.endsAt())
                ? List.of(new TrialEndAnnounced(announce.subscriptionId(), announce.endsAt(), atStripe && paysThen))
                : List.of();
    }

    /**
     * Whether owners are to be told by then that it goes on and is paid: five weeks before another year, a week before
     * another month, not before less. A trial's end is told of on its own, and what isn't collected, nobody pays.
     *
     * <p>Where a law asks for it, it is before a year: 15 to 45 days in California (Business and Professions Code
     * 17602), 30 to 60 in Illinois (815 ILCS 601); five weeks are within both.
     */
    static boolean isRenewalTold(Terms terms, Instant at) {
        Instant renewsAt = terms.periodEndsAt();
        return renewsAt != null
                && terms.status() == SubscriptionStatus.ACTIVE
                && terms.cancelsAt() == null
                && !terms.collectionPaused()
                && at.isBefore(renewsAt)
                && !at.isBefore(renewsAt.minus(
                        switch (terms.interval()) {
                            case YEAR -> Duration.ofDays(35);
                            case MONTH -> Duration.ofDays(7);
                            case WEEK, DAY -> Duration.ZERO;
                        }));
    }

    private List<SubscriptionEvent> announce(AnnounceRenewal announce) {
        Subscribed known = standing.subscriptions().get(announce.subscription());
        Instant renewsAt = known == null ? null : known.terms().periodEndsAt();
        return known != null
                        && renewsAt != null
                        && announce.amount().minor() > 0
                        && isRenewalTold(known.terms(), announce.now())
                        && !renewsAt.equals(renewals.get(announce.subscription()))
                ? List.of(new RenewalAnnounced(
                        announce.subscriptionId(),
                        announce.subscription(),
                        known.terms().plan(),
                        announce.amount(),
                        renewsAt))
                : List.of();
    }

    private List<SubscriptionEvent> mirror(MirrorSubscription mirror) {
        Terms terms = mirror.terms();
        Instant before = seenAt.get(terms.stripeId());
        if (before != null && mirror.askedAt().isBefore(before)) {
            return List.of();
        }
        Subscribed known = standing.subscriptions().get(terms.stripeId());
        if (known != null && known.terms().equals(terms)) {
            return List.of();
        }
        Instant pastDueSince = terms.status() != SubscriptionStatus.PAST_DUE
                ? null
                : known != null && known.pastDueSince() != null ? known.pastDueSince() : mirror.askedAt();
        return List.of(new SubscriptionSeen(mirror.subscriptionId(), terms, mirror.askedAt(), pastDueSince));
    }

    private List<SubscriptionEvent> mirror(MirrorInvoice mirror) {
        SeenInvoice invoice = mirror.invoice();
        KnownInvoice known = invoices.get(invoice.stripeId());
        if (known != null
                && (mirror.askedAt().isBefore(known.seenAt())
                        || known.invoice().equals(invoice)
                        || known.invoice().status() == InvoiceStatus.DELETED)) {
            return List.of();
        }
        Stream<SubscriptionEvent> seen = Stream.of(new InvoiceSeen(mirror.subscriptionId(), invoice, mirror.askedAt()));
        boolean failedAgain = invoice.status() == InvoiceStatus.OPEN
                && invoice.attempts() > (known == null ? 0 : known.invoice().attempts())
                && !isFirstPayment(invoice);
        return (failedAgain
                        ? Stream.concat(
                                seen,
                                Stream.of(new PaymentFailed(
                                        mirror.subscriptionId(),
                                        invoice.stripeId(),
                                        due(invoice),
                                        invoice.attempts(),
                                        invoice.nextAttemptAt())))
                        : seen)
                .toList();
    }

    /** Whoever subscribes at this moment sees at Stripe's page that a card isn't taken. */
    private boolean isFirstPayment(SeenInvoice invoice) {
        Subscribed known =
                invoice.subscription() == null ? null : standing.subscriptions().get(invoice.subscription());
        return known != null && known.terms().status() == SubscriptionStatus.INCOMPLETE;
    }

    private static Money due(SeenInvoice invoice) {
        return invoice.total().minus(invoice.paid());
    }

    void evolve(SubscriptionEvent event) {
        standing = standing.after(event);
        switch (event) {
            case TrialEndAnnounced announcement -> announced.add(announcement.endsAt());
            case RenewalAnnounced announcement -> renewals.put(announcement.stripeId(), announcement.renewsAt());
            case CheckoutBegun begun -> checkouts.put(begun.checkout(), null);
            case CheckoutEnded ended -> checkouts.put(ended.checkout(), ended.end());
            case SubscriptionSeen seen -> seenAt.put(seen.terms().stripeId(), seen.seenAt());
            case InvoiceSeen seen ->
                invoices.put(seen.invoice().stripeId(), new KnownInvoice(seen.invoice(), seen.seenAt()));
            case PaymentConfirmationAsked confirmation -> asked.add(confirmation.invoice());
            case InvoiceStuck note -> stuck.add(note.invoice());
            case SubscriptionDoubled second -> doubled.add(second.stripeId());
            case PaymentRefunded refunded -> refunds.put(refunded.charge(), refunded.refundedSoFar());
            case PaymentDisputed disputed -> disputes.put(disputed.dispute(), disputed.state());
            case PaymentMethodNeeded needed -> needs.put(needed.need(), needed.noticedAt());
            case TrialBegun begun -> {}
            case CustomerOpened opened -> {}
            case CustomerGone gone -> {}
            case PaymentFailed failed -> {}
        }
    }
}
