package medflip.billing.write;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What we ask of Stripe, and the only way there. Each wish that changes something has a key: the same wish again is
 * answered as it was the first time. What Stripe answers is its own JSON, which {@link StripeObjects} reads.
 */
interface Stripe {

    /** Stripe doesn't answer, or can't now; whether a wish was granted isn't known, and it may be repeated. */
    final class Silent extends RuntimeException {
        Silent(String reason) {
            super("Stripe doesn't answer: " + reason);
        }
    }

    /** Stripe refuses for good. */
    final class Refused extends RuntimeException {

        private final int status;
        private final String code;

        /** @param code a word of Stripe's, such as {@code card_declined}; what it says besides may quote a person */
        Refused(int status, String code) {
            super("Stripe refuses: " + status + " " + code);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    /** How somebody leaves Stripe's checkout. */
    record Return(URI done, URI left) {}

    Optional<JsonNode> subscription(String id);

    Optional<JsonNode> invoice(String id);

    Optional<JsonNode> customer(String id);

    Optional<JsonNode> checkout(String id);

    Optional<JsonNode> charge(String id);

    Optional<JsonNode> dispute(String id);

    /** All of a customer, also those that ended. */
    List<JsonNode> subscriptionsOf(String customer);

    /** The newest hundred of a customer. */
    List<JsonNode> invoicesOf(String customer);

    /** What the customer pays with, the newest first: brand, last digits and until when it is good. */
    List<JsonNode> paymentMethodsOf(String customer);

    /** What can be subscribed: prices with their product, by what they are looked up by. */
    List<JsonNode> prices(List<String> lookupKeys);

    /** The next invoice as it would be; empty where there will be none. */
    Optional<JsonNode> nextInvoice(String subscription);

    /** The invoice of a change to another price at this moment, if it were made. */
    JsonNode previewChange(JsonNode subscription, String price);

    JsonNode openCustomer(String key, TenantId tenant);

    void closeCustomer(String key, String customer);

    /** @param trialEndsAt when the first payment is due; null: at once */
    JsonNode beginCheckout(
            String key, TenantId tenant, String customer, String price, @Nullable Instant trialEndsAt, Return back);

    /** The newest hundred of a customer, whatever became of them. */
    List<JsonNode> checkoutsOf(String customer);

    /** Nobody can finish it any more; of one that is over already nothing changes. */
    void expireCheckout(String key, String checkout);

    JsonNode openPortal(String key, String customer, URI back);

    /** Changes the price now, and collects the difference at once. */
    JsonNode changeNow(String key, JsonNode subscription, String price);

    /** Changes it when the period that is paid ends. */
    JsonNode changeAtPeriodEnd(String key, JsonNode subscription, String price);

    /** Takes that back. */
    void dropChange(String key, String schedule);

    JsonNode cancelAtPeriodEnd(String key, String subscription, boolean cancel);

    /** Ends it at this moment. Nothing more is collected, and nothing goes back by that. */
    void endNow(String key, String subscription);

    /** All that was paid of an invoice goes back, as paid twice; what went back already doesn't do so again. */
    void payBack(String key, String invoice);

    /** Nobody owes an invoice any more that is still to be paid. Where it was paid meanwhile, nothing happens. */
    void voidInvoice(String key, String invoice);
}
