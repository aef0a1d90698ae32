package medflip.billing.write;

import static medflip.billing.write.SubscriptionHistoriesTest.START;
import static medflip.billing.write.SubscriptionHistoriesTest.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import medflip.billing.events.SubscriptionEvent.SubscriptionDoubled;
import medflip.billing.write.SubscriptionHistoriesTest.Business;
import medflip.billing.write.SubscriptionHistoriesTest.GoingOn;
import medflip.kernel.TenantId;
import medflip.platform.inbox.Delivery;
import medflip.platform.tenancy.Caller;
import org.junit.jupiter.api.Test;

/** Two visits to the checkout that were both paid: one subscription too many, and one alone, is found. */
class TwoCheckoutsTest {

    private static final String SECOND = "sub_2";

    private final StripeWorld world = new StripeWorld(TENANT, false);
    private final Business business = new Business();
    private final GoingOn clock = new GoingOn();
    private final StripeLook look = new StripeLook(world, business, clock);
    private final StripeDeliveries deliveries = new StripeDeliveries(world, look, business, business, clock);

    @Test
    void in_whatever_order_it_is_told_and_however_often_one_is_taken_back_and_the_other_goes_on() {
        for (int order = 0; order < 200; order++) {
            TwoCheckoutsTest told = new TwoCheckoutsTest();
            told.bothPaid();
            long seed = System.nanoTime();
            List<byte[]> hints = new ArrayList<>(told.world.hints());
            hints.addAll(told.world.hints());
            Collections.shuffle(hints, new Random(seed));
            hints.forEach(told::read);
            told.assertOneTooMany("seed " + seed);
        }
    }

    @Test
    void what_nobody_told_is_found_at_night_and_once() {
        bothPaid();
        read(world.hints().getFirst());
        look.atAll(Caller.job(TENANT, "reconcile-billing"), StripeWorld.CUSTOMER);
        assertOneTooMany("of one night");
        look.atAll(Caller.job(TENANT, "reconcile-billing"), StripeWorld.CUSTOMER);
        assertOneTooMany("of two nights");
    }

    @Test
    void who_comes_back_after_an_end_has_one() {
        world.subscription("canceled", "medflip_solo_monthly", START);
        second();
        world.hints().forEach(this::read);
        world.put(SECOND, "subscription", second -> second.put("status", "active"));
        world.tell("checkout.session.completed", "cs_2");
        read(world.hints().getLast());
        assertThat(business.facts).noneMatch(SubscriptionDoubled.class::isInstance);
    }

    private void bothPaid() {
        world.subscription("active", "medflip_solo_monthly", START.plus(Duration.ofDays(30)));
        second();
        world.tell("customer.subscription.created", StripeWorld.SUBSCRIPTION);
        world.tell("checkout.session.completed", "cs_1");
        world.tell("customer.subscription.created", SECOND);
        world.tell("checkout.session.completed", "cs_2");
    }

    private void second() {
        world.put(
                SECOND,
                "subscription",
                second -> world.subscription(StripeWorld.SUBSCRIPTION).orElseThrow().properties().stream()
                        .filter(field -> !field.getKey().equals("id"))
                        .forEach(field -> second.set(field.getKey(), field.getValue())));
        checkout("cs_1", StripeWorld.SUBSCRIPTION);
        checkout("cs_2", SECOND);
    }

    private void checkout(String id, String subscription) {
        world.put(
                id,
                "checkout.session",
                checkout -> checkout.put("status", "complete")
                        .put("payment_status", "paid")
                        .put("subscription", subscription)
                        .put("client_reference_id", TENANT.toString()));
    }

    private void assertOneTooMany(String which) {
        List<SubscriptionDoubled> doubled = business.facts.stream()
                .filter(SubscriptionDoubled.class::isInstance)
                .map(SubscriptionDoubled.class::cast)
                .toList();
        assertThat(doubled).as(which).hasSize(1);
        assertThat(List.of(doubled.getFirst().stripeId(), doubled.getFirst().kept()))
                .as(which)
                .containsExactlyInAnyOrder(StripeWorld.SUBSCRIPTION, SECOND);
    }

    private void read(byte[] hint) {
        deliveries.read(new Delivery(TenantId.SERVICE, "stripe", "evt", "stripe", hint));
    }
}
