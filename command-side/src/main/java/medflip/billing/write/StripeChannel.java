package medflip.billing.write;

import java.time.Duration;
import java.util.UUID;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.outbox.Outcome;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is done at Stripe because of an event. Stripe knows a repeat by its Idempotency-Key for at least a day.
 *
 * @see <a href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</a>
 */
@Component
class StripeChannel implements OutboxChannel {

    static final String NAME = "stripe";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Less than the day that Stripe promises: clocks differ. */
    private static final Duration KNOWS_REPEATS_FOR = Duration.ofHours(23);

    /** What is done with a customer. */
    enum Act {
        /** What is subscribed ends with the period that is paid. */
        END("end-subscription"),
        /** It doesn't after all. */
        GO_ON("go-on-with-subscription"),
        /** The customer is deleted. */
        ERASE("erase-customer");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private record Wish(Act act, String customer) {}

    private final Stripe stripe;

    StripeChannel(Stripe stripe) {
        this.stripe = stripe;
    }

    static byte[] content(Act act, String customer) {
        return JSON.writeValueAsBytes(new Wish(act, customer));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration knowsRepeatsFor() {
        return KNOWS_REPEATS_FOR;
    }

    @Override
    public Outcome attempt(UUID id, byte[] content) {
        Wish wish = JSON.readValue(content, Wish.class);
        try {
            if (wish.act() == Act.ERASE) {
                stripe.closeCustomer(id.toString(), wish.customer());
            } else {
                for (JsonNode subscription : stripe.subscriptionsOf(wish.customer())) {
                    if (StripeObjects.terms(subscription).status().isLive()) {
                        String of = subscription.path("id").asString();
                        stripe.cancelAtPeriodEnd(id + "/" + of, of, wish.act() == Act.END);
                    }
                }
            }
            return new Outcome.Done(wish.customer());
        } catch (Stripe.Refused refused) {
            return new Outcome.Refused(refused.code());
        } catch (Stripe.Silent silent) {
            return new Outcome.Unknown("no-answer");
        }
    }
}
