package medflip.billing.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import medflip.billing.events.Standing;
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.billing.write.Plans.Plan;
import medflip.billing.write.SubscriptionCommand.BeginCheckout;
import medflip.billing.write.SubscriptionCommand.MirrorSubscription;
import medflip.billing.write.SubscriptionCommand.OpenCustomer;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.stripe.StripeAccount;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.PublicUrl;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What an owner asks of Stripe. Cards are given at Stripe's pages alone and no detail of one is ever kept here (policy
 * promise P4.2): what is shown of it is asked for when somebody looks. No missing payment blocks any of this.
 */
@RestController
@RequestMapping("/api/billing")
@Requires(Permission.ADMINISTER)
class BillingApi {

    private static final String SCREEN = "/settings/billing";

    /** Stripe takes no trial that ends sooner. */
    private static final Duration SHORTEST_TRIAL = Duration.ofDays(2);

    private final Stripe stripe;
    private final StripeAccount account;
    private final Plans plans;
    private final Standings standings;
    private final Trials trials;
    private final PublicUrl publicUrl;
    private final Clock clock;

    BillingApi(
            Stripe stripe,
            StripeAccount account,
            Plans plans,
            Standings standings,
            Trials trials,
            PublicUrl publicUrl,
            Clock clock) {
        this.stripe = stripe;
        this.account = account;
        this.plans = plans;
        this.standings = standings;
        this.trials = trials;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    record ChosenPlanBody(
            @Schema(requiredMode = REQUIRED) @Nullable String plan) {}

    record SubscriptionInvoiceBody(
            @Schema(requiredMode = REQUIRED) @Nullable String invoice) {}

    /** A page of Stripe's, good for a few minutes and one visit. */
    record StripePage(String url) {}

    /**
     * What is paid with, as Stripe tells it at this moment.
     *
     * @param brand such as {@code visa}; for a bank account its kind
     * @param expiresOn last month it is good in, such as {@code 2028-04}
     */
    record PaysWith(
            String brand,
            @Nullable String lastDigits,
            @Nullable String expiresOn) {}

    /** The next invoice as it would be now, tax and discounts included. */
    record NextInvoice(Money amount, @Nullable Instant at) {}

    /**
     * What Stripe says that isn't kept here.
     *
     * @param simulated whether nothing is really paid
     */
    record StripeView(
            boolean simulated,
            List<Plan> plans,
            @Nullable PaysWith paysWith,
            @Nullable NextInvoice nextInvoice) {}

    /**
     * What another plan would cost.
     *
     * @param dueNow the difference for the rest of the period; nothing where the change waits for its end
     * @param now whether it doesn't wait
     * @param changesAt when it takes place
     */
    record ChangePreview(Plan plan, Money dueNow, boolean now, Instant changesAt) {}

    /** Plans, what is paid with, and the next invoice: asked of Stripe at this moment. */
    @GetMapping("/stripe")
    StripeView findStripeView(Caller caller) {
        return asking(() -> {
            Standing standing = standings.find(caller.tenant());
            String customer = standing.customer();
            PaysWith method = customer == null
                    ? null
                    : stripe.paymentMethodsOf(customer).stream()
                            .findFirst()
                            .map(BillingApi::method)
                            .orElse(null);
            NextInvoice next = standing.live().stream()
                    .findFirst()
                    .flatMap(live -> stripe.nextInvoice(live.terms().stripeId()))
                    .map(BillingApi::next)
                    .orElse(null);
            return new StripeView(account.simulated(), plans.all(), method, next);
        });
    }

    private static PaysWith method(JsonNode method) {
        String type = method.path("type").asString("card");
        JsonNode detail = method.path(type);
        int month = detail.path("exp_month").asInt(0);
        return new PaysWith(
                detail.path("brand").asString(detail.path("bank_name").asString(type)),
                detail.path("last4").asString(null),
                month == 0
                        ? null
                        : "%04d-%02d".formatted(detail.path("exp_year").asInt(0), month));
    }

    private static NextInvoice next(JsonNode invoice) {
        Instant attempt = StripeObjects.instant(invoice, "next_payment_attempt");
        return new NextInvoice(
                StripeObjects.amount(invoice, "amount_due"),
                attempt == null ? StripeObjects.instant(invoice, "period_end") : attempt);
    }

    /** Leads to Stripe's checkout. What is left of the trial stays free. */
    @PostMapping("/checkout")
    @ResponseStatus(HttpStatus.CREATED)
    StripePage beginCheckout(CommandRequest request, @RequestBody ChosenPlanBody body) {
        String key = key(request);
        String plan = plan(body);
        return asking(() -> {
            TenantId tenant = request.caller().tenant();
            Standing standing = trials.standing(tenant);
            require(
                    standing.live().stream().allMatch(each -> each.terms().status() == SubscriptionStatus.INCOMPLETE),
                    BillingRejection.SUBSCRIBED_ALREADY);
            String price = plans.stripeId(plan);
            String customer = standing.customer() == null ? openCustomer(request) : atStripeToo(standing.customer());
            Instant trial = standing.trialEndsAt();
            JsonNode session = stripe.beginCheckout(
                    key + "/checkout",
                    tenant,
                    customer,
                    price,
                    trial != null && trial.isAfter(clock.instant().plus(SHORTEST_TRIAL)) ? trial : null,
                    new Stripe.Return(screen("?subscribed"), screen("")));
            request.commands()
                    .send(
                            request.caller(),
                            new BeginCheckout(
                                    SubscriptionId.of(tenant),
                                    session.path("id").asString(),
                                    plan));
            return page(session);
        });
    }

    /** What was subscribed moments ago Stripe knows, and nobody told us yet. */
    private String atStripeToo(String customer) {
        require(
                stripe.subscriptionsOf(customer).stream()
                        .map(found -> StripeObjects.terms(found).status())
                        .allMatch(status -> !status.isLive() || status == SubscriptionStatus.INCOMPLETE),
                BillingRejection.SUBSCRIBED_ALREADY);
        return customer;
    }

    private String openCustomer(CommandRequest request) {
        TenantId tenant = request.caller().tenant();
        // The same key for every first visit: two at once make one customer.
        String customer =
                stripe.openCustomer("customer/" + tenant, tenant).path("id").asString();
        request.commands().send(request.caller(), new OpenCustomer(SubscriptionId.of(tenant), customer));
        return customer;
    }

    /** Leads to Stripe's portal: cards, addresses, invoices. */
    @PostMapping("/portal")
    @ResponseStatus(HttpStatus.CREATED)
    StripePage openPortal(CommandRequest request) {
        String key = key(request);
        return asking(
                () -> page(stripe.openPortal(key, customer(request.caller().tenant()), screen(""))));
    }

    /** What another plan would cost, and from when on. A cheaper one waits for the end of the period that is paid. */
    @GetMapping("/change-preview")
    ChangePreview previewChange(Caller caller, @RequestParam String plan) {
        return asking(() -> {
            JsonNode subscription = subscription(caller.tenant());
            Terms terms = StripeObjects.terms(subscription);
            Plan wanted = other(terms, plan);
            if (waits(terms, wanted)) {
                return new ChangePreview(
                        wanted,
                        Money.zero(wanted.price().currency()),
                        false,
                        Optional.ofNullable(terms.periodEndsAt()).orElseGet(clock::instant));
            }
            JsonNode invoice = stripe.previewChange(subscription, plans.stripeId(plan));
            return new ChangePreview(wanted, StripeObjects.amount(invoice, "amount_due"), true, clock.instant());
        });
    }

    /** Changes the plan: to one that costs more now, to another when the period ends. */
    @PostMapping("/change")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> changePlan(CommandRequest request, @RequestBody ChosenPlanBody body) {
        String plan = plan(body);
        return changing(request, (subscription, key) -> {
            Terms terms = StripeObjects.terms(subscription);
            Plan wanted = other(terms, plan);
            String price = plans.stripeId(plan);
            if (waits(terms, wanted)) {
                stripe.changeAtPeriodEnd(key, subscription, price);
            } else {
                stripe.changeNow(key, subscription, price);
            }
        });
    }

    private Plan other(Terms terms, String plan) {
        Plan wanted = plans.plan(plan);
        require(!wanted.key().equals(terms.plan()), BillingRejection.PLAN_IS_THE_SAME);
        return wanted;
    }

    /** Compared by the year, so that a year at a lower price a month is no cheaper plan. */
    private static boolean waits(Terms terms, Plan wanted) {
        return terms.status() == SubscriptionStatus.ACTIVE
                && terms.periodEndsAt() != null
                && (wanted.interval().compareTo(terms.interval()) < 0
                        || wanted.interval() == terms.interval()
                                && wanted.price().minor() < terms.price().minor());
    }

    /** The plan doesn't change when the period ends. */
    @PostMapping("/change/drop")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> dropPlanChange(CommandRequest request) {
        return changing(request, (subscription, key) -> {
            String schedule = StripeObjects.id(subscription.path("schedule"));
            if (schedule == null) {
                throw new CommandRejected(BillingRejection.NOTHING_TO_DROP);
            }
            stripe.dropChange(key, schedule);
        });
    }

    /** The subscription ends with the period that is paid; until then all goes on, and it can be taken back. */
    @PostMapping("/cancel")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> cancelSubscription(CommandRequest request) {
        return changing(
                request,
                (subscription, key) ->
                        stripe.cancelAtPeriodEnd(key, subscription.path("id").asString(), true));
    }

    /** It doesn't end after all. */
    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> resumeSubscription(CommandRequest request) {
        return changing(
                request,
                (subscription, key) ->
                        stripe.cancelAtPeriodEnd(key, subscription.path("id").asString(), false));
    }

    /** Leads to an invoice at Stripe, to read, to take away and to pay. The address isn't kept. */
    @PostMapping("/invoices/link")
    @ResponseStatus(HttpStatus.CREATED)
    StripePage openInvoice(Caller caller, @RequestBody SubscriptionInvoiceBody body) {
        Faults faults = new Faults();
        String id = faults.required("invoice", body.invoice(), Function.identity());
        faults.throwIfAny();
        return asking(() -> {
            JsonNode invoice = stripe.invoice(id)
                    .filter(found -> customer(caller.tenant()).equals(StripeObjects.id(found.path("customer"))))
                    .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
            return Optional.ofNullable(invoice.path("hosted_invoice_url").asString(null))
                    .map(StripePage::new)
                    .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        });
    }

    /** What is done to the subscription that runs, by a wish's key. */
    @FunctionalInterface
    private interface Change {

        void make(JsonNode subscription, String key);
    }

    /** Makes it, and notes how things stand then: nobody waits for a webhook to see what they did. */
    private ResponseEntity<CommandAnswer> changing(CommandRequest request, Change change) {
        String key = key(request);
        TenantId tenant = request.caller().tenant();
        return asking(() -> {
            JsonNode subscription = subscription(tenant);
            change.make(subscription, key);
            Instant asked = clock.instant();
            Terms terms = StripeObjects.terms(subscription(tenant));
            return request.make(new MirrorSubscription(SubscriptionId.of(tenant), terms, asked));
        });
    }

    private JsonNode subscription(TenantId tenant) {
        return standings.find(tenant).live().stream()
                .findFirst()
                .flatMap(live -> stripe.subscription(live.terms().stripeId()))
                .filter(found -> StripeObjects.terms(found).status().isLive())
                .orElseThrow(() -> new CommandRejected(BillingRejection.NOT_SUBSCRIBED));
    }

    private String customer(TenantId tenant) {
        String customer = standings.find(tenant).customer();
        if (customer == null) {
            throw new CommandRejected(BillingRejection.NO_CUSTOMER);
        }
        return customer;
    }

    private static String key(CommandRequest request) {
        String key = request.idempotencyKey();
        if (key == null) {
            throw new CommandRejected(RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        }
        return key;
    }

    private static String plan(ChosenPlanBody body) {
        Faults faults = new Faults();
        String plan = faults.required("plan", body.plan(), Function.identity());
        faults.throwIfAny();
        return plan;
    }

    private URI screen(String question) {
        return URI.create(publicUrl.of(SCREEN + question));
    }

    private static StripePage page(JsonNode session) {
        return new StripePage(session.path("url").asString());
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (Stripe.Silent silent) {
            throw new CommandRejected(BillingRejection.STRIPE_SILENT);
        } catch (Stripe.Refused refused) {
            throw new CommandRejected(
                    refused.code().contains("declined")
                                    || refused.code().startsWith("card")
                                    || refused.code().contains("payment_intent")
                            ? BillingRejection.PAYMENT_DECLINED
                            : BillingRejection.STRIPE_REFUSES);
        }
    }
}
