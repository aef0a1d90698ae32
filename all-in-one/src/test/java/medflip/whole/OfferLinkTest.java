package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.deals.events.Attestation;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A seller answers an offer by a private link: without an account, once, and seeing nothing but that offer. */
class OfferLinkTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Gulf Offers");
    private final Browser seller = service.browser();

    @Test
    void the_seller_sees_the_offer_the_business_and_the_statement_and_nothing_else() {
        String deal = deal();
        JsonNode offer = opened(token(deal, UUID.randomUUID())).expect(200).json();
        assertThat(offer.propertyNames())
                .containsExactlyInAnyOrder(
                        "businessName", "lines", "total", "validUntil", "attestationVersion", "attestation");
        assertThat(offer.get("businessName").asString()).isEqualTo("Gulf Offers");
        assertThat(offer.get("total").get("minor").asInt()).isEqualTo(3_000);
        assertThat(offer.get("attestation").asString()).isEqualTo(Attestation.TEXT);
        assertThat(offer.toString()).doesNotContain(Books.NAME, Books.NOTE, deal);
    }

    @Test
    void an_accepted_offer_records_which_statement_was_made_and_that_it_came_by_the_link() {
        String deal = deal();
        String token = token(deal, UUID.randomUUID());
        accept(token, true, Attestation.VERSION).expect(204);
        becomes(deal, "ACCEPTED");
        JsonNode seen = owner.get("/api/deals/" + deal).expect(200).json();
        assertThat(seen.get("acceptedBy").asString()).isEqualTo("LINK");
        assertThat(seen.get("attestationVersion").asString()).isEqualTo(Attestation.VERSION);
        assertThat(seen.has("offerLink")).isFalse();
        Eventually.of(
                () -> owner.get("/api/deals/" + deal + "/timeline")
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0)
                        .get("actor")
                        .asString(),
                actor -> actor.startsWith("link:"));
    }

    @Test
    void without_the_statement_or_with_another_text_nothing_is_accepted() {
        String deal = deal();
        String token = token(deal, UUID.randomUUID());
        assertThat(accept(token, false, Attestation.VERSION).expect(422).code()).isEqualTo("deals.attestation-missing");
        assertThat(accept(token, true, "2020-01-01").expect(400).code()).isEqualTo("request.invalid");
        assertThat(state(deal)).isEqualTo("QUOTED");
    }

    @Test
    void a_link_works_once() {
        String deal = deal();
        String token = token(deal, UUID.randomUUID());
        decline(token).expect(204);
        becomes(deal, "DECLINED");
        Eventually.of(() -> opened(token).status(), status -> status == 404);
        Eventually.of(() -> accept(token, true, Attestation.VERSION).status(), status -> status == 404);
        assertThat(state(deal)).isEqualTo("DECLINED");
    }

    @Test
    void a_revoked_link_and_one_to_an_offer_that_was_changed_are_answered_like_none() {
        String deal = deal();
        UUID link = UUID.randomUUID();
        String token = token(deal, link);
        opened(token).expect(200);
        Books.step(owner, deal, "offer-link/revoke", Map.of("linkId", link.toString()));
        Answer revoked = Eventually.of(() -> opened(token), answer -> answer.status() == 404);
        assertThat(revoked.body()).isEqualTo(opened("x".repeat(43)).expect(404).body());
        String next = token(deal, UUID.randomUUID());
        Books.step(owner, deal, "revise", Map.of("lines", Books.quote("nobody").get("lines")));
        Eventually.of(() -> opened(next).status(), status -> status == 404);
    }

    @Test
    void the_same_link_is_given_again_and_is_stored_as_a_hash_only() {
        String deal = deal();
        UUID link = UUID.randomUUID();
        String token = token(deal, link);
        assertThat(token(deal, link)).isEqualTo(token).hasSize(43);
        JdbcClient jdbc = service.bean(JdbcClient.class);
        assertThat(jdbc.sql("SELECT count(*) FROM write.offer_link l WHERE l::text LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM write.offer_link WHERE link_id = :link")
                        .param("link", link)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_is_signed_in_elsewhere_answers_for_the_link_and_not_for_themselves() {
        String deal = deal();
        String token = token(deal, UUID.randomUUID());
        Browser stranger = service.browser().signUp("Stranger Offers");
        Answer opened =
                stranger.post("/api/offers/open", Map.of("token", token)).expect(200);
        assertThat(opened.json().get("businessName").asString()).isEqualTo("Gulf Offers");
        stranger.post("/api/offers/decline", Map.of("token", token, "reason", "PRICE"))
                .expect(204);
        becomes(deal, "DECLINED");
        assertThat(stranger.get("/api/deals").expect(200).json().get("total").asInt())
                .isZero();
    }

    @Test
    void a_link_can_not_be_guessed_by_trying() {
        try (RunningService fresh = RunningService.start(List.of("--medflip.offers.attempts-per-address=60"))) {
            Browser anybody = fresh.browser();
            int tries = -1;
            Browser.Answer answer;
            // The first that is refused: a moment later, one more try may be free again.
            do {
                tries++;
                assertThat(tries).isLessThan(2_000);
                answer = anybody.post("/api/offers/open", Map.of("token", "guess-" + tries));
            } while (answer.status() == 404);
            assertThat(answer.expect(429).code()).isEqualTo("request.too-many");
            assertThat(tries).isPositive();
        }
    }

    @Test
    void a_requote_shows_what_was_found_beside_what_was_quoted_and_asks_for_no_second_statement() {
        String deal = requoted();
        JsonNode offer = opened(token(deal, UUID.randomUUID())).expect(200).json();
        assertThat(offer.get("total").get("minor").asInt()).isEqualTo(2_500);
        assertThat(offer.has("attestation")).isFalse();
        assertThat(offer.get("requote").get("quoted").get("minor").asInt()).isEqualTo(3_000);
        assertThat(offer.get("requote").get("remark").asString()).isEqualTo("one has a dent");
        JsonNode line = offer.get("lines").get(0);
        assertThat(line.get("quoted").get("quantity").asInt()).isEqualTo(2);
        assertThat(line.get("found").findValuesAsString("quantity")).containsExactly("1", "1");
        assertThat(line.get("found").get(1).get("difference").asString()).isEqualTo("DAMAGED");
        assertThat(offer.toString()).doesNotContain(Books.NAME, Books.NOTE, deal);
    }

    @Test
    void a_requote_that_is_taken_by_the_link_is_agreed_and_owed() {
        String deal = requoted();
        String token = token(deal, UUID.randomUUID());
        seller.post("/api/offers/accept", Map.of("token", token)).expect(204);
        becomes(deal, "AGREED");
        JsonNode seen = owner.get("/api/deals/" + deal).expect(200).json();
        assertThat(seen.get("owed").get("minor").asInt()).isEqualTo(2_500);
        assertThat(seen.get("requoteAcceptedBy").asString()).isEqualTo("LINK");
        assertThat(seen.has("offerLink")).isFalse();
        Eventually.of(() -> opened(token).status(), status -> status == 404);
    }

    @Test
    void a_requote_that_is_turned_down_by_the_link_sends_the_boxes_back() {
        String deal = requoted();
        String token = token(deal, UUID.randomUUID());
        decline(token).expect(204);
        becomes(deal, "RETURNING");
        Eventually.of(
                () -> seller.post("/api/offers/accept", Map.of("token", token)).status(), status -> status == 404);
        assertThat(state(deal)).isEqualTo("RETURNING");
    }

    @Test
    void a_link_to_a_requote_ends_when_the_boxes_are_looked_at_again() {
        String deal = requoted();
        String token = token(deal, UUID.randomUUID());
        Books.step(owner, deal, "inspect", Map.of("line", 1, "found", List.of(boxes(2, 1_400, "NEW_PRICE"))));
        Eventually.of(() -> opened(token).status(), status -> status == 404);
        Eventually.of(
                () -> seller.post("/api/offers/accept", Map.of("token", token)).status(), status -> status == 404);
        assertThat(state(deal)).isEqualTo("RECEIVED");
    }

    @Test
    void a_quote_needs_the_version_of_the_statement_that_was_read() {
        String deal = deal();
        String token = token(deal, UUID.randomUUID());
        assertThat(seller.post("/api/offers/accept", Map.of("token", token, "attests", true))
                        .expect(422)
                        .code())
                .isEqualTo("deals.attestation-missing");
        assertThat(state(deal)).isEqualTo("QUOTED");
    }

    /** Two boxes were quoted at $15.00 each; one is damaged and $10.00 is offered for it. */
    private String requoted() {
        String deal = deal();
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(
                owner,
                deal,
                "inspect",
                Map.of("line", 1, "found", List.of(boxes(1, 1_500, ""), boxes(1, 1_000, "DAMAGED"))));
        Books.step(owner, deal, "requote", Map.of("remark", "one has a dent"));
        return deal;
    }

    private static Map<String, ?> boxes(int quantity, int cents, String difference) {
        Map<String, Object> found = new HashMap<>(Map.of(
                "expiry",
                "2027-09",
                "grade",
                "PERFECT",
                "quantity",
                quantity,
                "unitPrice",
                Books.usd(cents),
                "outcome",
                "STOCK"));
        if (!difference.isEmpty()) {
            found.put("difference", difference);
        }
        return found;
    }

    private String deal() {
        String customer =
                owner.post("/api/customers", Books.person()).expect(201).id();
        return owner.post("/api/deals", Books.quote(customer)).expect(201).id();
    }

    private String token(String deal, UUID link) {
        String seen = owner.get("/api/deals/" + deal).expect(200).etag();
        String token = owner.change(
                        "POST", "/api/deals/" + deal + "/offer-link", Map.of("linkId", link.toString()), seen)
                .expect(200)
                .json()
                .get("token")
                .asString();
        Eventually.of(() -> opened(token).status(), status -> status == 200);
        return token;
    }

    private Answer opened(String token) {
        return seller.post("/api/offers/open", Map.of("token", token));
    }

    private Answer accept(String token, boolean attests, String version) {
        return seller.post(
                "/api/offers/accept", Map.of("token", token, "attests", attests, "attestationVersion", version));
    }

    private Answer decline(String token) {
        return seller.post("/api/offers/decline", Map.of("token", token, "reason", "PRICE"));
    }

    /** What the seller did is seen by the business a moment later. */
    private void becomes(String deal, String state) {
        Eventually.of(() -> state(deal), state::equals);
    }

    private String state(String deal) {
        return owner.get("/api/deals/" + deal).expect(200).json().get("state").asString();
    }
}
