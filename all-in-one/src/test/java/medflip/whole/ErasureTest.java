package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import medflip.accounts.events.AccountId;
import medflip.accounts.write.ClosureCommand.BeginAccountErasure;
import medflip.accounts.write.ClosureCommand.CloseAccount;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.launcher.TwilioSimulator;
import medflip.platform.command.Commands;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.PlaintextScan;
import medflip.platform.privacy.Signer;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.privacy.TenantRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.PastViews;
import medflip.privacy.events.HoldBasis;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.write.LegalHoldCommand.PlaceLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReleaseLegalHold;
import medflip.privacy.write.PrivacyRequestCommand.OrderErasure;
import medflip.whole.Browser.Answer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Policy promises P7 and P8: who was erased can't be read by anybody, in any event, ever again, and is nowhere else.
 */
@Order(2)
class ErasureTest {

    private static final AtomicInteger PHONES = new AtomicInteger(10);

    /** Its own: keys are destroyed beneath its views here, which then hold what the log no longer tells. */
    private static final RunningService SERVICE = RunningService.start();

    private final Browser owner = SERVICE.browser().signUp("Erasure");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void P8_replay_gives_placeholders_for_who_was_erased_and_everybody_else_as_they_are() {
        CustomerId erased = customer("Erasmus Gone");
        CustomerId other = customer("Otto Stays");
        assertThat(replayed(erased).name().value()).isEqualTo("Erasmus Gone");

        var done = SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased);

        assertThat(done.destroyedKeys()).isEqualTo(1);
        CustomerRegistered forgotten = replayed(erased);
        assertThat(forgotten.name().value()).isEqualTo("[erased]");
        assertThat(forgotten.phones()).isEmpty();
        assertThat(replayed(other).name().value()).isEqualTo("Otto Stays");
        assertThat(SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased))
                .as("again, nothing changes")
                .isEqualTo(done);
    }

    @Test
    void P8_the_seal_holds_when_somebody_is_erased_and_the_bundle_says_nothing_of_them(@TempDir Path folder)
            throws Exception {
        CustomerId erased = customer("Erasmus Sealed");
        Bundles bundles = new Bundles(folder);
        String checkpoint = bundles.kept("before.txt", bundled("Erasmus Sealed").get(Bundles.CHECKPOINTS));
        SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased);
        Map<String, byte[]> after = Bundles.bundle(owner);
        assertThat(bundles.verified(after, checkpoint)).startsWith("0").contains("goes on from its");
        assertThat(after.get(Bundles.EVENTS))
                .asString(UTF_8)
                .contains("[erased]")
                .doesNotContain("Erasmus Sealed");
    }

    /** The owner's audit bundle as soon as it tells of somebody. */
    private Map<String, byte[]> bundled(String name) {
        return Eventually.of(
                () -> Bundles.bundle(owner), files -> new String(files.get(Bundles.EVENTS), UTF_8).contains(name));
    }

    @Test
    void P8_nothing_can_be_written_about_who_was_erased() {
        CustomerId erased = customer("Erasmus Again");
        String path = "/api/customers/" + erased.local();
        String seen = owner.get(path).expect(200).etag();
        SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased);

        Answer refused =
                owner.change("PUT", path, Map.of("name", "Back Again"), seen).expect(409);

        assertThat(refused.code()).isEqualTo("privacy.subject-erased");
    }

    @Test
    void P8_a_photo_about_a_person_is_gone_with_the_person() {
        CustomerId person = customer("Phil Photo");
        String path = "/api/files?customerId=" + person.local();
        String photo = upload(path).expect(201).id();
        owner.get("/api/files/" + photo + "/content").expect(200);
        SERVICE.bean(Erasure.class).eraseSubject(person.tenantId(), person);
        assertThat(owner.get("/api/files/" + photo + "/content").expect(409).code())
                .isEqualTo("privacy.subject-erased");
        assertThat(upload(path).expect(409).code()).isEqualTo("privacy.subject-erased");
        upload("/api/files?customerId=" + UUID.randomUUID()).expect(404);
    }

    @Test
    void P8_erasing_who_was_merged_leaves_the_survivor_and_the_other_way_round() {
        CustomerId kept = customer("Tammy Kept");
        CustomerId gone = customer("Tamara Gone");
        String survivor = "/api/customers/" + kept.local();
        String merged = "/api/customers/" + gone.local();
        owner.post(merged + "/merge", Map.of("customerId", kept.local().toString()))
                .expect(201);
        SERVICE.bean(Erasure.class).eraseSubject(gone.tenantId(), gone);

        Books.change(owner, survivor, "notes", Map.of("text", "still here"));
        Answer seen = owner.get(merged).expect(200);
        assertThat(owner.change("POST", merged + "/notes", Map.of("text", "gone"), seen.etag())
                        .expect(409)
                        .code())
                .isEqualTo("privacy.subject-erased");
    }

    @Test
    void P8_who_is_erased_is_gone_from_everywhere_and_a_signed_certificate_says_so() {
        CustomerId gone = customer("Erasmus Everywhere");
        CustomerId other = customer("Otto Everywhere");
        String person = "/api/customers/" + gone.local();
        String number = owner.get(person).expect(200).json().at("/phones/0").asString();
        Books.change(owner, person, "notes", Map.of("text", "collects gramophones"));
        String photo =
                upload("/api/files?customerId=" + gone.local()).expect(201).id();
        String deal = owner.post("/api/deals", Books.quote(gone.local().toString()))
                .expect(201)
                .id();
        Texting.connect(owner);
        String conversation = owner.post(
                        "/api/conversations", Map.of("number", number, "body", "Hello Erasmus!", "consent", "BY_PHONE"))
                .expect(201)
                .id();

        String then = Instant.now().minusMillis(1).toString();
        assertThat(owner.get(person + "?asOf=" + then).expect(200).body()).contains("Erasmus Everywhere");
        assertThat(SERVICE.bean(PastViews.class).count(gone.tenantId())).isPositive();
        assertThat(SERVICE.bean(PlaintextScan.class)
                        .scan(gone.tenantId(), Set.of("Erasmus Everywhere"))
                        .found()
                        .keySet())
                .as("the search sees past moments")
                .anyMatch(place -> place.startsWith("past_"));

        JsonNode preview = owner.get(person + "/erasure-preview").expect(200).json();
        assertThat(preview.get("keys").asInt())
                .as("the card's, and who is behind the number")
                .isEqualTo(2);
        assertThat(preview.get("events").asInt()).isGreaterThanOrEqualTo(4);
        String request = order(gone);
        JsonNode done = Eventually.of(
                () -> owner.get(request).expect(200).json(),
                json -> json.get("certified").asBoolean());

        assertThat(done.get("state").asString()).isEqualTo("ANSWERED");
        assertThat(done.get("name").asString()).isEqualTo("[erased]");
        assertThat(SERVICE.bean(PastViews.class).count(gone.tenantId())).isZero();
        assertThat(owner.get(person + "?asOf=" + then).expect(200).body())
                .as("the past is made anew without them")
                .contains("[erased]")
                .doesNotContain("Erasmus");
        JsonNode card = owner.get(person).expect(200).json();
        assertThat(card.get("erased").asBoolean()).isTrue();
        assertThat(card.get("contacts")).isEmpty();
        assertThat(owner.get("/api/customers?search=Erasmus+Everywhere")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(owner.get("/api/customers/" + other.local())
                        .expect(200)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Otto Everywhere");
        assertThat(owner.get("/api/conversations/" + conversation)
                        .expect(200)
                        .json()
                        .get("texts"))
                .isEmpty();
        assertThat(owner.get("/api/files/" + photo + "/content").expect(409).code())
                .isEqualTo("privacy.subject-erased");
        assertThat(owner.get("/api/deals/" + deal)
                        .expect(200)
                        .json()
                        .get("quoted")
                        .get("minor")
                        .asLong())
                .as("amounts stay")
                .isPositive();
        certified(request);
    }

    private void certified(String request) {
        JsonNode signed = owner.get(request + "/certificate").expect(200).json();
        Signed certificate = new Signed(
                signed.get("certificate").asString(),
                signed.get("signature").asString(),
                signed.get("publicKey").asString());
        assertThat(Signer.verifies(certificate)).isTrue();
        assertThat(Signer.verifies(
                        new Signed(certificate.text() + " ", certificate.signature(), certificate.publicKey())))
                .isFalse();
        JsonNode told = Browser.JSON.readTree(certificate.text());
        assertThat(told.at("/scan/found").asInt()).isZero();
        assertThat(told.at("/scan/tables").asInt()).isGreaterThan(50);
        assertThat(told.at("/scan/values").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(told.at("/keys/0/fingerprints/0").asString()).hasSize(64);
        assertThat(told.at("/held/cards").asInt()).isEqualTo(1);
        assertThat(told.at("/held/conversations").asInt()).isEqualTo(1);
        assertThat(told.at("/held/files").asInt()).isEqualTo(1);
        assertThat(told.at("/elsewhere").findValuesAsString("service"))
                .containsExactlyInAnyOrder("Twilio", "Resend", "Stripe");
        assertThat(certificate.text()).doesNotContainIgnoringCase("erasmus").doesNotContain("gramophones");
        assertThat(owner.get(request + "/certificate.pdf").expect(200).body()).startsWith("%PDF");
    }

    @Test
    void P8_who_was_erased_is_erased_in_the_past_too() {
        CustomerId gone = customer("Erasmus Past");
        CustomerId other = customer("Otto Past");
        long then = owner.position();
        assertThat(asOf(then, "/api/customers")).contains("Erasmus Past", "Otto Past");

        String request = order(gone);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);

        assertThat(asOf(then, "/api/customers"))
                .contains("Otto Past", "[erased]")
                .doesNotContain("Erasmus");
        assertThat(asOf(then, "/api/customers/" + gone.local()))
                .contains("[erased]")
                .doesNotContain("Erasmus");
        assertThat(asOf(then, "/api/customers/" + other.local())).contains("Otto Past");
        assertThat(asOf(then, "/api/customers.csv")).doesNotContain("Erasmus");
        assertThat(asOf(then, "/api/search?q=erasmus")).doesNotContain("Erasmus");
    }

    /** What is answered as of a position; asked again while that is being made. */
    private String asOf(long position, String path) {
        String asked = path + (path.contains("?") ? "&" : "?") + "asOf=" + position;
        return Eventually.of(() -> owner.get(asked), answer -> answer.status() != 503)
                .expect(200)
                .body();
    }

    @Test
    void P8_a_kept_filter_that_names_somebody_goes_with_them_and_the_others_stay() {
        CustomerId gone = customer("Erasmus Filtered");
        for (String looksFor : List.of("erasmus filtered", "Otto")) {
            owner.post(
                            "/api/lists/filters",
                            Map.of(
                                    "list",
                                    "PEOPLE",
                                    "name",
                                    "Of " + looksFor,
                                    "query",
                                    "{\"search\":\"" + looksFor + "\"}"))
                    .expect(201);
        }
        Eventually.of(
                () -> owner.get("/api/lists").expect(200).json().get("filters").size(), filters -> filters == 2);
        String request = order(gone);
        JsonNode done = Eventually.of(
                () -> owner.get(request).expect(200).json(),
                json -> json.get("certified").asBoolean());
        assertThat(done.get("certified").asBoolean()).isTrue();
        assertThat(owner.get("/api/lists").expect(200).json().get("filters"))
                .singleElement()
                .satisfies(filter -> assertThat(filter.get("name").asString()).isEqualTo("Of Otto"));
        String certificate = Browser.JSON
                .readTree(owner.get(request + "/certificate")
                        .expect(200)
                        .json()
                        .get("certificate")
                        .asString())
                .at("/held/filters")
                .toString();
        assertThat(certificate).isEqualTo("1");
    }

    @Test
    void P8_a_delivery_whose_filter_names_somebody_ends_with_them_and_the_others_go_on() {
        CustomerId gone = customer("Erasmus Delivered");
        for (String list : List.of("/api/customers.csv?search=Erasmus%20Delivered", "/api/customers.csv?search=Otto")) {
            owner.post(
                            "/api/delivery-schedules",
                            Map.of("name", "Daily", "list", list, "format", "CSV", "rhythm", "DAILY", "hour", 7))
                    .expect(201);
        }
        Eventually.of(
                () -> owner.get("/api/delivery-schedules").expect(200).json(), schedules -> schedules.size() == 2);
        String request = order(gone);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);
        assertThat(owner.get("/api/delivery-schedules").expect(200).json())
                .singleElement()
                .satisfies(
                        schedule -> assertThat(schedule.get("list").asString()).endsWith("search=Otto"));
        assertThat(Browser.JSON
                        .readTree(owner.get(request + "/certificate")
                                .expect(200)
                                .json()
                                .get("certificate")
                                .asString())
                        .at("/held/delivery-schedules")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void P8_who_comes_again_with_the_same_number_is_somebody_new() {
        CustomerId gone = customer("Erasmus Returns");
        String number = owner.get("/api/customers/" + gone.local())
                .expect(200)
                .json()
                .at("/phones/0")
                .asString();
        String request = order(gone);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);

        String again = owner.post("/api/customers", Map.of("name", "Erasmus Returns", "phones", List.of(number)))
                .expect(201)
                .id();

        assertThat(again).isNotEqualTo(gone.local().toString());
        assertThat(owner.get("/api/customers/" + again)
                        .expect(200)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Erasmus Returns");
        assertThat(owner.post("/api/deals", Books.quote(gone.local().toString()))
                        .expect(409)
                        .code())
                .as("nothing is begun with who was erased")
                .isEqualTo("privacy.subject-erased");
    }

    @Test
    void P8_nothing_is_certified_while_something_is_left_anywhere_and_it_goes_on_when_that_is_gone()
            throws SQLException {
        CustomerId gone = customer("Erasmus Leftover");
        leave("Erasmus Leftover", gone.tenantId());
        String request = order(gone);
        JsonNode stuck = Eventually.of(
                () -> owner.get(request).expect(200).json(),
                json -> !json.get("stillFound").isEmpty());
        assertThat(stuck.at("/stillFound/0/table").asString()).isEqualTo("read.search_word");
        assertThat(stuck.get("certified").asBoolean()).isFalse();
        assertThat(owner.get(request + "/certificate").status()).isEqualTo(404);

        // Whoever worked on it died after a step and before that was noted: the step is done again.
        for (String step : List.of("DESTROY", "FORGET", "LOOK")) {
            int attempts = work(request, "attempts", Integer.class);
            goBackTo(step, request);
            Eventually.of(() -> work(request, "attempts", Integer.class), now -> now > attempts);
            assertThat(owner.get(request + "/certificate").status()).as(step).isEqualTo(404);
        }

        leave("nobody", gone.tenantId());
        goBackTo("FORGET", request);
        JsonNode done = Eventually.of(
                () -> owner.get(request).expect(200).json(),
                json -> json.get("certified").asBoolean());
        goBackTo("CERTIFY", request);
        Eventually.of(() -> work(request, "step", String.class), "DONE"::equals);
        assertThat(owner.get(request).expect(200).json()).as("certified once").isEqualTo(done);
        assertThat(work(request, "prepared IS NULL", Boolean.class))
                .as("nobody knows any more what was looked for")
                .isTrue();
    }

    @Test
    void P8_texts_and_pictures_of_who_is_erased_are_deleted_at_twilio_too_and_counted_in_the_certificate() {
        Texting.connect(owner);
        TwilioSimulator twilio = SERVICE.bean(TwilioSimulator.class);
        String account = TwilioSimulator.account(business(owner)).sid();
        String number = Texting.awake(31);
        String other = Texting.awake(32);
        CustomerId gone = CustomerId.of(
                business(owner),
                UUID.fromString(
                        owner.post("/api/customers", Map.of("name", "Erasmus Texted", "phones", List.of(number)))
                                .expect(201)
                                .id()));
        for (String to : List.of(number, other)) {
            owner.post("/api/conversations", Map.of("number", to, "body", "Hello there!", "consent", "BY_PHONE"))
                    .expect(201);
        }
        owner.post("/api/simulated-phones/reply", Map.of("number", number, "body", "Here is my box", "withPhoto", true))
                .expect(204);
        Eventually.of(() -> at(twilio, account, number), texts -> texts == 2);
        Eventually.of(() -> at(twilio, account, other), texts -> texts == 1);
        // The first deletion fails: the outbox tries again.
        twilio.failNext(TwilioSimulator.Fault.FAILED);

        String request = order(gone);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);

        assertThat(at(twilio, account, number)).isZero();
        assertThat(at(twilio, account, other)).as("of somebody else").isEqualTo(1);
        JsonNode told = Browser.JSON.readTree(owner.get(request + "/certificate")
                .expect(200)
                .json()
                .get("certificate")
                .asString());
        JsonNode there = elsewhere(told, "Twilio");
        assertThat(there.get("deleted").asInt()).as("two texts and a picture").isEqualTo(3);
        assertThat(there.get("refused").asInt()).isZero();
        assertThat(told.toString()).doesNotContain(number);
    }

    private static long at(TwilioSimulator twilio, String account, String number) {
        return twilio.texts().stream()
                .filter(text -> text.account().equals(account)
                        && (text.to().equals(number) || text.from().equals(number)))
                .count();
    }

    @Test
    void P8_what_cant_be_deleted_elsewhere_is_said_in_the_certificate() {
        Texting.connect(owner);
        String number = Texting.awake(33);
        CustomerId gone = CustomerId.of(
                business(owner),
                UUID.fromString(
                        owner.post("/api/customers", Map.of("name", "Erasmus Unlinked", "phones", List.of(number)))
                                .expect(201)
                                .id()));
        owner.post("/api/conversations", Map.of("number", number, "body", "Hello there!", "consent", "BY_PHONE"))
                .expect(201);
        owner.post("/api/twilio-connection/disconnect", Map.of()).expect(201);
        String request = order(gone);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);
        assertThat(owner.get(request + "/certificate")
                        .expect(200)
                        .json()
                        .get("certificate")
                        .asString())
                .contains("not-connected", "where the business deletes it", "Resend deletes none");
    }

    @Test
    void P7_what_the_law_has_kept_is_not_erased_until_the_hold_is_released() {
        CustomerId kept = customer("Hilda Held");
        Browser operator = Operators.of(SERVICE);
        String hold = UUID.randomUUID().toString();
        String reviewOn = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        operator.post(
                        "/api/operator/holds",
                        Map.of(
                                "holdId",
                                hold,
                                "businessId",
                                UUID.randomUUID().toString(),
                                "basis",
                                "LITIGATION",
                                "reference",
                                "File 26-1187",
                                "reviewOn",
                                reviewOn))
                .expect(404);
        operator.post(
                        "/api/operator/holds",
                        Map.of(
                                "holdId",
                                hold,
                                "businessId",
                                business(owner).toString(),
                                "customerId",
                                kept.local().toString(),
                                "basis",
                                "LITIGATION",
                                "reference",
                                "File 26-1187",
                                "reviewOn",
                                reviewOn))
                .expect(204);
        new Postbox(SERVICE).await(owner.email(), "The law has some of your data kept");
        JsonNode seen =
                Eventually.of(() -> owner.get("/api/legal-holds").expect(200).json(), holds -> holds.size() == 1);
        assertThat(seen.at("/0/basis").asString()).isEqualTo("LITIGATION");
        assertThat(seen.at("/0/overdue").asBoolean()).isFalse();

        String request = asked(kept);
        assertThat(owner.change(
                                "POST",
                                request + "/erase",
                                Map.of(),
                                owner.get(request).expect(200).etag())
                        .expect(409)
                        .code())
                .isEqualTo("privacy.on-hold");
        assertThat(replayed(kept).name().value()).isEqualTo("Hilda Held");
        String other = order(customer("Erasmus Unheld"));
        Eventually.of(() -> owner.get(other).expect(200).json().get("certified").asBoolean(), is -> is);

        operator.post(
                        "/api/operator/holds/" + hold + "/review",
                        Map.of(
                                "businessId",
                                business(owner).toString(),
                                "reviewOn",
                                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString()))
                .expect(204);
        operator.post(
                        "/api/operator/holds/" + hold + "/release",
                        Map.of("businessId", business(owner).toString()))
                .expect(204);
        Books.change(owner, request, "erase", Map.of());
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);
        JsonNode released = Eventually.of(
                () -> owner.get("/api/legal-holds").expect(200).json(),
                holds -> holds.at("/0").has("releasedOn"));
        assertThat(released.at("/0").has("reference")).isFalse();
    }

    @Test
    void P7_an_erasure_that_was_ordered_before_the_hold_waits_for_its_end() throws SQLException {
        CustomerId kept = customer("Hedda Held");
        String request = asked(kept);
        Caller operator = Caller.operator(business(owner), UUID.randomUUID());
        HoldBookId book = HoldBookId.of(business(owner));
        UUID hold = UUID.randomUUID();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PrivacyRequestId id =
                PrivacyRequestId.of(business(owner), UUID.fromString(request.substring(request.lastIndexOf('/') + 1)));
        Commands commands = SERVICE.bean(Commands.class);
        commands.send(
                operator,
                new PlaceLegalHold(
                        book, hold, null, HoldBasis.TAX_AUDIT, new PersonalText("File 9"), today, today.plusDays(9)));
        // As one that was ordered a moment before.
        commands.send(Caller.job(business(owner), "test"), new OrderErasure(id, today));
        Eventually.of(() -> owner.get(request).expect(200).json().get("held").asBoolean(), is -> is);
        assertThat(replayed(kept).name().value()).isEqualTo("Hedda Held");
        commands.send(operator, new ReleaseLegalHold(book, hold, today));
        goBackTo("PREPARE", request);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);
    }

    @Test
    void P8_a_member_who_left_is_erased_as_well() {
        Browser staff = Members.join(SERVICE, owner, "STAFF");
        String email = staff.get("/api/session").expect(200).json().get("email").asString();
        String request = "/api/privacy-requests/"
                + staff.post("/api/privacy-requests/own", Map.of("kind", "DELETION"))
                        .expect(201)
                        .id();
        String member = Eventually.of(() -> owner.get(request), answer -> answer.status() == 200)
                .json()
                .get("memberId")
                .asString();
        assertThat(owner.change(
                                "POST",
                                request + "/erase",
                                Map.of(),
                                owner.get(request).expect(200).etag())
                        .expect(409)
                        .code())
                .isEqualTo("privacy.still-member");
        String account = owner.get("/api/members/" + member).expect(200).etag();
        owner.change("POST", "/api/members/" + member + "/remove", Map.of(), account)
                .expect(200);
        Books.change(owner, request, "erase", Map.of());
        JsonNode done = Eventually.of(
                () -> owner.get(request).expect(200).json(),
                json -> json.get("certified").asBoolean());
        assertThat(done.get("name").asString()).isEqualTo("[erased]");
        assertThat(owner.get("/api/events?limit=5000").expect(200).body()).doesNotContain(email);
        assertThat(owner.get(request + "/certificate.pdf").expect(200).body()).startsWith("%PDF");
    }

    @Test
    void P7_a_business_of_which_the_law_has_something_kept_is_not_erased_and_not_late() {
        Browser leaver = SERVICE.browser().signUp("Held Strips");
        TenantId tenant = business(leaver);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Commands commands = SERVICE.bean(Commands.class);
        commands.send(
                Caller.job(tenant, "test"),
                new CloseAccount(AccountId.of(tenant, tenant.value()), null, today.minusDays(200)));
        awaitClosed(tenant);
        HoldBookId book = HoldBookId.of(tenant);
        UUID hold = UUID.randomUUID();
        commands.send(
                Caller.operator(tenant, UUID.randomUUID()),
                new PlaceLegalHold(
                        book, hold, null, HoldBasis.LITIGATION, new PersonalText("File 7"), today, today.plusDays(9)));
        RetentionRule rule = SERVICE.bean("closedAccounts", RetentionRule.class);
        Eventually.of(() -> rule.late(Instant.now()), late -> late == 0);
        assertThat(rule.destroy(Instant.now(), 10)).isZero();
        leaver.get("/api/customers").expect(200);
        assertThat(new Postbox(SERVICE).of(leaver.email()))
                .extracting(SimulatedMail::subject)
                .doesNotContain("Your business's data is destroyed tomorrow");
        commands.send(Caller.operator(tenant, UUID.randomUUID()), new ReleaseLegalHold(book, hold, today));
        Eventually.of(() -> rule.late(Instant.now()), late -> late == 1);
        rule.destroy(Instant.now(), 10);
        new Postbox(SERVICE).await(leaver.email(), "Your business's data is destroyed tomorrow");
        commands.send(
                Caller.operator(tenant, UUID.randomUUID()),
                new PlaceLegalHold(
                        book,
                        UUID.randomUUID(),
                        null,
                        HoldBasis.LITIGATION,
                        new PersonalText("File 8"),
                        today,
                        today.plusDays(9)));
        Eventually.of(() -> rule.late(Instant.now()), late -> late == 0);
    }

    @Test
    void P7_owners_of_a_business_that_left_are_told_a_day_before_it_is_erased() {
        Browser leaver = SERVICE.browser().signUp("Leaver Strips");
        TenantId tenant = business(leaver);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        SERVICE.bean(Commands.class)
                .send(
                        Caller.job(tenant, "test"),
                        new CloseAccount(AccountId.of(tenant, tenant.value()), null, today.minusDays(88)));
        awaitClosed(tenant);

        RetentionRule rule = SERVICE.bean("closedAccounts", RetentionRule.class);
        assertThat(rule.late(Instant.now())).isZero();
        assertThat(rule.destroy(Instant.now(), 10))
                .as("on the first day owners are told")
                .isZero();
        new Postbox(SERVICE).await(leaver.email(), "Your business's data is destroyed tomorrow");
        leaver.get("/api/customers").expect(200);

        assertThat(leaver.post("/api/account/reopen", Map.of()).expect(409).code())
                .isEqualTo("accounts.closed-for-good");
        assertThat(rule.destroy(Instant.now(), 10)).as("not on the same day").isZero();
    }

    @Test
    void P7_the_day_after_it_began_all_rows_go_and_a_signed_certificate_says_so() throws SQLException {
        Books neighbour = Books.open(SERVICE);
        Paying paying = new Paying(SERVICE);
        Browser leaver = paying.subscribed("OneTouch Verio", "medflip_solo_monthly", "GOOD");
        Paying.await(leaver, each -> Paying.status(each).equals("TRIALING"));
        leaver.post("/api/customers", Map.of("name", "Lea Customer", "phones", List.of(aPhone())))
                .expect(201);
        Texting.connect(leaver);
        TenantId tenant = business(leaver);
        SERVICE.bean(JdbcClient.class)
                .sql("INSERT INTO write.refused_request (tenant_id, refused, last_at) VALUES (?, 1, now())")
                .param(tenant.value())
                .update();
        leaver.get("/api/customers?asOf=" + Instant.now().minusMillis(1)).expect(200);
        AccountId account = AccountId.of(tenant, tenant.value());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Commands commands = SERVICE.bean(Commands.class);
        Caller job = Caller.job(tenant, "test");
        commands.send(job, new CloseAccount(account, null, today.minusDays(88)));
        commands.send(job, new BeginAccountErasure(account, today.minusDays(2)));
        awaitClosed(tenant);
        // A day lies between what is asked of Stripe and the end of the keys that it is sealed under.
        Eventually.of(() -> customersAtStripe(paying, tenant), gone -> gone == 0);

        RetentionRule rule = SERVICE.bean("closedAccounts", RetentionRule.class);
        // A processor that is a moment behind may write a row after the sweep: the next one sees it.
        Eventually.of(() -> rule.destroy(Instant.now(), 10), done -> done == 1);

        assertThat(SERVICE.bean(TenantRows.class).count(tenant)).isEmpty();
        assertThat(SERVICE.bean(PastViews.class).count(tenant)).isZero();
        // A session is remembered for a second.
        Eventually.of(() -> leaver.get("/api/customers").status(), status -> status == 401);
        SERVICE.browser().signIn(leaver.email(), Browser.PASSWORD).expect(401);
        assertThat(rule.destroy(Instant.now(), 10)).as("once").isZero();
        SimulatedMail last = new Postbox(SERVICE).await(leaver.email(), "Your business's data is destroyed");
        assertThat(last.text())
                .contains(new Postbox(SERVICE).token(leaver.email(), "Your business's data is destroyed tomorrow"));
        Eventually.of(
                () -> {
                    rule.destroy(Instant.now(), 10);
                    return addressesOf(tenant);
                },
                addresses -> addresses == 0);
        assertThat(SERVICE.bean(Erasure.class).isErased(AccountId.of(TenantId.SERVICE, tenant.value())))
                .as("the address went with the last mail")
                .isTrue();
        // Who had the business fetches the certificate by the link of the last mail, without anybody's help.
        String token = new Postbox(SERVICE).token(leaver.email(), "Your business's data is destroyed tomorrow");
        Browser formerOwner = SERVICE.browser();
        JsonNode fetched = formerOwner
                .post("/api/erasure-certificates/open", Map.of("token", token))
                .expect(200)
                .json();
        assertThat(fetched.has("erasedOn")).isTrue();
        assertThat(formerOwner
                        .post("/api/erasure-certificates/paper", Map.of("token", token))
                        .expect(200)
                        .body())
                .startsWith("%PDF");
        assertThat(formerOwner
                        .post("/api/erasure-certificates/open", Map.of("token", tenant + "." + "x".repeat(43)))
                        .status())
                .isEqualTo(404);
        Browser operator = Operators.of(SERVICE);
        assertThat(operator.get("/api/operator/erased-businesses/" + tenant + "/certificate.pdf")
                        .expect(200)
                        .body())
                .startsWith("%PDF");
        JsonNode signed = operator.get("/api/operator/erased-businesses/" + tenant + "/certificate")
                .expect(200)
                .json();
        Signed certificate = new Signed(
                signed.get("text").asString(),
                signed.get("signature").asString(),
                signed.get("publicKey").asString());
        assertThat(Signer.verifies(certificate)).isTrue();
        assertThat(fetched.at("/certificate/text").asString()).isEqualTo(certificate.text());
        assertThat(formerOwner.get("/api/signing-keys").expect(200).json().findValuesAsString("publicKey"))
                .contains(certificate.publicKey());
        JsonNode told = Browser.JSON.readTree(certificate.text());
        assertThat(told.at("/elsewhere").toString())
                .contains("the business's own", "Resend deletes no mail", "The customer there was deleted");
        assertThat(elsewhere(told, "Stripe").get("deleted").asInt()).isEqualTo(1);
        assertThat(told.at("/destroyedKeys").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(told.at("/rows/read.customer").asInt()).isEqualTo(1);
        assertThat(told.at("/rows/write.refused_request").asInt()).isEqualTo(1);
        assertThat(told.at("/scan/values").asInt()).isPositive();
        assertThat(told.at("/scan/found").asInt()).isZero();
        assertThat(told.at("/scan/alsoOfOthers").asInt())
                .as("it is called like an item of its catalog")
                .isEqualTo(1);
        assertThat(certificate.text()).doesNotContain("OneTouch").doesNotContain(leaver.email());

        assertThat(neighbour
                        .owner()
                        .get("/api/customers/" + neighbour.customer())
                        .expect(200)
                        .body())
                .contains(Books.NAME);
        // Of others here keys were destroyed beneath their views.
        ReplayTest.rebuildAndCompare(
                SERVICE, "t.tenant_id IN ('%s', '%s')".formatted(tenant, business(neighbour.owner())));
        SERVICE.browser().signUp("Leaver Strips again").get("/api/customers").expect(200);
        // That it was erased is an event too: it is counted by now, and brought no count back.
        Eventually.of(
                () -> SERVICE.bean(JdbcClient.class)
                        .sql("""
                                SELECT (SELECT max(counted_up_to) FROM write.tenant_size)
                                    >= (SELECT max(global_index) FROM events.domain_event WHERE tenant_id = ?)
                                """)
                        .param(tenant.value())
                        .query(Boolean.class)
                        .single(),
                counted -> counted);
        assertThat(SERVICE.bean(TenantRows.class).count(tenant)).isEmpty();
    }

    private static long customersAtStripe(Paying paying, TenantId tenant) {
        return paying.stripe().all("customer").stream()
                .filter(customer -> customer.at("/metadata/tenant").asString("").equals(tenant.toString()))
                .filter(customer -> !customer.path("deleted").asBoolean())
                .count();
    }

    /** What the service keeps to tell those who had the business that it is erased. */
    private static long addressesOf(TenantId business) {
        return SERVICE.bean(JdbcClient.class)
                .sql("""
                        SELECT (SELECT count(*) FROM write.closed_account WHERE tenant_id = :business AND address_kept)
                            + (SELECT count(recipient) FROM write.mail WHERE subject = :subject)
                            + (SELECT count(content) FROM write.outbox WHERE subject = :subject)
                        """)
                .param("business", business.value())
                .param("subject", "account/" + business)
                .query(Long.class)
                .single();
    }

    private static JsonNode elsewhere(JsonNode certificate, String service) {
        return certificate
                .get("elsewhere")
                .valueStream()
                .filter(each -> each.get("service").asString().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitClosed(TenantId tenant) {
        Eventually.of(
                () -> SERVICE.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM write.closed_account WHERE tenant_id = ?")
                        .param(tenant.value())
                        .query(Integer.class)
                        .single(),
                rows -> rows == 1);
    }

    private static TenantId business(Browser browser) {
        return TenantId.of(browser.get("/api/session")
                .expect(200)
                .json()
                .at("/business/id")
                .asString());
    }

    private static <T> T work(String request, String what, Class<T> type) {
        return SERVICE.bean(JdbcClient.class)
                .sql("SELECT " + what + " FROM write.erasure WHERE request_id = ?::uuid")
                .param(request.substring(request.lastIndexOf('/') + 1))
                .query(type)
                .single();
    }

    private static void goBackTo(String step, String request) {
        SERVICE.bean(JdbcClient.class)
                .sql("UPDATE write.erasure SET step = ?, due_at = now() WHERE request_id = ?::uuid")
                .params(step, request.substring(request.lastIndexOf('/') + 1))
                .update();
    }

    /** Puts a word where it is looked for, in the place of an earlier one. */
    private static void leave(String word, TenantId tenant) throws SQLException {
        try (Connection connection = SERVICE.bean(EmbeddedDatabase.class).superuser("medflip");
                var statement = connection.prepareStatement("""
                        WITH former AS (DELETE FROM read.search_word WHERE tenant_id = ?::uuid AND kind = 'buyer')
                        INSERT INTO read.search_word (tenant_id, kind, id, word)
                        VALUES (?::uuid, 'buyer', gen_random_uuid(), ?)
                        """)) {
            statement.setString(1, tenant.toString());
            statement.setString(2, tenant.toString());
            statement.setString(3, word);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** Writes down that they want to be erased and who they are, and has it done. Answers the request's address. */
    private String order(CustomerId person) {
        String request = asked(person);
        Books.change(owner, request, "erase", Map.of());
        return request;
    }

    private String asked(CustomerId person) {
        String request = "/api/privacy-requests/"
                + owner.post(
                                "/api/privacy-requests",
                                Map.of(
                                        "kind",
                                        "DELETION",
                                        "customerId",
                                        person.local().toString(),
                                        "way",
                                        "IN_PERSON"))
                        .expect(201)
                        .id();
        Books.change(owner, request, "identity", Map.of("check", "KNOWN_IN_PERSON"));
        return request;
    }

    private Answer upload(String path) {
        return owner.upload(path, "box.pdf", FilesTest.PDF, UUID.randomUUID().toString());
    }

    /** A number belongs to one person. */
    private static String aPhone() {
        return "617 555 01" + PHONES.incrementAndGet();
    }

    private CustomerId customer(String name) {
        String id = owner.post("/api/customers", Map.of("name", name, "phones", List.of(aPhone())))
                .expect(201)
                .id();
        return CustomerId.of(business(owner), UUID.fromString(id));
    }

    /** What the log, read from its beginning, says of how the person was written down. */
    private CustomerRegistered replayed(CustomerId id) {
        EventStore events = SERVICE.bean(EventStore.class);
        List<CustomerRegistered> found = new ArrayList<>();
        try (var stream = events.openStream(events.createTailToken())) {
            while (stream.hasNextAvailable()) {
                var event = stream.nextAvailable();
                if (event.getPayloadType() == CustomerRegistered.class
                        && ((CustomerRegistered) event.getPayload())
                                .customerId()
                                .equals(id)) {
                    found.add((CustomerRegistered) event.getPayload());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
