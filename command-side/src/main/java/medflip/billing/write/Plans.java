package medflip.billing.write;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import medflip.billing.events.PlanInterval;
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What can be subscribed: the prices at Stripe that {@code medflip.billing.plans} are the look-up keys of. */
@Component
class Plans {

    private static final Duration KEPT = Duration.ofMinutes(5);

    /**
     * One of them.
     *
     * @param key by which it is chosen
     * @param price for one interval, before tax
     */
    record Plan(String key, String name, Money price, PlanInterval interval) {}

    private record Priced(Plan plan, String stripeId) {}

    private final LoadingCache<String, List<Priced>> prices;

    Plans(
            Stripe stripe,
            @Value(
                            "${medflip.billing.plans:medflip_solo_monthly,medflip_solo_yearly,medflip_team_monthly,medflip_team_yearly}")
                    List<String> keys) {
        this.prices = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .build(all -> stripe.prices(keys).stream()
                        .map(Plans::priced)
                        .sorted(Comparator.comparingLong(
                                (Priced each) -> each.plan().price().minor()))
                        .toList());
    }

    private static Priced priced(JsonNode price) {
        JsonNode recurring = price.path("recurring");
        return new Priced(
                new Plan(
                        StripeObjects.plan(price),
                        price.path("product").path("name").asString(StripeObjects.plan(price)),
                        StripeObjects.amount(price, "unit_amount"),
                        PlanInterval.valueOf(
                                recurring.path("interval").asString("month").toUpperCase(java.util.Locale.ROOT))),
                price.path("id").asString());
    }

    /** The cheapest first. */
    List<Plan> all() {
        return prices.get("all").stream().map(Priced::plan).toList();
    }

    /** @throws CommandRejected if there is none of that key */
    Plan plan(String key) {
        return priced(key).plan();
    }

    /** By which id Stripe knows its price. */
    String stripeId(String key) {
        return priced(key).stripeId();
    }

    private Priced priced(String key) {
        return prices.get("all").stream()
                .filter(each -> each.plan().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(BillingRejection.NO_SUCH_PLAN));
    }
}
