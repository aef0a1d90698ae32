package medflip.billing.write;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionRetrieveParams;
import com.stripe.param.SubscriptionScheduleCreateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.service.V1Services;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medflip.kernel.TenantId;
import medflip.platform.stripe.StripeAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe by its own SDK: with this account's key and address alone, in time. Each wish carries its key, so that a
 * repeat, also one of the JDK's own after an answer that was lost, does nothing twice. Nothing of a person goes there:
 * of a business Stripe gets the id, and learns the rest at its own pages.
 */
@Component
final class StripeCalls implements Stripe {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final long MOST = 100;
    private static final String PAID_BACK = "charge_already_refunded";
    private static final String NO_SUCH = "resource_missing";
    private static final String NO_NEXT_INVOICE = "invoice_upcoming_none";
    private static final String SCHEDULE = "schedule.phases.items.price";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A call by the SDK. */
    @FunctionalInterface
    private interface Call {

        StripeObject make() throws StripeException;
    }

    private final V1Services stripe;
    private final boolean automaticTax;

    /** @param automaticTax whether Stripe reckons taxes, which the account must be set up for */
    StripeCalls(StripeAccount account, @Value("${medflip.stripe.automatic-tax:true}") boolean automaticTax) {
        this.automaticTax = automaticTax;
        this.stripe = StripeClient.builder()
                .setApiKey(account.apiKey().isBlank() ? "none" : account.apiKey())
                .setApiBase(account.baseUrl().toString())
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(ANSWER_MILLIS)
                .setMaxNetworkRetries(0)
                .build()
                .v1();
    }

    @Override
    public Optional<JsonNode> subscription(String id) {
        return find(() -> stripe.subscriptions()
                .retrieve(
                        id,
                        SubscriptionRetrieveParams.builder().addExpand(SCHEDULE).build()));
    }

    @Override
    public Optional<JsonNode> invoice(String id) {
        return find(() -> stripe.invoices().retrieve(id));
    }

    @Override
    public Optional<JsonNode> customer(String id) {
        return find(() -> stripe.customers().retrieve(id))
                .filter(customer -> !customer.path("deleted").asBoolean(false));
    }

    @Override
    public Optional<JsonNode> checkout(String id) {
        return find(() -> stripe.checkout().sessions().retrieve(id));
    }

    @Override
    public Optional<JsonNode> charge(String id) {
        return find(() -> stripe.charges().retrieve(id));
    }

    @Override
    public Optional<JsonNode> dispute(String id) {
        return find(() -> stripe.disputes().retrieve(id));
    }

    @Override
    public List<JsonNode> subscriptionsOf(String customer) {
        return list(() -> stripe.subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer)
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .setLimit(MOST)
                        .addExpand("data.schedule")
                        .build()));
    }

    @Override
    public List<JsonNode> invoicesOf(String customer) {
        return list(() -> stripe.invoices()
                .list(InvoiceListParams.builder()
                        .setCustomer(customer)
                        .setLimit(MOST)
                        .build()));
    }

    @Override
    public List<JsonNode> paymentMethodsOf(String customer) {
        return list(() -> stripe.paymentMethods()
                .list(PaymentMethodListParams.builder()
                        .setCustomer(customer)
                        .setLimit(MOST)
                        .build()));
    }

    @Override
    public List<JsonNode> prices(List<String> lookupKeys) {
        return list(() -> stripe.prices()
                .list(PriceListParams.builder()
                        .addAllLookupKey(lookupKeys)
                        .setActive(true)
                        .setLimit(MOST)
                        .addExpand("data.product")
                        .build()));
    }

    @Override
    public Optional<JsonNode> nextInvoice(String subscription) {
        return find(() -> stripe.invoices()
                .createPreview(InvoiceCreatePreviewParams.builder()
                        .setSubscription(subscription)
                        .build()));
    }

    @Override
    public JsonNode previewChange(JsonNode subscription, String price) {
        return call(() -> stripe.invoices()
                .createPreview(InvoiceCreatePreviewParams.builder()
                        .setSubscription(subscription.path("id").asString())
                        .setSubscriptionDetails(InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                                .addItem(InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder()
                                        .setId(StripeObjects.item(subscription)
                                                .path("id")
                                                .asString())
                                        .setPrice(price)
                                        .build())
                                .setProrationBehavior(
                                        InvoiceCreatePreviewParams.SubscriptionDetails.ProrationBehavior.ALWAYS_INVOICE)
                                .build())
                        .build()));
    }

    @Override
    public JsonNode openCustomer(String key, TenantId tenant) {
        return call(() -> stripe.customers()
                .create(
                        CustomerCreateParams.builder()
                                .putMetadata(StripeObjects.TENANT, tenant.toString())
                                .build(),
                        options(key)));
    }

    @Override
    public void closeCustomer(String key, String customer) {
        find(() -> stripe.customers().delete(customer, options(key)));
    }

    @Override
    public JsonNode beginCheckout(
            String key, TenantId tenant, String customer, String price, @Nullable Instant trialEndsAt, Return back) {
        SessionCreateParams.SubscriptionData.Builder subscription =
                SessionCreateParams.SubscriptionData.builder().putMetadata(StripeObjects.TENANT, tenant.toString());
        if (trialEndsAt != null) {
            subscription.setTrialEnd(trialEndsAt.getEpochSecond());
        }
        SessionCreateParams wish = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customer)
                .setClientReferenceId(tenant.toString())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build())
                .setSubscriptionData(subscription.build())
                .setAutomaticTax(SessionCreateParams.AutomaticTax.builder()
                        .setEnabled(automaticTax)
                        .build())
                .setCustomerUpdate(SessionCreateParams.CustomerUpdate.builder()
                        .setAddress(SessionCreateParams.CustomerUpdate.Address.AUTO)
                        .setName(SessionCreateParams.CustomerUpdate.Name.AUTO)
                        .build())
                .setTaxIdCollection(SessionCreateParams.TaxIdCollection.builder()
                        .setEnabled(true)
                        .build())
                .setAllowPromotionCodes(true)
                .setSuccessUrl(back.done().toString())
                .setCancelUrl(back.left().toString())
                .build();
        return call(() -> stripe.checkout().sessions().create(wish, options(key)));
    }

    @Override
    public List<JsonNode> checkoutsOf(String customer) {
        return list(() -> stripe.checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setCustomer(customer)
                        .setLimit(MOST)
                        .build()));
    }

    @Override
    public void expireCheckout(String key, String checkout) {
        try {
            find(() -> stripe.checkout().sessions().expire(checkout, options(key)));
        } catch (Refused refused) {
            // Somebody may have finished it meanwhile.
            if (checkout(checkout).filter(StripeObjects::isOpen).isPresent()) {
                throw refused;
            }
        }
    }

    @Override
    public JsonNode openPortal(String key, String customer, URI back) {
        return call(() -> stripe.billingPortal()
                .sessions()
                .create(
                        com.stripe.param.billingportal.SessionCreateParams.builder()
                                .setCustomer(customer)
                                .setReturnUrl(back.toString())
                                .build(),
                        options(key)));
    }

    @Override
    public JsonNode changeNow(String key, JsonNode subscription, String price) {
        return call(() -> stripe.subscriptions()
                .update(
                        subscription.path("id").asString(),
                        SubscriptionUpdateParams.builder()
                                .addItem(SubscriptionUpdateParams.Item.builder()
                                        .setId(StripeObjects.item(subscription)
                                                .path("id")
                                                .asString())
                                        .setPrice(price)
                                        .build())
                                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.ERROR_IF_INCOMPLETE)
                                .build(),
                        options(key)));
    }

    @Override
    public JsonNode changeAtPeriodEnd(String key, JsonNode subscription, String price) {
        JsonNode item = StripeObjects.item(subscription);
        JsonNode schedule = call(() -> stripe.subscriptionSchedules()
                .create(
                        SubscriptionScheduleCreateParams.builder()
                                .setFromSubscription(subscription.path("id").asString())
                                .build(),
                        options(key + "/schedule")));
        long start = schedule.path("current_phase").path("start_date").asLong();
        long end = schedule.path("current_phase").path("end_date").asLong();
        return call(() -> stripe.subscriptionSchedules()
                .update(
                        schedule.path("id").asString(),
                        SubscriptionScheduleUpdateParams.builder()
                                .setEndBehavior(SubscriptionScheduleUpdateParams.EndBehavior.RELEASE)
                                .addPhase(SubscriptionScheduleUpdateParams.Phase.builder()
                                        .setStartDate(start)
                                        .setEndDate(end)
                                        .addItem(phase(
                                                item.path("price").path("id").asString()))
                                        .build())
                                .addPhase(SubscriptionScheduleUpdateParams.Phase.builder()
                                        .setStartDate(end)
                                        .addItem(phase(price))
                                        .build())
                                .build(),
                        options(key + "/phases")));
    }

    private static SubscriptionScheduleUpdateParams.Phase.Item phase(String price) {
        return SubscriptionScheduleUpdateParams.Phase.Item.builder()
                .setPrice(price)
                .setQuantity(1L)
                .build();
    }

    @Override
    public void dropChange(String key, String schedule) {
        call(() -> stripe.subscriptionSchedules().release(schedule, options(key)));
    }

    @Override
    public JsonNode cancelAtPeriodEnd(String key, String subscription, boolean cancel) {
        return call(() -> stripe.subscriptions()
                .update(
                        subscription,
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(cancel)
                                .build(),
                        options(key)));
    }

    @Override
    public void endNow(String key, String subscription) {
        find(() -> stripe.subscriptions()
                .cancel(
                        subscription,
                        SubscriptionCancelParams.builder()
                                .setInvoiceNow(false)
                                .setProrate(false)
                                .build(),
                        options(key)));
    }

    @Override
    public void payBack(String key, String invoice) {
        for (JsonNode paid : list(() -> stripe.invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setInvoice(invoice)
                        .setStatus(InvoicePaymentListParams.Status.PAID)
                        .setLimit(MOST)
                        .build()))) {
            String id = paid.path("id").asString();
            String intent = StripeObjects.id(paid.path("payment").path("payment_intent"));
            String charge = StripeObjects.id(paid.path("payment").path("charge"));
            if (intent != null || charge != null) {
                payBack(key + "/" + id, intent, charge);
            }
        }
    }

    @Override
    public void voidInvoice(String key, String invoice) {
        try {
            find(() -> stripe.invoices().voidInvoice(invoice, options(key)));
        } catch (Refused refused) {
            if (invoice(invoice).filter(StripeObjects::isOpen).isPresent()) {
                throw refused;
            }
        }
    }

    private void payBack(String key, @Nullable String intent, @Nullable String charge) {
        RefundCreateParams.Builder wish = RefundCreateParams.builder().setReason(RefundCreateParams.Reason.DUPLICATE);
        RefundCreateParams of = (intent == null ? wish.setCharge(charge) : wish.setPaymentIntent(intent)).build();
        try {
            call(() -> stripe.refunds().create(of, options(key)));
        } catch (Refused refused) {
            if (!refused.code().equals(PAID_BACK)) {
                throw refused;
            }
        }
    }

    private static RequestOptions options(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** None of a customer that is gone. */
    private static List<JsonNode> list(Call call) {
        try {
            return List.copyOf(call(call).path("data").values());
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND || refused.code().equals(NO_SUCH)) {
                return List.of();
            }
            throw refused;
        }
    }

    private static Optional<JsonNode> find(Call call) {
        try {
            return Optional.of(call(call));
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND || refused.code().equals(NO_NEXT_INVOICE)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static JsonNode call(Call call) {
        try {
            return JSON.readTree(call.make().getLastResponse().body());
        } catch (ApiConnectionException lost) {
            throw new Silent("no-answer");
        } catch (StripeException refused) {
            int status = refused.getStatusCode() == null ? SERVER_ERROR : refused.getStatusCode();
            if (status >= SERVER_ERROR || status == TOO_MANY || status == CONFLICT || status == UNAUTHORIZED) {
                throw new Silent("http-" + status);
            }
            throw new Refused(status, refused.getCode() == null ? "other" : refused.getCode());
        }
    }
}
