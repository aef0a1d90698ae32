package medflip.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import medflip.launcher.StripeSimulator;
import tools.jackson.databind.JsonNode;

/** What tests of paying for the service have in common. */
record Paying(RunningService service) {

    StripeSimulator stripe() {
        return service.bean(StripeSimulator.class);
    }

    /** A mail whose subject begins so. */
    void awaitMail(String address, String beginning) {
        Eventually.of(
                () -> new Postbox(service).of(address),
                mails -> mails.stream().anyMatch(mail -> mail.subject().startsWith(beginning)));
    }

    static JsonNode subscription(Browser owner) {
        return owner.get("/api/subscription").expect(200).json();
    }

    static JsonNode await(Browser owner, Predicate<JsonNode> condition) {
        return Eventually.of(() -> subscription(owner), condition);
    }

    static String status(JsonNode subscription) {
        return subscription.at("/current/status").asString("");
    }

    static String access(JsonNode subscription) {
        return subscription.get("access").asString();
    }

    /** Signs up and subscribes to a plan at once, through Stripe's pages: the rest of the trial isn't lost by that. */
    Browser subscribed(String name, String plan, String paper) {
        Browser owner = service.browser().signUp(name);
        subscribe(owner, plan, paper);
        return owner;
    }

    void subscribe(Browser owner, String plan, String paper) {
        visit(checkout(owner, plan) + "/pay/" + paper);
    }

    /** Where somebody goes to pay for a plan. */
    static String checkout(Browser owner, String plan) {
        return owner.post("/api/billing/checkout", Map.of("plan", plan))
                .expect(201)
                .json()
                .get("url")
                .asString();
    }

    /** Presses a button at one of the simulator's pages. */
    static int visit(String url) {
        return visit(url, "");
    }

    /** @param form what was filled in there */
    static int visit(String url, String form) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of a business at Stripe, also what ended; the newest first. */
    List<JsonNode> subscriptionsOf(Browser owner) {
        String business =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        return stripe().all("subscription").stream()
                .filter(each -> each.at("/metadata/tenant").asString().equals(business))
                .toList();
    }

    String subscriptionOf(Browser owner) {
        return subscriptionsOf(owner).getFirst().get("id").asString();
    }

    /** Things of a business at Stripe, such as its {@code checkout.session}s; the newest first. */
    List<JsonNode> all(Browser owner, String kind) {
        String business =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        String customer = stripe().all("customer").stream()
                .filter(each -> each.at("/metadata/tenant").asString().equals(business))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        return stripe().all(kind).stream()
                .filter(each -> each.path("customer").asString("").equals(customer))
                .toList();
    }

    /** How it stands as those who run the service see it. */
    JsonNode overview(String business) {
        return Operators.of(service)
                .get("/api/operator/subscriptions")
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.get("name").asString().equals(business))
                .findFirst()
                .orElseThrow();
    }

    /** How many mails whose subject begins so somebody got. */
    long mails(String address, String beginning) {
        return new Postbox(service)
                .of(address).stream()
                        .filter(mail -> mail.subject().startsWith(beginning))
                        .count();
    }
}
