package medflip.billing.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import medflip.billing.events.Access;
import medflip.billing.events.Standing;
import medflip.billing.events.SubscriptionEvent;
import medflip.billing.events.SubscriptionEvent.PaymentDisputed;
import medflip.billing.events.SubscriptionEvent.PaymentFailed;
import medflip.billing.events.SubscriptionEvent.PaymentRefunded;
import medflip.billing.events.SubscriptionStatus;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.inbox.Delivery;
import medflip.platform.tenancy.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten real histories of subscriptions, told by webhooks that come twice, in any order, late or never; what never came
 * is made good by the nightly look. However they come, the business may do what it should.
 */
class SubscriptionHistoriesTest {

    static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final int FEW = 100;
    private static final int MANY = 1_000;

    /** What happens at Stripe, step by step, and how it must end: at once, and three weeks later. */
    @SuppressWarnings("ImmutableEnumChecker") // each step is a lambda without a state
    enum History {
        TRIAL_THEN_PAID(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "trialing");
                case 1 -> world.tell("customer.subscription.trial_will_end", StripeWorld.SUBSCRIPTION);
                case 2 -> bill(world, "in_1", "open", 0, "invoice.created");
                case 3 -> bill(world, "in_1", "paid", 1, "invoice.paid");
                case 4 -> become(world, "active", "customer.subscription.updated");
                default -> world.tell("invoice.payment_succeeded", "in_1");
            }
        }),
        FAILED_THEN_RECOVERED(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> bill(world, "in_2", "open", 1, "invoice.payment_failed");
                case 2 -> become(world, "past_due", "customer.subscription.updated");
                case 3 -> bill(world, "in_2", "open", 2, "invoice.payment_failed");
                case 4 -> bill(world, "in_2", "paid", 3, "invoice.paid");
                default -> become(world, "active", "customer.subscription.updated");
            }
        }),
        FAILED_THEN_CANCELED(SubscriptionStatus.CANCELED, Access.READ_ONLY, Access.READ_ONLY, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> bill(world, "in_2", "open", 1, "invoice.payment_failed");
                case 2 -> become(world, "past_due", "customer.subscription.updated");
                case 3 -> bill(world, "in_2", "open", 4, "invoice.payment_failed");
                case 4 -> bill(world, "in_2", "uncollectible", 4, "invoice.marked_uncollectible");
                default -> become(world, "canceled", "customer.subscription.deleted");
            }
        }),
        STILL_OWED(SubscriptionStatus.PAST_DUE, Access.GRACE, Access.READ_ONLY, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> bill(world, "in_2", "open", 1, "invoice.payment_failed");
                default -> become(world, "past_due", "customer.subscription.updated");
            }
        }),
        UPGRADED(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> {
                    world.subscription("active", "medflip_team_monthly", START);
                    world.tell("customer.subscription.updated", StripeWorld.SUBSCRIPTION);
                }
                default -> bill(world, "in_3", "paid", 1, "invoice.paid");
            }
        }),
        DOWNGRADED(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> {
                    world.subscription("active", "medflip_team_monthly", START);
                    world.tell("customer.subscription.created", StripeWorld.SUBSCRIPTION);
                }
                case 1 -> world.tell("customer.subscription.updated", StripeWorld.SUBSCRIPTION);
                default -> become(world, "active", "customer.subscription.updated");
            }
        }),
        REFUNDED(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> charge(world, 0, "charge.succeeded");
                case 2 -> charge(world, 1_000, "charge.refunded");
                default -> charge(world, 2_900, "charge.refunded");
            }
        }),
        DISPUTED(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> charge(world, 0, "charge.succeeded");
                case 2 -> dispute(world, "needs_response", "charge.dispute.created");
                default -> dispute(world, "lost", "charge.dispute.closed");
            }
        }),
        PAUSED(SubscriptionStatus.PAUSED, Access.READ_ONLY, Access.READ_ONLY, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "trialing");
                case 1 -> world.tell("customer.subscription.trial_will_end", StripeWorld.SUBSCRIPTION);
                default -> become(world, "paused", "customer.subscription.paused");
            }
        }),
        PAID_BY_A_SLOW_BANK(SubscriptionStatus.ACTIVE, Access.FULL, Access.FULL, (world, step) -> {
            switch (step) {
                case 0 -> checkout(world, "unpaid", "checkout.session.completed");
                case 1 -> become(world, "incomplete", "customer.subscription.created");
                case 2 -> checkout(world, "paid", "checkout.session.async_payment_succeeded");
                default -> become(world, "active", "customer.subscription.updated");
            }
        }),
        FIRST_PAYMENT_MISSING(
                SubscriptionStatus.INCOMPLETE, Access.BILLING_ONLY, Access.BILLING_ONLY, (world, step) -> {
                    switch (step) {
                        case 0 -> become(world, "incomplete", "customer.subscription.created");
                        default -> bill(world, "in_1", "open", 1, "invoice.payment_failed");
                    }
                }),
        CUSTOMER_DELETED(SubscriptionStatus.CANCELED, Access.READ_ONLY, Access.READ_ONLY, (world, step) -> {
            switch (step) {
                case 0 -> subscribe(world, "active");
                case 1 -> become(world, "canceled", "customer.subscription.deleted");
                default -> {
                    world.remove(StripeWorld.CUSTOMER);
                    world.tell("customer.deleted", StripeWorld.CUSTOMER);
                }
            }
        });

        private static final int STEPS = 7;

        private final SubscriptionStatus status;
        private final Access access;
        private final Access later;
        private final BiConsumer<StripeWorld, Integer> steps;

        History(SubscriptionStatus status, Access access, Access later, BiConsumer<StripeWorld, Integer> steps) {
            this.status = status;
            this.access = access;
            this.later = later;
            this.steps = steps;
        }

        private static void subscribe(StripeWorld world, String status) {
            become(world, status, "customer.subscription.created");
        }

        private static void become(StripeWorld world, String status, String type) {
            world.subscription(status, "medflip_solo_monthly", START);
            world.tell(type, StripeWorld.SUBSCRIPTION);
        }

        private static void bill(StripeWorld world, String id, String status, int attempts, String type) {
            world.invoice(id, status, attempts);
            world.tell(type, id);
        }

        private static void charge(StripeWorld world, long refunded, String type) {
            world.put(
                    "ch_1",
                    "charge",
                    charge -> charge.put("amount", 2900)
                            .put("amount_refunded", refunded)
                            .put("currency", "usd"));
            world.tell(type, "ch_1");
        }

        private static void dispute(StripeWorld world, String status, String type) {
            world.put(
                    "dp_1",
                    "dispute",
                    dispute -> dispute.put("charge", "ch_1")
                            .put("amount", 2900)
                            .put("currency", "usd")
                            .put("status", status)
                            .remove("customer"));
            world.tell(type, "dp_1");
        }

        private static void checkout(StripeWorld world, String payment, String type) {
            world.put(
                    "cs_1",
                    "checkout.session",
                    session -> session.put("status", "complete")
                            .put("payment_status", payment)
                            .put("client_reference_id", TENANT.toString()));
            world.tell(type, "cs_1");
        }
    }

    /** A business whose facts are noted at once, and whose clock goes on with each question. */
    static final class Business implements Commands, Standings {

        final List<SubscriptionEvent> facts = new ArrayList<>();
        private final Mirror mirror = new Mirror();

        @Override
        public boolean isErased(TenantId tenant) {
            return false;
        }

        @Override
        public Accepted send(Caller caller, Command command, Conditions conditions) {
            for (SubscriptionEvent fact : mirror.decide((SubscriptionCommand) command)) {
                facts.add(fact);
                mirror.evolve(fact);
            }
            return new Accepted(command.aggregateId().value(), facts.size(), facts.size(), false);
        }

        @Override
        public Standing find(TenantId tenant) {
            return mirror.standing();
        }

        @Override
        public Optional<TenantId> tenantOf(String customer) {
            return customer.equals(mirror.standing().customer()) ? Optional.of(TENANT) : Optional.empty();
        }

        Standing standing() {
            return mirror.standing();
        }
    }

    /** A second later each time that it is looked at. */
    static final class GoingOn extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @ParameterizedTest
    @EnumSource(History.class)
    void however_webhooks_come_a_history_ends_in_the_right_access(History history) {
        endsInTheRightAccess(history, FEW);
    }

    /** Whose it is says the customer, which is gone by then, or what was told first, which comes last. */
    @Test
    void what_was_told_of_a_customer_before_anybody_knew_whose_it_was_counts_also_when_it_is_gone() {
        StripeWorld world = new StripeWorld(TENANT, false);
        for (int step = 0; step < History.STEPS; step++) {
            History.CUSTOMER_DELETED.steps.accept(world, step);
        }
        Business business = new Business();
        GoingOn clock = new GoingOn();
        StripeDeliveries deliveries =
                new StripeDeliveries(world, new StripeLook(world, business, clock), business, business, clock);
        world.hints().reversed().forEach(hint -> read(deliveries, hint));
        check(History.CUSTOMER_DELETED, business, false, clock.instant(), 0);
        assertThat(business.standing().customer()).isNull();
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(History.class)
    void in_each_of_a_thousand_orders_a_history_ends_in_the_right_access(History history) {
        endsInTheRightAccess(history, MANY);
    }

    private static void endsInTheRightAccess(History history, int permutations) {
        for (int permutation = 0; permutation < permutations; permutation++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            StripeWorld world = new StripeWorld(TENANT, random.nextBoolean());
            Business business = new Business();
            GoingOn clock = new GoingOn();
            StripeLook look = new StripeLook(world, business, clock);
            StripeDeliveries deliveries = new StripeDeliveries(world, look, business, business, clock);
            List<byte[]> waiting = new ArrayList<>(world.hints());
            int told = world.hints().size();
            boolean lost = false;
            for (int step = 0; step < History.STEPS; step++) {
                history.steps.accept(world, step);
                List<byte[]> fresh = world.hints().subList(told, world.hints().size());
                told = world.hints().size();
                for (byte[] hint : fresh) {
                    if (random.nextInt(6) == 0) {
                        lost = true;
                    } else {
                        waiting.add(hint);
                    }
                    if (random.nextInt(4) == 0) {
                        waiting.add(hint);
                    }
                }
                Collections.shuffle(waiting, random);
                for (int some = random.nextInt(waiting.size() + 1); some > 0; some--) {
                    read(deliveries, waiting.removeLast());
                }
            }
            waiting.forEach(hint -> read(deliveries, hint));
            if (lost) {
                look.atAll(Caller.job(TENANT, "reconcile-billing"), StripeWorld.CUSTOMER);
            }
            check(history, business, lost, clock.instant(), seed);
        }
    }

    private static void check(History history, Business business, boolean lost, Instant now, long seed) {
        Standing standing = business.standing();
        assertThat(standing.current(now).orElseThrow().terms().status())
                .as("status of %s, seed %d", history, seed)
                .isEqualTo(history.status);
        // It tries nothing else than this: its trial is long over.
        assertThat(withoutTrial(standing).accessAt(now))
                .as("%s, seed %d", history, seed)
                .isEqualTo(history.access);
        assertThat(withoutTrial(standing).accessAt(now.plus(Duration.ofDays(21))))
                .as("%s three weeks later, seed %d", history, seed)
                .isEqualTo(history.later);
        assertThat(business.facts.stream()
                        .filter(PaymentFailed.class::isInstance)
                        .map(fact -> ((PaymentFailed) fact).invoice() + "/" + ((PaymentFailed) fact).attempt()))
                .as("each failure is told once, seed %d", seed)
                .doesNotHaveDuplicates();
        if (history == History.REFUNDED && !lost) {
            assertThat(business.facts.stream()
                            .filter(PaymentRefunded.class::isInstance)
                            .map(fact ->
                                    ((PaymentRefunded) fact).refundedSoFar().minor())
                            .reduce((earlier, later) -> later))
                    .as("seed %d", seed)
                    .contains(2_900L);
        }
        if (history == History.DISPUTED && !lost) {
            assertThat(business.facts.stream()
                            .filter(PaymentDisputed.class::isInstance)
                            .map(fact -> ((PaymentDisputed) fact).state().name())
                            .reduce((earlier, later) -> later))
                    .as("seed %d", seed)
                    .contains("LOST");
        }
    }

    private static Standing withoutTrial(Standing standing) {
        return new Standing(START.minus(Duration.ofDays(1)), standing.customer(), standing.subscriptions());
    }

    private static void read(StripeDeliveries deliveries, byte[] hint) {
        deliveries.read(new Delivery(TenantId.SERVICE, "stripe", "evt", "stripe", hint));
    }
}
