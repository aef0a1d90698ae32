package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Policy promises P8 and P14: what people ask about their data, with its clock, is carried out; and a person without an
 * account sees by a private link what is held, takes it along, and says what is wrong.
 */
class RightsTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Rights");
    private final Browser person = service.browser();

    @Test
    void P8_a_person_sees_by_a_private_link_what_is_held_takes_it_along_and_nothing_of_others() {
        String customer = customer("Pia Person");
        String other = customer("Otto Other");
        String receipt = Books.receipt(owner, customer);
        String ofOther = Books.receipt(owner, other);
        Books.change(owner, "/api/customers/" + customer, "files", Map.of("fileIds", List.of(receipt)));
        Books.change(owner, "/api/customers/" + other, "files", Map.of("fileIds", List.of(ofOther)));
        Books.change(owner, "/api/customers/" + customer, "notes", Map.of("text", "collects stamps"));
        owner.post("/api/deals", Books.quote(customer)).expect(201);
        String token = link(known("ACCESS", customer));

        JsonNode held = Eventually.of(
                        () -> person.post("/api/private-data/open", Map.of("token", token)),
                        answer -> answer.status() == 200
                                && !answer.json().get("deals").isEmpty()
                                && !answer.json().get("files").isEmpty()
                                && !answer.json().get("notes").isEmpty())
                .json();
        assertThat(held.get("business").asString()).isEqualTo("Rights");
        assertThat(held.at("/cards/0/name").asString()).isEqualTo("Pia Person");
        assertThat(held.at("/notes/0/text").asString()).isEqualTo("collects stamps");
        assertThat(held.at("/deals/0/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(held.at("/requests/0/kind").asString()).isEqualTo("ACCESS");
        assertThat(held.toString()).doesNotContain("Otto Other");
        Answer file = person.post("/api/private-data/download", Map.of("token", token))
                .expect(200);
        assertThat(file.json().get("notes")).isEqualTo(held.get("notes"));
        assertThat(held.get("files").findValuesAsString("id")).containsExactly(receipt);
        Answer photo = person.post("/api/private-data/file", Map.of("token", token, "fileId", receipt))
                .expect(200);
        assertThat(photo.body())
                .isEqualTo(owner.get("/api/files/" + receipt + "/content")
                        .expect(200)
                        .body());
        person.post("/api/private-data/file", Map.of("token", token, "fileId", ofOther))
                .expect(404);
        person.post("/api/private-data/file", Map.of("token", "x".repeat(43), "fileId", receipt))
                .expect(404);
    }

    @Test
    void P8_what_a_person_wants_put_right_is_a_request_that_changes_nothing_by_itself_and_a_link_is_good_for_one() {
        String customer = customer("Corinna Wrong");
        String token = link(known("CORRECTION", customer));
        Map<String, ?> correction = Map.of(
                "token", token, "name", "Corinna Right", "emails", List.of("corinna@example.com"), "remark", "I moved");
        Eventually.of(() -> person.post("/api/private-data/correct", correction).status(), status -> status == 204);
        assertThat(person.post("/api/private-data/correct", correction)
                        .expect(409)
                        .code())
                .isEqualTo("privacy.correction-sent");

        JsonNode asked = Eventually.of(
                () -> owner.get("/api/privacy-requests?open=true&customerId=" + customer)
                        .expect(200)
                        .json()
                        .get("items"),
                items -> items.size() == 2 && items.values().stream().anyMatch(item -> item.has("correction")));
        JsonNode correctionAsked = asked.get(0).has("correction") ? asked.get(0) : asked.get(1);
        assertThat(correctionAsked.at("/correction/name").asString()).isEqualTo("Corinna Right");
        assertThat(correctionAsked.get("way").asString()).isEqualTo("BY_LINK");
        assertThat(correctionAsked.get("identity").asString()).isEqualTo("HAD_PRIVATE_LINK");
        assertThat(owner.get("/api/customers/" + customer)
                        .expect(200)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Corinna Wrong");
        assertThat(person.post("/api/private-data/open", Map.of("token", token))
                        .expect(200)
                        .json()
                        .get("correctionSent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void P8_a_private_link_that_was_revoked_and_one_that_is_made_up_are_answered_alike_and_its_token_is_kept_nowhere() {
        String request = known("EXPORT", customer("Linus Link"));
        String id = UUID.randomUUID().toString();
        String token = link(request, id);
        Eventually.of(
                () -> person.post("/api/private-data/open", Map.of("token", token))
                        .status(),
                status -> status == 200);
        assertThat(link(request, id)).as("the same link again").isEqualTo(token);
        assertThat(service.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM write.one_time_link l WHERE l::text LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        Books.change(owner, request, "link/revoke", Map.of("linkId", id));
        Answer revoked = Eventually.of(
                () -> person.post("/api/private-data/open", Map.of("token", token)), answer -> answer.status() == 404);
        assertThat(revoked.body())
                .isEqualTo(person.post("/api/private-data/open", Map.of("token", "x".repeat(43)))
                        .expect(404)
                        .body());
        assertThat(person.post("/api/private-data/correct", Map.of("token", token, "name", "X"))
                        .expect(404)
                        .code())
                .isEqualTo("privacy.link-void");
    }

    @Test
    void P14_who_has_their_data_restricted_is_kept_and_not_used_until_that_is_lifted() {
        String customer = customer("Rita Restricted");
        String card = "/api/customers/" + customer;
        Books.change(owner, known("RESTRICTION", customer), "answer", Map.of());
        Eventually.of(() -> owner.get(card).expect(200).json().get("restricted").asBoolean(), restricted -> restricted);

        assertThat(owner.post("/api/deals", Books.quote(customer)).expect(409).code())
                .isEqualTo("privacy.use-restricted");
        String seen = owner.get(card).expect(200).etag();
        assertThat(owner.change("POST", card + "/notes", Map.of("text", "secret"), seen)
                        .expect(409)
                        .code())
                .isEqualTo("privacy.use-restricted");
        owner.change("PUT", card, Map.of("name", "Rita Right"), seen).expect(200);

        Books.change(owner, card, "restriction/lift", Map.of());
        owner.post("/api/deals", Books.quote(customer)).expect(201);
    }

    @Test
    void P14_no_text_goes_to_who_has_their_data_restricted() {
        Texting.connect(owner);
        String number = Texting.awake(913);
        String customer = customer("Rick Restricted", number);
        Books.change(owner, known("RESTRICTION", customer), "answer", Map.of());
        Eventually.of(
                () -> owner.get("/api/customers/" + customer)
                        .expect(200)
                        .json()
                        .get("restricted")
                        .asBoolean(),
                restricted -> restricted);
        awaitHolder(customer);
        String conversation = owner.post(
                        "/api/conversations", Map.of("number", number, "body", "Hello!", "consent", "BY_PHONE"))
                .expect(201)
                .id();
        JsonNode text = Eventually.of(
                () -> Texting.texts(owner, conversation).getLast(),
                last -> last.get("state").asString().equals("BLOCKED"));
        assertThat(text.get("blockedFor").toString()).contains("RESTRICTED");
    }

    @Test
    void P8_who_wants_to_be_left_alone_gets_no_more_texts_though_nobody_texted_them_yet() {
        Texting.connect(owner);
        String number = Texting.awake(914);
        String customer = customer("Lena Alone", number);
        awaitHolder(customer);
        Books.change(owner, asked("OPT_OUT", customer), "answer", Map.of());
        String conversation = Eventually.of(
                () -> service.bean(JdbcClient.class)
                        .sql("SELECT id::text FROM read.conversation WHERE opted_out IS NOT NULL"
                                + " AND tenant_id = (SELECT tenant_id FROM read.customer WHERE id = ?::uuid)")
                        .param(customer)
                        .query(String.class)
                        .optional()
                        .orElse(""),
                id -> !id.isEmpty());
        assertThat(owner.post("/api/conversations", Map.of("number", number, "body", "Hello!", "consent", "BY_PHONE"))
                        .expect(201)
                        .id())
                .isEqualTo(conversation);
        JsonNode text = Eventually.of(
                () -> Texting.texts(owner, conversation).getLast(),
                last -> last.get("state").asString().equals("BLOCKED"));
        assertThat(text.get("blockedFor").toString()).contains("OPTED_OUT");
    }

    @Test
    void P14_owners_are_mailed_when_a_request_is_nearly_due_and_it_is_put_off_once() {
        String customer = customer("Tina Time");
        LocalDate asked = LocalDate.now(ZoneOffset.UTC).minusDays(25);
        String request = "/api/privacy-requests/"
                + owner.post(
                                "/api/privacy-requests",
                                Map.of(
                                        "kind",
                                        "ACCESS",
                                        "customerId",
                                        customer,
                                        "way",
                                        "BY_LETTER",
                                        "receivedOn",
                                        asked.toString()))
                        .expect(201)
                        .id();
        new Postbox(service).await(owner.email(), "A privacy request has to be answered within a week");
        Books.change(owner, request, "extend", Map.of("reason", "COMPLEX", "toldBy", "BY_LETTER"));
        JsonNode seen = Eventually.of(() -> owner.get(request).expect(200).json(), json -> json.has("extension"));
        assertThat(seen.get("dueOn").asString()).isEqualTo(asked.plusDays(90).toString());
        assertThat(owner.change(
                                "POST",
                                request + "/extend",
                                Map.of("reason", "COMPLEX", "toldBy", "BY_LETTER"),
                                owner.get(request).expect(200).etag())
                        .expect(409)
                        .code())
                .isEqualTo("privacy.extended-already");
    }

    @Test
    void P8_a_member_asks_about_their_own_data_and_owners_answer() {
        Browser staff = Members.join(service, owner, "STAFF");
        staff.post("/api/privacy-requests/own", Map.of("kind", "ACCESS")).expect(201);
        JsonNode own = Eventually.of(
                () -> staff.get("/api/privacy-requests/own").expect(200).json().get("items"),
                items -> !items.isEmpty());
        assertThat(own.at("/0/state").asString()).isEqualTo("IDENTIFIED");
        assertThat(owner.get("/api/privacy-requests/own").expect(200).json().get("items"))
                .isEmpty();
        String request = "/api/privacy-requests/" + own.at("/0/id").asString();
        assertThat(owner.get(request).expect(200).json().get("name").asString()).contains("@");
        Books.change(owner, request, "answer", Map.of());
        Eventually.of(() -> staff.get(request).expect(200).json().get("state").asString(), "ANSWERED"::equals);
    }

    @Test
    void P8_anybody_can_look_up_by_which_keys_certificates_are_signed() {
        assertThat(service.browser().get("/api/signing-keys").expect(200).json().isArray())
                .isTrue();
    }

    @Test
    void P8_a_private_link_can_not_be_guessed_by_trying() {
        try (RunningService fresh = RunningService.start()) {
            Browser anybody = fresh.browser();
            for (String path :
                    List.of("/api/private-data/open", "/api/private-data/correct", "/api/erasure-certificates/open")) {
                int tries = -1;
                Browser.Answer answer;
                // The first that is refused: a moment later, one more try may be free again.
                do {
                    tries++;
                    assertThat(tries).isLessThan(2_000);
                    answer = anybody.post(path, Map.of("token", "guess-" + tries));
                } while (answer.status() == 404);
                assertThat(answer.expect(429).code()).isEqualTo("request.too-many");
                assertThat(tries).isPositive();
            }
        }
    }

    /** The look-up of who has which number follows the card a moment later. */
    private void awaitHolder(String customer) {
        Eventually.of(
                () -> service.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM write.number_holder WHERE customer_id = ?::uuid")
                        .param(customer)
                        .query(Long.class)
                        .single(),
                holders -> holders > 0);
    }

    private String customer(String name) {
        return owner.post("/api/customers", Map.of("name", name)).expect(201).id();
    }

    private String customer(String name, String number) {
        return owner.post("/api/customers", Map.of("name", name, "phones", List.of(number)))
                .expect(201)
                .id();
    }

    /** Answers the request's address. */
    private String asked(String kind, String customer) {
        return "/api/privacy-requests/"
                + owner.post("/api/privacy-requests", Map.of("kind", kind, "customerId", customer, "way", "BY_PHONE"))
                        .expect(201)
                        .id();
    }

    private String known(String kind, String customer) {
        String request = asked(kind, customer);
        Books.change(owner, request, "identity", Map.of("check", "KNOWN_IN_PERSON"));
        return request;
    }

    private String link(String request) {
        return link(request, UUID.randomUUID().toString());
    }

    /** What stands behind the link's {@code #}. */
    private String link(String request, String id) {
        String seen = owner.get(request).expect(200).etag();
        String address = owner.change("POST", request + "/link", Map.of("linkId", id), seen)
                .expect(200)
                .json()
                .get("address")
                .asString();
        return address.substring(address.indexOf('#') + 1);
    }
}
