package medflip.billing.write;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Stripe of a test: what it has at this moment, in the present form or the one before, and the webhooks that tell of
 * each change. It is only asked; nothing is wished of it.
 */
final class StripeWorld implements Stripe {

    static final String CUSTOMER = "cus_1";
    static final String SUBSCRIPTION = "sub_1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TenantId tenant;
    private final boolean previousForm;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final List<byte[]> hints = new ArrayList<>();

    StripeWorld(TenantId tenant, boolean previousForm) {
        this.tenant = tenant;
        this.previousForm = previousForm;
        put(
                CUSTOMER,
                "customer",
                customer -> customer.putObject("metadata").put(StripeObjects.TENANT, tenant.toString()));
        tell("customer.created", CUSTOMER);
    }

    /** All that was told so far; each is a delivery. */
    List<byte[]> hints() {
        return List.copyOf(hints);
    }

    void tell(String type, String id) {
        ObjectNode event = JSON.createObjectNode();
        event.put("id", "evt_" + hints.size());
        event.put("type", type);
        ObjectNode object = objects.get(id);
        event.putObject("data")
                .set(
                        "object",
                        object == null
                                ? JSON.createObjectNode().put("id", id).put("customer", CUSTOMER)
                                : object.deepCopy());
        hints.add(JSON.writeValueAsBytes(event));
    }

    ObjectNode put(String id, String kind, Consumer<ObjectNode> filled) {
        ObjectNode object = objects.computeIfAbsent(id, key -> JSON.createObjectNode());
        object.put("id", id);
        object.put("object", kind);
        if (!kind.equals("customer")) {
            object.put("customer", CUSTOMER);
        }
        filled.accept(object);
        return object;
    }

    /** It has no id at Stripe. */
    static String nextInvoiceOf(String subscription) {
        return "next_invoice_of_" + subscription;
    }

    void remove(String id) {
        objects.remove(id);
    }

    void subscription(String status, String plan, Instant periodEnd) {
        put(SUBSCRIPTION, "subscription", subscription -> {
            subscription.put("status", status);
            subscription.put("cancel_at_period_end", false);
            ObjectNode item = subscription.putObject("items").putArray("data").addObject();
            item.put("id", "si_1");
            item.put("quantity", 1);
            ObjectNode price = item.putObject("price");
            price.put("id", "price_" + plan);
            price.put("lookup_key", plan);
            price.put("unit_amount", 2900);
            price.put("currency", "usd");
            price.putObject("recurring").put("interval", "month");
            (previousForm ? subscription : item).put("current_period_end", periodEnd.getEpochSecond());
            if (status.equals("canceled")) {
                subscription.put("ended_at", periodEnd.getEpochSecond());
            }
        });
    }

    void invoice(String id, String status, int attempts) {
        put(id, "invoice", invoice -> {
            invoice.put("status", status);
            invoice.put("total", 2900);
            invoice.put("amount_paid", status.equals("paid") ? 2900 : 0);
            invoice.put("currency", "usd");
            invoice.put("created", 1_795_000_000L);
            invoice.put("attempt_count", attempts);
            if (previousForm) {
                invoice.put("subscription", SUBSCRIPTION);
            } else {
                invoice.putObject("parent").putObject("subscription_details").put("subscription", SUBSCRIPTION);
            }
        });
    }

    private Optional<JsonNode> find(String id) {
        return Optional.ofNullable(objects.get(id)).map(ObjectNode::deepCopy);
    }

    private List<JsonNode> all(String kind) {
        return objects.values().stream()
                .filter(object -> object.path("object").asString("").equals(kind))
                .<JsonNode>map(ObjectNode::deepCopy)
                .toList();
    }

    @Override
    public Optional<JsonNode> subscription(String id) {
        return find(id);
    }

    @Override
    public Optional<JsonNode> invoice(String id) {
        return find(id);
    }

    @Override
    public Optional<JsonNode> customer(String id) {
        return find(id);
    }

    @Override
    public Optional<JsonNode> checkout(String id) {
        return find(id);
    }

    @Override
    public Optional<JsonNode> charge(String id) {
        return find(id);
    }

    @Override
    public Optional<JsonNode> dispute(String id) {
        return find(id);
    }

    @Override
    public List<JsonNode> subscriptionsOf(String customer) {
        return all("subscription");
    }

    @Override
    public List<JsonNode> invoicesOf(String customer) {
        return all("invoice").reversed();
    }

    @Override
    public List<JsonNode> paymentMethodsOf(String customer) {
        return all("payment_method");
    }

    @Override
    public List<JsonNode> prices(List<String> lookupKeys) {
        throw nothingIsWished();
    }

    @Override
    public Optional<JsonNode> nextInvoice(String subscription) {
        return find(nextInvoiceOf(subscription));
    }

    @Override
    public JsonNode previewChange(JsonNode subscription, String price) {
        throw nothingIsWished();
    }

    @Override
    public JsonNode openCustomer(String key, TenantId of) {
        throw nothingIsWished();
    }

    @Override
    public void closeCustomer(String key, String customer) {
        throw nothingIsWished();
    }

    @Override
    public JsonNode beginCheckout(
            String key, TenantId of, String customer, String price, @Nullable Instant trialEndsAt, Return back) {
        throw nothingIsWished();
    }

    @Override
    public List<JsonNode> checkoutsOf(String customer) {
        return all("checkout.session").reversed();
    }

    @Override
    public void expireCheckout(String key, String checkout) {
        throw nothingIsWished();
    }

    @Override
    public JsonNode openPortal(String key, String customer, URI back) {
        throw nothingIsWished();
    }

    @Override
    public JsonNode changeNow(String key, JsonNode subscription, String price) {
        throw nothingIsWished();
    }

    @Override
    public JsonNode changeAtPeriodEnd(String key, JsonNode subscription, String price) {
        throw nothingIsWished();
    }

    @Override
    public void dropChange(String key, String schedule) {
        throw nothingIsWished();
    }

    @Override
    public JsonNode cancelAtPeriodEnd(String key, String subscription, boolean cancel) {
        throw nothingIsWished();
    }

    @Override
    public void endNow(String key, String subscription) {
        throw nothingIsWished();
    }

    @Override
    public void payBack(String key, String invoice) {
        throw nothingIsWished();
    }

    @Override
    public void voidInvoice(String key, String invoice) {
        throw nothingIsWished();
    }

    private IllegalStateException nothingIsWished() {
        return new IllegalStateException("Nothing is wished of " + tenant);
    }
}
