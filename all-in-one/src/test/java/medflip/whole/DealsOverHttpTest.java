package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/**
 * A deal's ways, over HTTP: what is bought goes on the shelf, what isn't goes back, and days that pass have effects.
 */
class DealsOverHttpTest {

    @Test
    void only_boxes_that_are_agreed_on_go_on_the_shelf() {
        Browser owner = RunningService.shared().browser().signUp("Shelf");
        String deal = deal(owner);
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(
                owner,
                deal,
                "inspect",
                Map.of("line", 1, "found", List.of(found(1, 1_500, "STOCK", Map.of()), broken())));
        Books.step(owner, deal, "requote", Map.of("remark", "one is broken"));
        assertThat(seen(owner, deal).get("state").asString()).isEqualTo("REQUOTED");
        Books.step(owner, deal, "agree", Map.of("payoutFee", Books.usd(30)));
        JsonNode lots = Eventually.of(
                () -> owner.get("/api/lots?search=Verio").expect(200).json().get("items"), items -> !items.isEmpty());
        assertThat(lots).hasSize(1);
        assertThat(lots.get(0).get("onHand").asInt()).isEqualTo(1);
        assertThat(lots.get(0).get("landedCost").get("minor").asInt())
                .as("price and fee")
                .isEqualTo(1_530);
        assertThat(seen(owner, deal).get("toReturn").asInt()).isEqualTo(1);
        Books.step(owner, deal, "return", Map.of("carrier", "USPS", "trackingNumber", "9400-back"));
        Books.step(owner, deal, "payouts", Books.payout(1_500));
        Books.step(owner, deal, "close", Map.of());
        assertThat(seen(owner, deal).get("state").asString()).isEqualTo("CLOSED");
        assertThat(owner.get("/api/deals?search=9400-back")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .as("found by the tracking number")
                .isEqualTo(1);
    }

    @Test
    void at_a_meeting_one_request_buys_and_pays() {
        Browser owner = RunningService.shared().browser().signUp("Meeting");
        String deal = deal(owner);
        Books.step(
                owner,
                deal,
                "appointment",
                Map.of("meetOn", "2099-01-01", "meetAt", "15:30", "place", "the parking lot"));
        Books.step(
                owner,
                deal,
                "buy-on-the-spot",
                Map.of(
                        "attests",
                        true,
                        "method",
                        "CASH",
                        "lines",
                        List.of(Map.of("line", 1, "found", List.of(found(1, 1_500, "STOCK", Map.of()), broken())))));
        JsonNode bought = seen(owner, deal);
        assertThat(bought.get("state").asString()).isEqualTo("PAID");
        assertThat(bought.get("paid").get("minor").asInt()).isEqualTo(1_500);
        assertThat(bought.get("appointment").get("meetAt").asString()).startsWith("15:30");
    }

    @Test
    void a_wrong_finding_is_told_by_field() {
        Browser owner = RunningService.shared().browser().signUp("Findings");
        String deal = deal(owner);
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Browser.Answer refused = owner.change(
                        "POST",
                        "/api/deals/" + deal + "/inspect",
                        Map.of("line", 1, "found", List.of(Map.of("quantity", 0, "outcome", "STOCK"))),
                        owner.get("/api/deals/" + deal).expect(200).etag())
                .expect(400);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("found[0].expiry", "found[0].quantity", "found[0].unitPrice");
    }

    @Test
    void offers_expire_and_unwanted_boxes_are_given_away_once_their_day_has_passed() {
        try (RunningService service = RunningService.start(MovingClock.class)) {
            MovingClock.set(Instant.parse("2026-11-24T12:00:00Z"));
            Browser owner = service.browser().signUp("Time");
            String quoted = deal(owner);
            String held = deal(owner);
            String unwanted = deal(owner);
            Books.step(owner, held, "hold", Map.of("reason", "PRICE_QUESTION"));
            Books.step(owner, unwanted, "accept", Map.of("attests", true));
            Books.step(owner, unwanted, "receive", Map.of());
            Books.step(owner, unwanted, "give-up", Map.of("reason", "PRICE"));
            MovingClock.set(Instant.parse("2026-12-02T12:00:00Z"));
            Eventually.of(() -> seen(owner, quoted).get("state").asString(), "EXPIRED"::equals);
            assertThat(seen(owner, held).get("state").asString()).isEqualTo("QUOTED");
            assertThat(seen(owner, unwanted).get("state").asString()).isEqualTo("RETURNING");
            MovingClock.set(Instant.parse("2026-12-26T12:00:00Z"));
            Eventually.of(() -> seen(owner, unwanted).get("state").asString(), "DONATED"::equals);
            assertThat(seen(owner, held).get("state").asString()).isEqualTo("QUOTED");
        }
    }

    @Test
    void a_business_says_how_long_deals_wait_and_what_waits_already_follows() {
        try (RunningService service = RunningService.start(MovingClock.class)) {
            MovingClock.set(Instant.parse("2026-11-24T12:00:00Z"));
            Browser quick = service.browser().signUp("Quick");
            Browser patient = service.browser().signUp("Patient");
            assertThat(quick.get("/api/deal-rules")
                            .expect(200)
                            .json()
                            .get("donateAfterDays")
                            .asInt())
                    .isEqualTo(30);
            String unwanted = unwanted(quick);
            String paid = paid(quick);
            String open = paid(patient);
            quick.post("/api/deal-rules", Map.of("donateAfterDays", 3, "closeAfterDays", 5))
                    .expect(201);
            patient.post("/api/deal-rules", Map.of("donateAfterDays", 30)).expect(201);
            assertThat(patient.get("/api/deal-rules").expect(200).json().has("closeAfterDays"))
                    .isFalse();

            MovingClock.set(Instant.parse("2026-11-28T12:00:00Z"));
            Eventually.of(() -> seen(quick, unwanted).get("state").asString(), "DONATED"::equals);
            assertThat(seen(quick, paid).get("state").asString()).isEqualTo("PAID");
            MovingClock.set(Instant.parse("2026-11-30T12:00:00Z"));
            Eventually.of(() -> seen(quick, paid).get("state").asString(), "CLOSED"::equals);
            MovingClock.set(Instant.parse("2027-06-30T12:00:00Z"));
            Books.step(quick, paid, "reopen", Map.of());
            String later = unwanted(quick);
            MovingClock.set(Instant.parse("2027-07-05T12:00:00Z"));
            Eventually.of(() -> seen(quick, later).get("state").asString(), "DONATED"::equals);
            assertThat(seen(quick, paid).get("state").asString())
                    .as("reopened by somebody, so closed by somebody")
                    .isEqualTo("PAID");
            assertThat(seen(patient, open).get("state").asString()).isEqualTo("PAID");
        }
    }

    @Test
    void a_deal_does_not_close_by_itself_while_boxes_of_it_are_to_be_sent_back() {
        try (RunningService service = RunningService.start(MovingClock.class)) {
            MovingClock.set(Instant.parse("2026-11-24T12:00:00Z"));
            Browser owner = service.browser().signUp("Both");
            owner.post("/api/deal-rules", Map.of("donateAfterDays", 20, "closeAfterDays", 2))
                    .expect(201);
            String deal = deal(owner);
            Books.step(owner, deal, "accept", Map.of("attests", true));
            Books.step(owner, deal, "receive", Map.of());
            Books.step(
                    owner,
                    deal,
                    "inspect",
                    Map.of("line", 1, "found", List.of(found(1, 1_500, "STOCK", Map.of()), broken())));
            Books.step(owner, deal, "requote", Map.of());
            Books.step(owner, deal, "agree", Map.of());
            Books.step(owner, deal, "payouts", Books.payout(1_500));
            String other = unwanted(owner);
            MovingClock.set(Instant.parse("2026-12-10T12:00:00Z"));
            assertThat(seen(owner, deal).get("state").asString()).isEqualTo("PAID");
            MovingClock.set(Instant.parse("2026-12-15T12:00:00Z"));
            Eventually.of(() -> seen(owner, other).get("state").asString(), "DONATED"::equals);
            Eventually.of(() -> seen(owner, deal).get("toReturn").asInt(), left -> left == 0);
            MovingClock.set(Instant.parse("2026-12-15T14:00:00Z"));
            Eventually.of(() -> seen(owner, deal).get("state").asString(), "CLOSED"::equals);
        }
    }

    @Test
    void days_are_from_one_to_a_year() {
        Browser owner = RunningService.shared().browser().signUp("Days");
        for (int days : List.of(0, 366)) {
            assertThat(owner.post("/api/deal-rules", Map.of("donateAfterDays", days, "closeAfterDays", days))
                            .expect(400)
                            .json()
                            .get("errors")
                            .findValuesAsString("field"))
                    .containsExactlyInAnyOrder("donateAfterDays", "closeAfterDays");
        }
    }

    private static String unwanted(Browser owner) {
        String deal = deal(owner);
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(owner, deal, "give-up", Map.of("reason", "PRICE"));
        return deal;
    }

    private static String paid(Browser owner) {
        String deal = deal(owner);
        Books.step(owner, deal, "buy-on-the-spot", Map.of("attests", true, "method", "CASH"));
        return deal;
    }

    private static String deal(Browser owner) {
        String customer = owner.post("/api/customers", Map.of("name", Books.NAME))
                .expect(201)
                .id();
        return owner.post("/api/deals", Books.quote(customer)).expect(201).id();
    }

    private static JsonNode seen(Browser owner, String deal) {
        return owner.get("/api/deals/" + deal).expect(200).json();
    }

    private static Map<String, ?> broken() {
        return found(1, 0, "RETURN", Map.of("difference", "BROKEN_SEAL"));
    }

    private static Map<String, ?> found(int boxes, int cents, String outcome, Map<String, String> more) {
        Map<String, Object> found = new HashMap<>(more);
        found.put("expiry", "2027-09");
        found.put("quantity", boxes);
        found.put("unitPrice", Books.usd(cents));
        found.put("outcome", outcome);
        if (outcome.equals("STOCK")) {
            found.put("grade", "PERFECT");
        }
        return found;
    }

    /** A clock that stands until it is set. */
    @Configuration(proxyBeanMethods = false)
    static class MovingClock {

        private static final AtomicReference<Instant> NOW =
                new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));

        static void set(Instant now) {
            NOW.set(now);
        }

        @Bean
        @Primary
        Clock movingClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(instant(), zone);
                }

                @Override
                public Instant instant() {
                    return NOW.get();
                }
            };
        }
    }
}
