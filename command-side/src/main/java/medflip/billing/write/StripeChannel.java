package medflip.billing.write;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.outbox.Outcome;
import org.jspecify.annotations.Nullable;
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
        ERASE("erase-customer"),
        /** Visits to the checkout are over, since another one has begun. */
        EXPIRE("expire-checkouts"),
        /** What was subscribed once too often ends at once, what was paid for it goes back, and nothing is owed. */
        TAKE_BACK("take-back-subscription");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param of what of the customer's, by Stripe's ids; none where it is the customer itself, or all that runs */
    private record Wish(Act act, String customer, @Nullable List<String> of) {

        List<String> things() {
            return of == null ? List.of() : of;
        }
    }

    private final Stripe stripe;

    StripeChannel(Stripe stripe) {
        this.stripe = stripe;
    }

    static byte[] content(Act act, String customer, List<String> of) {
        return JSON.writeValueAsBytes(new Wish(act, customer, of));
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
            switch (wish.act()) {
                case ERASE -> stripe.closeCustomer(id.toString(), wish.customer());
                case EXPIRE -> wish.things().forEach(each -> stripe.expireCheckout(id + "/" + each, each));
                case TAKE_BACK -> wish.things().forEach(each -> takeBack(id, wish.customer(), each));
                case END, GO_ON -> {
                    for (JsonNode subscription : stripe.subscriptionsOf(wish.customer())) {
                        if (StripeObjects.terms(subscription).status().isLive()) {
                            String of = subscription.path("id").asString();
                            stripe.cancelAtPeriodEnd(id + "/" + of, of, wish.act() == Act.END);
                        }
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

    private void takeBack(UUID id, String customer, String subscription) {
        stripe.endNow(id + "/" + subscription, subscription);
        List<JsonNode> invoices = stripe.invoicesOf(customer).stream()
                .filter(invoice -> subscription.equals(StripeObjects.subscriptionOf(invoice)))
                .toList();
        for (JsonNode invoice : invoices) {
            if (invoice.path("amount_paid").asLong(0) > 0) {
                String paid = invoice.path("id").asString();
                stripe.payBack(id + "/" + paid, paid);
            }
        }
        // Last, so that money goes back even where this is refused.
        for (JsonNode invoice : invoices) {
            if (StripeObjects.isOpen(invoice)) {
                String owed = invoice.path("id").asString();
                stripe.voidInvoice(id + "/" + owed, owed);
            }
        }
    }
}
