package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.launcher.ResendSimulator;
import medflip.launcher.ResendSimulator.Fate;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.platform.eventstore.EventTable;
import medflip.platform.mail.SvixSignature;
import medflip.platform.view.ViewProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What becomes of mails after they were sent, and which of them people can do without; through Resend's webhooks. */
class MailsTest {

    private static final String RESET = "Choose a new password";
    private static final String CHANGED = "Your password was changed";
    private static final String READY = "Your delivery is ready";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningService service = RunningService.shared();
    private final ResendSimulator resend = service.bean(ResendSimulator.class);
    private final Postbox postbox = new Postbox(service);
    private final JdbcClient database = JdbcClient.create(service.bean("serviceDataSource", DataSource.class));

    @Test
    void an_address_that_mails_come_back_from_is_marked_for_its_user_the_owners_and_operators_until_one_arrives() {
        Browser owner = service.browser().signUp("Bounces");
        Browser staff = Members.join(service, owner, "STAFF");
        String id = staff.get("/api/session").expect(200).json().get("userId").asString();
        String address =
                staff.get("/api/session").expect(200).json().get("email").asString();
        resend.bury(address);
        askReset(address);
        Eventually.of(() -> fault(staff), "BOUNCED"::equals);
        JsonNode member = owner.get("/api/members/" + id).expect(200).json();
        assertThat(member.get("mailFault").asString()).isEqualTo("BOUNCED");
        assertThat(fault(owner)).as("another's is another's").isNull();
        Browser operator = Operators.of(service);
        JsonNode logged = operator.get("/api/operator/mails?astray=true")
                .expect(200)
                .json()
                .valueStream()
                .filter(mail -> mail.get("tenantId").asString().equals(business(owner)))
                .findFirst()
                .orElseThrow();
        assertThat(logged.get("kind").asString()).isEqualTo("accounts.reset-password");
        assertThat(logged.get("fate").asString()).isEqualTo("BOUNCED");
        assertThat(logged.get("state").asString()).isEqualTo("DONE");
        assertThat(logged.get("to").asString())
                .isEqualTo(address.charAt(0) + "…" + address.substring(address.indexOf('@')));
        assertThat(operator.get("/api/operator/mails").body()).doesNotContain(address, RESET);

        String schedule = schedule(staff);
        deliver(staff, schedule);
        resend.revive(address);
        askReset(address);
        Eventually.of(() -> fault(staff), Objects::isNull);
        assertThat(subjects(address))
                .as("essential mails were tried, others weren't")
                .contains(RESET)
                .doesNotContain(READY);
        deliver(staff, schedule);
        postbox.await(address, READY);
    }

    @Test
    void an_invitation_that_comes_back_says_so_to_who_sent_it_and_its_link_is_good_all_the_same() {
        Browser owner = service.browser().signUp("Misspells");
        String address = "no.body." + UUID.randomUUID() + "@example.com";
        resend.bury(address);
        JsonNode invited = owner.post("/api/invitations", Map.of("email", address, "role", "STAFF"))
                .expect(201)
                .json();
        String invitation = "/api/invitations/" + invited.get("id").asString();
        Eventually.of(
                () -> owner.get(invitation).expect(200).json().path("mailFault").asString(""), "BOUNCED"::equals);
        String token = invited.get("link").asString().replaceAll(".*#", "");
        service.browser().post("/api/invitations/open", Map.of("token", token)).expect(200);
        String etag = owner.get(invitation).expect(200).etag();
        owner.change("POST", invitation + "/revoke", Map.of(), etag).expect(200);
    }

    @Test
    void P8_a_complaint_stops_what_can_be_declined_until_it_is_wanted_again() {
        Browser owner = service.browser().signUp("Complains");
        String schedule = schedule(owner);
        deliver(owner, schedule);
        resend.happen(postbox.await(owner.email(), READY), Fate.COMPLAINED);
        Eventually.of(() -> fault(owner), "COMPLAINED"::equals);
        deliver(owner, schedule);
        owner.post("/api/password", Map.of("current", Browser.PASSWORD, "password", Browser.PASSWORD + " 2"))
                .expect(204);
        postbox.await(owner.email(), CHANGED);
        assertThat(subjects(owner.email()).stream().filter(READY::equals)).hasSize(1);
        owner.post("/api/optional-mail", Map.of("wanted", true)).expect(204);
        Eventually.of(() -> fault(owner), Objects::isNull);
        deliver(owner, schedule);
        Eventually.of(
                () -> subjects(owner.email()).stream().filter(READY::equals).count(), count -> count == 2);
    }

    @Test
    void P8_what_can_be_declined_is_declined_by_one_click_of_a_mail_program_by_its_link_and_in_the_settings()
            throws IOException, InterruptedException {
        Browser owner = service.browser().signUp("Declines");
        String schedule = schedule(owner);
        deliver(owner, schedule);
        SimulatedMail mail = postbox.await(owner.email(), READY);
        assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String link =
                Objects.requireNonNull(mail.headers().get("List-Unsubscribe")).replaceAll("[<>]", "");
        assertThat(link).startsWith("http");
        assertThat(post(link, "List-Unsubscribe=One-Click", FORM)).isEqualTo(204);
        Eventually.of(() -> wants(owner), wanted -> !wanted);
        assertThat(post(link.replaceFirst("token=.", "token=x"), "List-Unsubscribe=One-Click", FORM))
                .as("a token that is none")
                .isEqualTo(404);

        deliver(owner, schedule);
        askReset(owner.email());
        SimulatedMail essential = postbox.await(owner.email(), RESET);
        assertThat(essential.headers()).as("what is essential asks nobody").isEmpty();
        assertThat(subjects(owner.email()).stream().filter(READY::equals)).hasSize(1);

        String token = mail.text().replaceAll("(?s).*/unsubscribe#(\\S+).*", "$1");
        Browser anybody = service.browser();
        anybody.post("/api/optional-mail/by-link", Map.of("token", token, "wanted", true))
                .expect(204);
        Eventually.of(() -> wants(owner), wanted -> wanted);
        assertThat(anybody.post("/api/optional-mail/by-link", Map.of("token", token + "x", "wanted", true))
                        .expect(404)
                        .code())
                .isEqualTo("accounts.link-void");
        anybody.post("/api/optional-mail/by-link", Map.of("token", token)).expect(400);
        assertThat(anybody.get("/api/session").status()).as("it opens nothing").isEqualTo(401);
        owner.post("/api/optional-mail", Map.of("wanted", false)).expect(204);
        Eventually.of(() -> wants(owner), wanted -> !wanted);
    }

    @Test
    void P5_a_webhook_that_is_not_resends_is_not_kept_and_one_that_comes_twice_is_kept_once()
            throws IOException, InterruptedException {
        URI address = service.browser().root().resolve("/webhooks/resend");
        String secret = resend.account().webhookSecrets().getFirst();
        String other = resend.account().webhookSecrets().getLast();
        String now = Long.toString(Instant.now().getEpochSecond());
        byte[] body = bytes("{\"type\":\"domain.updated\",\"data\":{}}");
        String id = "msg_forged" + UUID.randomUUID();
        assertThat(deliver(address, id, now, SvixSignature.of(secret, id, now, bytes("{}")), body))
                .isEqualTo(400);
        assertThat(deliver(address, id, now, "v1,AAAA", body)).isEqualTo(400);
        assertThat(deliver(address, id, now, "", body)).isEqualTo(400);
        assertThat(deliver(address, "../" + id, now, SvixSignature.of(secret, "../" + id, now, body), body))
                .isEqualTo(400);
        String then = Long.toString(Instant.now().getEpochSecond() - 330);
        assertThat(deliver(address, id, then, SvixSignature.of(secret, id, then, body), body))
                .isEqualTo(400);
        for (String senseless : List.of("", "[]", "{", "{\"type\":7}", "{\"type\":\"no dot\"}")) {
            byte[] bytes = bytes(senseless);
            assertThat(deliver(address, id, now, SvixSignature.of(secret, id, now, bytes), bytes))
                    .as(senseless)
                    .isEqualTo(400);
        }
        assertThat(kept(id)).isZero();
        assertThat(deliver(address, id, now, SvixSignature.of(secret, id, now, body), body))
                .isEqualTo(200);
        assertThat(deliver(address, id, now, SvixSignature.of(other, id, now, body), body))
                .isEqualTo(200);
        assertThat(kept(id)).as("what isn't known is kept and acknowledged").isEqualTo(1);
    }

    @Test
    void what_was_delivered_is_read_again_and_changes_nothing() {
        Browser owner = service.browser().signUp("Replayed");
        String address = owner.email();
        resend.bury(address);
        askReset(address);
        Eventually.of(() -> fault(owner), "BOUNCED"::equals);
        resend.revive(address);
        askReset(address);
        Eventually.of(() -> fault(owner), Objects::isNull);
        Browser operator = Operators.join(service, "gus@example.com").browser();
        List<String> deliveries = operator.get("/api/operator/deliveries/kept?provider=resend")
                .expect(200)
                .json()
                .valueStream()
                .filter(delivery -> delivery.get("tenantId").asString().equals(business(owner)))
                .map(delivery -> delivery.get("id").asString())
                .toList();
        assertThat(deliveries).hasSizeGreaterThan(1);
        for (String delivery : deliveries) {
            operator.post("/api/operator/deliveries/" + delivery + "/read", Map.of())
                    .expect(204);
        }
        Eventually.of(
                () -> database.sql("SELECT count(*) FROM write.inbox WHERE tenant_id = ?::uuid AND provider = 'resend'"
                                + " AND state = 'READ' AND wanted_at IS NOT NULL")
                        .param(business(owner))
                        .query(Long.class)
                        .single(),
                read -> read == deliveries.size());
        assertThat(fault(owner)).as("an old bounce is no news").isNull();
        assertThat(facts(owner, "accounts.MailAddressMarked")).isEqualTo(1);
        assertThat(facts(owner, "accounts.MailAddressCleared")).isEqualTo(1);
        JsonNode errors = operator.post("/api/operator/deliveries/replay", Map.of("provider", "resend"))
                .expect(400)
                .json()
                .get("errors");
        assertThat(errors.findValuesAsString("field")).containsExactlyInAnyOrder("since", "until");
        Map<String, String> never =
                Map.of("provider", "resend", "since", "2020-01-01T00:00:00Z", "until", "2020-01-02T00:00:00Z");
        assertThat(operator.post("/api/operator/deliveries/replay", never)
                        .expect(200)
                        .json()
                        .get("deliveries")
                        .asInt())
                .isZero();
    }

    /** Has a list delivered, and what is mailed of that is seen to. */
    private void deliver(Browser who, String schedule) {
        DeliveriesTest.deliver(who, schedule);
        assertThat(service.bean(ViewProgress.class)
                        .await(
                                List.of("accounts.mail-deliveries"),
                                service.bean(EventTable.class).head()))
                .isTrue();
    }

    private void askReset(String address) {
        service.browser().post("/api/password-reset", Map.of("email", address));
    }

    private String schedule(Browser who) {
        return "/api/delivery-schedules/"
                + who.post(
                                "/api/delivery-schedules",
                                Map.of(
                                        "name", "People",
                                        "list", "/api/customers.csv",
                                        "format", "CSV",
                                        "rhythm", "DAILY",
                                        "hour", 7))
                        .expect(201)
                        .id();
    }

    private List<String> subjects(String address) {
        return postbox.of(address).stream().map(SimulatedMail::subject).toList();
    }

    private static @Nullable String fault(Browser who) {
        JsonNode fault = who.get("/api/session").expect(200).json().get("mailFault");
        return fault == null || fault.isNull() ? null : fault.asString();
    }

    private static boolean wants(Browser who) {
        return who.get("/api/session").expect(200).json().get("optionalMail").asBoolean();
    }

    private static String business(Browser who) {
        return who.get("/api/session").expect(200).json().at("/business/id").asString();
    }

    private long facts(Browser who, String name) {
        return database.sql("SELECT count(*) FROM events.domain_event WHERE tenant_id = ?::uuid AND payload_type = ?")
                .param(business(who))
                .param(name)
                .query(Long.class)
                .single();
    }

    private long kept(String id) {
        return database.sql("SELECT count(*) FROM write.inbox WHERE provider = 'resend' AND delivery_key = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int post(String address, String body, String type) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int deliver(URI address, String id, String at, String signature, byte[] body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "application/json")
                                    .header("svix-id", id)
                                    .header("svix-timestamp", at)
                                    .header("svix-signature", signature)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
