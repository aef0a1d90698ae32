package medflip.billing.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a business stands with the service, and so what it may do: the one place where a status becomes an access.
 *
 * @param trialEndsAt until when it may use all without paying; null where there was no trial
 * @param customer by which Stripe knows it; null where it doesn't (any more)
 * @param subscriptions all that were ever seen, by Stripe's id; mostly one
 */
public record Standing(
        @Nullable Instant trialEndsAt, @Nullable String customer, Map<String, Subscribed> subscriptions) {

    /** For so long all goes on while a payment is missing: as long as Stripe tries it again. */
    public static final Duration GRACE = Duration.ofDays(14);

    public static final Standing NEW = new Standing(null, null, Map.of());

    /**
     * One subscription.
     *
     * @param pastDueSince since when a payment is missing
     */
    public record Subscribed(Terms terms, @Nullable Instant pastDueSince) {

        private Access accessAt(Instant at) {
            return switch (terms.status()) {
                case TRIALING, ACTIVE -> Access.FULL;
                case PAST_DUE ->
                    pastDueSince == null || at.isBefore(pastDueSince.plus(GRACE)) ? Access.GRACE : Access.READ_ONLY;
                case UNPAID, PAUSED, CANCELED, INCOMPLETE_EXPIRED -> Access.READ_ONLY;
                case INCOMPLETE -> Access.BILLING_ONLY;
            };
        }
    }

    public Standing {
        subscriptions = Map.copyOf(subscriptions);
    }

    public Standing after(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionEvent.TrialBegun trial -> new Standing(trial.endsAt(), customer, subscriptions);
            case SubscriptionEvent.CustomerOpened opened -> new Standing(trialEndsAt, opened.customer(), subscriptions);
            case SubscriptionEvent.CustomerGone gone -> {
                Map<String, Subscribed> over = new LinkedHashMap<>();
                subscriptions.forEach(
                        (id, each) -> over.put(id, new Subscribed(each.terms().canceled(), null)));
                yield new Standing(trialEndsAt, gone.customer().equals(customer) ? null : customer, over);
            }
            case SubscriptionEvent.SubscriptionSeen seen -> {
                Map<String, Subscribed> all = new LinkedHashMap<>(subscriptions);
                all.put(seen.terms().stripeId(), new Subscribed(seen.terms(), seen.pastDueSince()));
                yield new Standing(trialEndsAt, customer, all);
            }
            default -> this;
        };
    }

    /**
     * What the business may do then, if nothing happens until then. A business that was never given a trial, since it
     * was there before there were any, may do all until it subscribes.
     */
    public Access accessAt(Instant at) {
        Access bySubscription = subscriptions.values().stream()
                .map(each -> each.accessAt(at))
                .max(Comparator.naturalOrder())
                .orElse(trialEndsAt == null ? Access.FULL : Access.READ_ONLY);
        return trialEndsAt != null && at.isBefore(trialEndsAt) ? Access.FULL : bySubscription;
    }

    /** Whether all may be used only since the trial isn't over. */
    public boolean isOnTrialAt(Instant at) {
        return trialEndsAt != null && at.isBefore(trialEndsAt) && live().isEmpty();
    }

    /** What is shown and changed: what still runs, or else what ended last. */
    public Optional<Subscribed> current(Instant at) {
        return subscriptions.values().stream()
                .max(Comparator.<Subscribed, Boolean>comparing(
                                each -> each.terms().status().isLive())
                        .thenComparing(each -> each.accessAt(at))
                        .thenComparing(each -> each.terms().endedAt(), Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(each -> each.terms().stripeId()));
    }

    /** What still runs. */
    public List<Subscribed> live() {
        return subscriptions.values().stream()
                .filter(each -> each.terms().status().isLive())
                .toList();
    }
}
