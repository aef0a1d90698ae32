package medflip.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import medflip.platform.text.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the simulated Stripe knows: customers, what they subscribed, invoices and payments, as Stripe writes them, and
 * what happens to them. Kept in a file, so that a restart forgets no subscription. Each thing that happens is told.
 */
final class StripeBooks {

    /** A card, or a bank account, by which paying can be tried; none has a number. */
    enum Paper {
        /** It pays. */
        GOOD("visa", "4242"),
        /** It is taken, and pays nothing from the second time on. */
        FAILS_LATER("visa", "0341"),
        /** It isn't taken. */
        DECLINED("visa", "0002"),
        /** A bank that takes days, and then pays. */
        SLOW_BANK("us_bank_account", "6789"),
        /** A bank that takes days, and then doesn't. */
        BOUNCING_BANK("us_bank_account", "1116");

        private final String brand;
        private final String lastDigits;

        Paper(String brand, String lastDigits) {
            this.brand = brand;
            this.lastDigits = lastDigits;
        }

        boolean isBank() {
            return brand.equals("us_bank_account");
        }
    }

    /** What can be subscribed. */
    private record Offer(String key, String product, long cents, String interval) {}

    private static final List<Offer> OFFERS = List.of(
            new Offer("medflip_solo_monthly", "Solo", 29_00, "month"),
            new Offer("medflip_solo_yearly", "Solo, by the year", 290_00, "year"),
            new Offer("medflip_team_monthly", "Team", 59_00, "month"),
            new Offer("medflip_team_yearly", "Team, by the year", 590_00, "year"));

    /**
     * What can be typed at the checkout to pay less.
     *
     * @param percent less, or else {@code cents} less
     * @param invoices for so many that cost something; for none: it isn't good any more
     */
    private record Promotion(String code, int percent, long cents, int invoices) {}

    private static final List<Promotion> PROMOTIONS = List.of(
            new Promotion("WELCOME20", 20, 0, 2), new Promotion("FIVE", 0, 5_00, 1), new Promotion("SPRING", 30, 0, 0));

    /** Where tax is due, in thousandths of a percent. */
    private static final Map<String, Long> TAXES = Map.of("OR", 0L, "NY", 8_875L, "TX", 8_250L);

    private static final long WHOLE = 100_000;

    /** What an invoice comes to: {@code total} is what it costs, less the discount, and the tax of that. */
    record Sum(long costs, long discount, long tax) {

        long total() {
            return costs - discount + tax;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** After so many attempts that failed a subscription ends. */
    private static final int ATTEMPTS = 4;

    private static final int DAYS_BETWEEN_ATTEMPTS = 4;

    /** As an account is set to at first. */
    private static final Duration TOLD_BEFORE = Duration.ofDays(7);

    private final Clock clock;
    private final @Nullable Path file;
    private final BiConsumer<String, JsonNode> told;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private int invoices;

    /**
     * @param file where it is kept; null: nowhere
     * @param told hears of each thing that happens: what kind it is, and the thing as it is then
     */
    StripeBooks(Clock clock, @Nullable Path file, BiConsumer<String, JsonNode> told) {
        this.clock = clock;
        this.file = file;
        this.told = told;
        if (file != null && Files.exists(file)) {
            for (JsonNode object : JSON.readTree(file).values()) {
                objects.put(object.path("id").asString(), (ObjectNode) object);
            }
            invoices = (int) all("invoice").size();
        }
    }

    private void tell(String type, ObjectNode object) {
        save();
        told.accept(type, object.deepCopy());
    }

    private void save() {
        if (file == null) {
            return;
        }
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(objects.values()));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    ObjectNode get(String id) {
        return find(id).orElseThrow(() -> new NoSuch(id));
    }

    /** There is no such thing. */
    static final class NoSuch extends RuntimeException {
        NoSuch(String id) {
            super("No such object: " + id);
        }
    }

    /** A payment wasn't taken. */
    static final class Declined extends RuntimeException {
        Declined(String message) {
            super(message);
        }
    }

    /** As it stands, that can't be done to it. */
    static final class NotNow extends RuntimeException {

        private final String code;

        NotNow(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The newest first. */
    List<ObjectNode> all(String kind) {
        return objects.values().stream()
                .filter(object -> object.path("object").asString().equals(kind))
                .toList()
                .reversed();
    }

    List<ObjectNode> of(String customer, String kind) {
        return all(kind).stream()
                .filter(object -> object.path("customer").asString("").equals(customer))
                .toList();
    }

    private ObjectNode make(String prefix, String kind) {
        ObjectNode object = JSON.createObjectNode();
        object.put("id", prefix + "_sim" + Ids.next().toString().replace("-", ""));
        object.put("object", kind);
        object.put("created", now());
        object.put("livemode", false);
        objects.put(object.path("id").asString(), object);
        return object;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    List<ObjectNode> prices(List<String> keys) {
        return OFFERS.stream()
                .filter(offer -> keys.isEmpty() || keys.contains(offer.key()))
                .map(StripeBooks::price)
                .toList();
    }

    ObjectNode price(String id) {
        return OFFERS.stream()
                .filter(offer -> ("price_sim_" + offer.key()).equals(id))
                .findFirst()
                .map(StripeBooks::price)
                .orElseThrow(() -> new NoSuch(id));
    }

    private static ObjectNode price(Offer offer) {
        ObjectNode price = JSON.createObjectNode();
        price.put("id", "price_sim_" + offer.key());
        price.put("object", "price");
        price.put("active", true);
        price.put("currency", "usd");
        price.put("lookup_key", offer.key());
        price.put("unit_amount", offer.cents());
        price.put("livemode", false);
        price.putObject("recurring").put("interval", offer.interval()).put("interval_count", 1);
        price.putObject("product")
                .put("id", "prod_sim_" + offer.product().replaceAll("\\W", ""))
                .put("object", "product")
                .put("name", offer.product());
        return price;
    }

    ObjectNode openCustomer(Map<String, String> metadata) {
        ObjectNode customer = make("cus", "customer");
        ObjectNode said = customer.putObject("metadata");
        metadata.forEach(said::put);
        tell("customer.created", customer);
        return customer;
    }

    void deleteCustomer(String id) {
        ObjectNode customer = get(id);
        of(id, "subscription").stream().filter(StripeBooks::isLive).forEach(this::end);
        customer.put("deleted", true);
        tell("customer.deleted", customer);
    }

    private static boolean isLive(ObjectNode subscription) {
        String status = subscription.path("status").asString();
        return !status.equals("canceled") && !status.equals("incomplete_expired");
    }

    ObjectNode openCheckout(
            String customer,
            String price,
            String reference,
            @Nullable Long trialEnd,
            boolean taxed,
            boolean promoted,
            String done,
            String left) {
        get(customer);
        ObjectNode session = make("cs", "checkout.session");
        session.put("status", "open");
        session.put("payment_status", "unpaid");
        session.put("mode", "subscription");
        session.put("customer", customer);
        session.put("client_reference_id", reference);
        session.put("success_url", done);
        session.put("cancel_url", left);
        session.put("price", price(price).path("id").asString());
        session.putObject("automatic_tax").put("enabled", taxed);
        session.put("allow_promotion_codes", promoted);
        if (trialEnd != null) {
            session.put("trial_end", trialEnd);
        }
        save();
        return session;
    }

    /** Somebody finishes a checkout, and gives no code, and an address where no tax is due. */
    void finishCheckout(String id, Paper paper) {
        finishCheckout(id, paper, "", "OR");
    }

    /** @param code what they typed to pay less; may be empty */
    void finishCheckout(String id, Paper paper, String code, String state) {
        ObjectNode session = get(id);
        if (!session.path("status").asString().equals("open")) {
            return;
        }
        if (paper == Paper.DECLINED) {
            throw new Declined("Your card was declined.");
        }
        Promotion promotion = code.isBlank()
                ? null
                : PROMOTIONS.stream()
                        .filter(each -> each.code().equalsIgnoreCase(code.strip()) && each.invoices() > 0)
                        .findFirst()
                        .orElseThrow(() -> new Declined("This code is not good, or not any more."));
        String customer = session.path("customer").asString();
        attach(customer, paper);
        get(customer).putObject("address").put("country", "US").put("state", state);
        boolean trial = session.has("trial_end");
        ObjectNode subscription = make("sub", "subscription");
        String subscriptionId = subscription.path("id").asString();
        subscription.put("customer", customer);
        subscription.put("status", trial ? "trialing" : "active");
        subscription.put("cancel_at_period_end", false);
        subscription.putNull("cancel_at");
        subscription.putNull("canceled_at");
        subscription.putNull("ended_at");
        subscription.putNull("pause_collection");
        subscription.putNull("schedule");
        subscription.put("start_date", now());
        if (trial) {
            subscription.put("trial_end", session.path("trial_end").asLong());
        }
        subscription
                .putObject("metadata")
                .put("tenant", session.path("client_reference_id").asString());
        ObjectNode price = price(session.path("price").asString());
        ObjectNode item = subscription
                .putObject("items")
                .put("object", "list")
                .putArray("data")
                .addObject();
        item.put("id", "si_" + subscriptionId.substring(4));
        item.put("object", "subscription_item");
        item.put("quantity", 1);
        item.set("price", price);
        item.put("current_period_start", now());
        item.put("current_period_end", trial ? session.path("trial_end").asLong() : after(now(), price));
        subscription
                .putObject("automatic_tax")
                .put("enabled", session.path("automatic_tax").path("enabled").asBoolean(false));
        session.put("status", "complete");
        session.put("subscription", subscriptionId);
        if (promotion != null) {
            grant(subscription, promotion);
        }
        tell("customer.subscription.created", subscription);
        boolean waits = paper.isBank() && !trial;
        ObjectNode invoice =
                bill(subscription, trial ? 0 : price.path("unit_amount").asLong(), "subscription_create");
        if (!waits) {
            settle(invoice);
        }
        session.put("payment_status", waits ? "unpaid" : trial ? "no_payment_required" : "paid");
        tell("checkout.session.completed", session);
    }

    /** A bank has thought about it. */
    void endSlowPayment(String id) {
        ObjectNode session = get(id);
        ObjectNode subscription = get(session.path("subscription").asString());
        ObjectNode invoice = get(subscription.path("latest_invoice").asString());
        if (!invoice.path("status").asString().equals("open")) {
            return;
        }
        if (paper(subscription) == Paper.BOUNCING_BANK) {
            fail(subscription, invoice);
            tell("checkout.session.async_payment_failed", session);
        } else {
            settle(invoice);
            session.put("payment_status", "paid");
            tell("checkout.session.async_payment_succeeded", session);
        }
    }

    private void grant(ObjectNode subscription, Promotion promotion) {
        ObjectNode discount = make("di", "discount");
        discount.put("customer", subscription.path("customer").asString());
        discount.put("subscription", subscription.path("id").asString());
        discount.put("promotion_code", promotion.code());
        discount.put("percent_off", promotion.percent());
        discount.put("amount_off", promotion.cents());
        discount.put("invoices_left", promotion.invoices());
        subscription.putArray("discounts").add(discount.path("id").asString());
        tell("customer.discount.created", discount);
    }

    private Optional<ObjectNode> discount(ObjectNode subscription) {
        JsonNode id = subscription.path("discounts").path(0);
        return id.isString() ? find(id.asString()) : Optional.empty();
    }

    /** It was good for one invoice more. */
    private void use(ObjectNode subscription, ObjectNode discount) {
        int left = discount.path("invoices_left").asInt() - 1;
        discount.put("invoices_left", left);
        if (left == 0) {
            subscription.remove("discounts");
            tell("customer.discount.deleted", discount);
        }
    }

    /** What an invoice over so much would come to now; of nothing, and of money that goes back, as it is. */
    Sum sum(ObjectNode subscription, long cents) {
        if (cents <= 0) {
            return new Sum(cents, 0, 0);
        }
        long discount = discount(subscription)
                .map(each -> each.path("percent_off").asLong() > 0
                        ? share(cents, each.path("percent_off").asLong(), 100)
                        : Math.min(cents, each.path("amount_off").asLong()))
                .orElse(0L);
        String state = get(subscription.path("customer").asString())
                .path("address")
                .path("state")
                .asString("OR");
        long tax = subscription.path("automatic_tax").path("enabled").asBoolean(false)
                ? share(cents - discount, TAXES.getOrDefault(state, 0L), WHOLE)
                : 0;
        return new Sum(cents, discount, tax);
    }

    /** Half a cent is one. */
    private static long share(long cents, long part, long whole) {
        return (cents * part * 2 + whole) / (whole * 2);
    }

    void abandonCheckout(String id) {
        if (get(id).path("status").asString().equals("open")) {
            expireCheckout(id);
        }
    }

    ObjectNode expireCheckout(String id) {
        ObjectNode session = get(id);
        if (!session.path("status").asString().equals("open")) {
            throw new NotNow("checkout_session_not_open", "Only open Checkout Sessions can be expired.");
        }
        session.put("status", "expired");
        tell("checkout.session.expired", session);
        return session;
    }

    /** Pays by that from now on, and what is owed at once. */
    void attach(String customer, Paper paper) {
        for (ObjectNode old : of(customer, "payment_method")) {
            objects.remove(old.path("id").asString());
        }
        ObjectNode method = make("pm", "payment_method");
        method.put("customer", customer);
        method.put("paper", paper.name());
        method.put("type", paper.isBank() ? "us_bank_account" : "card");
        ObjectNode detail = method.putObject(paper.isBank() ? "us_bank_account" : "card");
        detail.put("last4", paper.lastDigits);
        if (paper.isBank()) {
            detail.put("bank_name", "Simulated Bank");
        } else {
            detail.put("brand", paper.brand).put("exp_month", 4).put("exp_year", 2031);
        }
        tell("payment_method.attached", method);
    }

    void payWhatIsOwed(String customer) {
        for (ObjectNode invoice : of(customer, "invoice")) {
            if (invoice.path("status").asString().equals("open")) {
                get(subscriptionOf(invoice)).put("status", "active");
                settle(invoice);
                tell("customer.subscription.updated", get(subscriptionOf(invoice)));
            }
        }
    }

    private Paper paper(ObjectNode subscription) {
        return of(subscription.path("customer").asString(), "payment_method").stream()
                .findFirst()
                .map(method -> Paper.valueOf(method.path("paper").asString()))
                .orElse(Paper.DECLINED);
    }

    private boolean pays(ObjectNode subscription) {
        Paper paper = paper(subscription);
        return paper == Paper.GOOD || paper == Paper.SLOW_BANK;
    }

    private ObjectNode bill(ObjectNode subscription, long cents, String reason) {
        ObjectNode invoice = draft(subscription, cents, reason);
        invoice.put("number", "SIM-%05d".formatted(++invoices));
        invoice.put("status", "open");
        tell("invoice.created", invoice);
        tell("invoice.finalized", invoice);
        return invoice;
    }

    private ObjectNode draft(ObjectNode subscription, long cents, String reason) {
        String id = subscription.path("id").asString();
        Sum sum = sum(subscription, cents);
        ObjectNode invoice = make("in", "invoice");
        // Times are whole seconds, and months lie between what happens here within one.
        long last = all("invoice").stream()
                .filter(earlier -> earlier.at("/parent/subscription_details/subscription")
                        .asString("")
                        .equals(id))
                .mapToLong(earlier -> earlier.path("created").asLong())
                .max()
                .orElse(0);
        invoice.put("created", Math.max(now(), last + 1));
        invoice.put("status", "draft");
        invoice.put("customer", subscription.path("customer").asString());
        invoice.put("billing_reason", reason);
        invoice.put("currency", "usd");
        put(invoice, sum);
        invoice.put("amount_due", sum.total());
        invoice.put("amount_paid", 0);
        invoice.put("amount_remaining", sum.total());
        invoice.put("attempt_count", 0);
        invoice.putNull("next_payment_attempt");
        invoice.putObject("parent")
                .put("type", "subscription_details")
                .putObject("subscription_details")
                .put("subscription", id);
        subscription.put("latest_invoice", invoice.path("id").asString());
        if (sum.discount() > 0) {
            discount(subscription).ifPresent(discount -> use(subscription, discount));
        }
        return invoice;
    }

    static void put(ObjectNode invoice, Sum sum) {
        invoice.put("subtotal", sum.costs());
        invoice.put("total", sum.total());
        amount(invoice.putArray("total_discount_amounts"), sum.discount());
        amount(invoice.putArray("total_taxes"), sum.tax());
    }

    private static void amount(ArrayNode amounts, long cents) {
        if (cents > 0) {
            amounts.addObject().put("amount", cents);
        }
    }

    static String subscriptionOf(ObjectNode invoice) {
        return invoice.path("parent")
                .path("subscription_details")
                .path("subscription")
                .asString();
    }

    private void settle(ObjectNode invoice) {
        long total = invoice.path("total").asLong();
        invoice.put("status", "paid");
        invoice.put("amount_paid", total);
        invoice.put("amount_remaining", 0);
        invoice.put("attempt_count", invoice.path("attempt_count").asInt() + 1);
        invoice.putNull("next_payment_attempt");
        if (total > 0) {
            ObjectNode charge = make("ch", "charge");
            charge.put("customer", invoice.path("customer").asString());
            charge.put("invoice", invoice.path("id").asString());
            charge.put("payment_intent", "pi_" + charge.path("id").asString().substring(3));
            charge.put("amount", total);
            charge.put("amount_refunded", 0);
            charge.put("currency", "usd");
            charge.put("status", "succeeded");
            tell("charge.succeeded", charge);
        }
        tell("invoice.paid", invoice);
        tell("invoice.payment_succeeded", invoice);
    }

    void voidInvoice(String id) {
        ObjectNode invoice = get(id);
        if (!invoice.path("status").asString().equals("open")) {
            throw new NotNow("invoice_not_open", "You can only void open invoices.");
        }
        invoice.put("status", "void");
        invoice.putNull("next_payment_attempt");
        tell("invoice.voided", invoice);
    }

    private void fail(ObjectNode subscription, ObjectNode invoice) {
        int attempts = invoice.path("attempt_count").asInt() + 1;
        invoice.put("attempt_count", attempts);
        boolean last = attempts >= ATTEMPTS;
        if (last) {
            invoice.putNull("next_payment_attempt");
        } else {
            invoice.put(
                    "next_payment_attempt",
                    clock.instant().plusSeconds(DAYS_BETWEEN_ATTEMPTS * 86_400L).getEpochSecond());
        }
        tell("invoice.payment_failed", invoice);
        if (last) {
            end(subscription);
        } else {
            subscription.put("status", "past_due");
            tell("customer.subscription.updated", subscription);
        }
    }

    /** Somebody ends it at once. */
    ObjectNode end(String id) {
        ObjectNode subscription = get(id);
        if (!isLive(subscription)) {
            throw new NoSuch(id);
        }
        end(subscription);
        return subscription;
    }

    private void end(ObjectNode subscription) {
        subscription.put("status", "canceled");
        subscription.put("ended_at", now());
        if (subscription.path("canceled_at").isNull()) {
            subscription.put("canceled_at", now());
        }
        tell("customer.subscription.deleted", subscription);
    }

    private static long after(long start, JsonNode price) {
        ZonedDateTime from = Instant.ofEpochSecond(start).atZone(ZoneOffset.UTC);
        return (price.path("recurring").path("interval").asString().equals("year")
                        ? from.plusYears(1)
                        : from.plusMonths(1))
                .toEpochSecond();
    }

    static ObjectNode item(ObjectNode subscription) {
        return (ObjectNode) subscription.path("items").path("data").path(0);
    }

    /** The period that is paid ends: the next one is billed, or what was subscribed ends. */
    void endPeriod(String id) {
        ObjectNode subscription = get(id);
        if (!isLive(subscription)) {
            return;
        }
        if (subscription.path("cancel_at_period_end").asBoolean(false)) {
            end(subscription);
            return;
        }
        ObjectNode item = item(subscription);
        if (subscription.path("schedule").isString()) {
            ObjectNode schedule = get(subscription.path("schedule").asString());
            item.set(
                    "price",
                    price(schedule.path("phases")
                            .path(1)
                            .path("items")
                            .path(0)
                            .path("price")
                            .asString()));
            release(schedule.path("id").asString());
        }
        long start = now();
        item.put("current_period_start", start);
        item.put("current_period_end", after(start, item.path("price")));
        ObjectNode invoice =
                bill(subscription, item.path("price").path("unit_amount").asLong(), "subscription_cycle");
        if (pays(subscription)) {
            subscription.put("status", "active");
            settle(invoice);
            tell("customer.subscription.updated", subscription);
        } else {
            fail(subscription, invoice);
        }
    }

    /** The next period begins, and its invoice can't be finished: nobody knows where the tax is due. */
    void stick(String id) {
        ObjectNode subscription = get(id);
        long cents = item(subscription).path("price").path("unit_amount").asLong();
        ObjectNode invoice = draft(subscription, cents, "subscription_cycle");
        invoice.putObject("last_finalization_error").put("code", "customer_tax_location_invalid");
        tell("invoice.created", invoice);
        tell("invoice.finalization_failed", invoice);
    }

    /** Time passes until a week before the next invoice, of which Stripe tells then, and whenever it is told again. */
    void warnOfRenewal(String id) {
        ObjectNode subscription = get(id);
        if (!isLive(subscription) || subscription.path("cancel_at_period_end").asBoolean(false)) {
            return;
        }
        ObjectNode item = item(subscription);
        long over = item.path("current_period_end").asLong() - now() - TOLD_BEFORE.toSeconds();
        if (over > 0 && !subscription.path("status").asString().equals("trialing")) {
            item.put("current_period_start", item.path("current_period_start").asLong() - over);
            item.put("current_period_end", item.path("current_period_end").asLong() - over);
        }
        ObjectNode invoice = JSON.createObjectNode();
        Sum sum = sum(subscription, item.path("price").path("unit_amount").asLong());
        // As Stripe has it, it has no id yet.
        invoice.put("object", "invoice");
        invoice.put("status", "draft");
        invoice.put("customer", subscription.path("customer").asString());
        invoice.put("billing_reason", "upcoming");
        invoice.put("currency", "usd");
        put(invoice, sum);
        invoice.put("amount_due", sum.total());
        invoice.put("next_payment_attempt", item.path("current_period_end").asLong());
        invoice.putObject("parent")
                .put("type", "subscription_details")
                .putObject("subscription_details")
                .put("subscription", id);
        tell("invoice.upcoming", invoice);
    }

    /** Stripe tries once more what is owed. */
    void retry(String id) {
        ObjectNode subscription = get(id);
        ObjectNode invoice = get(subscription.path("latest_invoice").asString());
        if (!invoice.path("status").asString().equals("open")) {
            return;
        }
        if (pays(subscription)) {
            subscription.put("status", "active");
            settle(invoice);
            tell("customer.subscription.updated", subscription);
        } else {
            fail(subscription, invoice);
        }
    }

    /** The trial ends in three days. */
    void warnOfTrialEnd(String id) {
        tell("customer.subscription.trial_will_end", get(id));
    }

    void cancelAtPeriodEnd(String id, boolean cancel) {
        ObjectNode subscription = get(id);
        subscription.put("cancel_at_period_end", cancel);
        if (cancel) {
            subscription.put("canceled_at", now());
            subscription.put(
                    "cancel_at", item(subscription).path("current_period_end").asLong());
        } else {
            subscription.putNull("canceled_at");
            subscription.putNull("cancel_at");
        }
        tell("customer.subscription.updated", subscription);
    }

    /** What a change at this moment costs: the new plan for the rest of the period, less the old one. */
    long difference(ObjectNode subscription, String price) {
        ObjectNode item = item(subscription);
        if (subscription.path("status").asString().equals("trialing")) {
            return 0;
        }
        JsonNode now = item.path("price");
        ObjectNode next = price(price);
        long start = item.path("current_period_start").asLong();
        long end = item.path("current_period_end").asLong();
        double left = (double) Math.max(0, end - now()) / Math.max(1, end - start);
        boolean sameInterval = now.path("recurring")
                .path("interval")
                .asString()
                .equals(next.path("recurring").path("interval").asString());
        double unused = left * now.path("unit_amount").asLong();
        double wanted = (sameInterval ? left : 1) * next.path("unit_amount").asLong();
        return Math.round(wanted) - Math.round(unused);
    }

    void change(String id, String price) {
        ObjectNode subscription = get(id);
        long difference = difference(subscription, price);
        if (difference > 0 && !pays(subscription)) {
            throw new Declined("Your card was declined.");
        }
        ObjectNode item = item(subscription);
        ObjectNode next = price(price);
        if (!item.path("price")
                        .path("recurring")
                        .path("interval")
                        .equals(next.path("recurring").path("interval"))
                && !subscription.path("status").asString().equals("trialing")) {
            item.put("current_period_start", now());
            item.put("current_period_end", after(now(), next));
        }
        item.set("price", next);
        if (difference != 0) {
            settle(bill(subscription, difference, "subscription_update"));
        }
        tell("customer.subscription.updated", subscription);
    }

    ObjectNode schedule(String id) {
        ObjectNode subscription = get(id);
        ObjectNode item = item(subscription);
        ObjectNode schedule = make("sub_sched", "subscription_schedule");
        schedule.put("status", "active");
        schedule.put("customer", subscription.path("customer").asString());
        schedule.put("subscription", id);
        schedule.putObject("current_phase")
                .put("start_date", item.path("current_period_start").asLong())
                .put("end_date", item.path("current_period_end").asLong());
        phase(
                schedule.putArray("phases"),
                item.path("current_period_start").asLong(),
                item.path("price").path("id").asString());
        subscription.put("schedule", schedule.path("id").asString());
        save();
        return schedule;
    }

    private static void phase(ArrayNode phases, long start, String price) {
        phases.addObject()
                .put("start_date", start)
                .putArray("items")
                .addObject()
                .put("price", price);
    }

    ObjectNode plan(String id, String next) {
        ObjectNode schedule = get(id);
        price(next);
        phase(
                (ArrayNode) schedule.path("phases"),
                schedule.path("current_phase").path("end_date").asLong(),
                next);
        tell("subscription_schedule.updated", schedule);
        tell("customer.subscription.updated", get(schedule.path("subscription").asString()));
        return schedule;
    }

    ObjectNode release(String id) {
        ObjectNode schedule = get(id);
        schedule.put("status", "released");
        ObjectNode subscription = get(schedule.path("subscription").asString());
        subscription.putNull("schedule");
        tell("subscription_schedule.released", schedule);
        tell("customer.subscription.updated", subscription);
        return schedule;
    }

    /** Which payments an invoice was settled by. */
    List<ObjectNode> payments(String invoice) {
        return all("charge").stream()
                .filter(charge -> charge.path("invoice").asString("").equals(invoice))
                .map(charge -> {
                    ObjectNode payment = JSON.createObjectNode();
                    payment.put("id", "inpay_" + charge.path("id").asString().substring(3));
                    payment.put("object", "invoice_payment");
                    payment.put("invoice", invoice);
                    payment.put("amount_paid", charge.path("amount").asLong());
                    payment.put("status", "paid");
                    payment.putObject("payment")
                            .put("type", "payment_intent")
                            .put("payment_intent", charge.path("payment_intent").asString(""));
                    return payment;
                })
                .toList();
    }

    ObjectNode refundPayment(String intent) {
        String charge = all("charge").stream()
                .filter(each -> each.path("payment_intent").asString("").equals(intent))
                .findFirst()
                .orElseThrow(() -> new NoSuch(intent))
                .path("id")
                .asString();
        refund(charge);
        ObjectNode refund = make("re", "refund");
        refund.put("charge", charge);
        refund.put("payment_intent", intent);
        refund.put("amount", get(charge).path("amount").asLong());
        refund.put("status", "succeeded");
        save();
        return refund;
    }

    /** Money goes back. */
    void refund(String charge) {
        ObjectNode object = get(charge);
        if (object.path("amount_refunded").asLong() == object.path("amount").asLong()) {
            throw new NotNow("charge_already_refunded", "It went back already.");
        }
        object.put("amount_refunded", object.path("amount").asLong());
        tell("charge.refunded", object);
    }

    /** Who paid tells their bank that they hadn't wanted to; its end, where there is one already. */
    void dispute(String charge) {
        Optional<ObjectNode> open = all("dispute").stream()
                .filter(each -> each.path("charge").asString().equals(charge))
                .findFirst();
        if (open.isPresent()) {
            open.get().put("status", "lost");
            tell("charge.dispute.closed", open.get());
            return;
        }
        ObjectNode dispute = make("dp", "dispute");
        dispute.put("charge", charge);
        dispute.put("amount", get(charge).path("amount").asLong());
        dispute.put("currency", "usd");
        dispute.put("status", "needs_response");
        tell("charge.dispute.created", dispute);
    }

    List<ObjectNode> charges(String customer) {
        return new ArrayList<>(of(customer, "charge"));
    }
}
