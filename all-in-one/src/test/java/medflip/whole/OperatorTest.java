package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.DismissOperator;
import medflip.kernel.TenantId;
import medflip.launcher.ResendSimulator;
import medflip.platform.command.Commands;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.Inbox;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.Caller;
import medflip.whole.Browser.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who runs the service: how they come in, what they see, and what they can do about what is stuck. */
class OperatorTest {

    private static final String VIEW = "customers.people";

    private final RunningService service = RunningService.shared();
    private final Browser operator = Operators.of(service);

    @Test
    void an_operator_comes_in_by_the_settings_alone_and_sees_nothing_before_a_second_step() {
        try (RunningService other = RunningService.start(List.of("--medflip.operators=ann@example.com"))) {
            Browser ann = other.browser();
            String token = new Postbox(other).token("ann@example.com", Operators.INVITATION);
            assertThat(ann.post("/api/invitations/open", Map.of("token", token))
                            .expect(200)
                            .json()
                            .get("role")
                            .asString())
                    .isEqualTo("OPERATOR");
            Operators.accept(ann, token).expect(201);
            assertThat(ann.get("/api/operator/health").expect(403).code()).isEqualTo("accounts.second-factor-missing");
            AuthenticatorApp.setUp(ann);
            ann.get("/api/operator/health").expect(200);
            JsonNode session = ann.get("/api/session").expect(200).json();
            assertThat(session.get("role").asString()).isEqualTo("OPERATOR");
            assertThat(ann.post("/api/email-change", Map.of("email", "else@example.com", "password", Browser.PASSWORD))
                            .expect(409)
                            .code())
                    .isEqualTo("accounts.operators-address");
        }
    }

    @Test
    void P7_what_the_law_has_kept_is_seen_by_its_owners_until_it_is_released() {
        // Who came in just now: the one that all share may have come too long ago for this.
        Browser fay = Operators.join(service, "fay@example.com").browser();
        Browser owner = service.browser().signUp("Held");
        String business =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        String hold = UUID.randomUUID().toString();
        String reviewOn = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        fay.post(
                        "/api/operator/holds",
                        Map.of(
                                "holdId", hold,
                                "businessId", business,
                                "basis", "LITIGATION",
                                "reference", "File 26-1188",
                                "reviewOn", reviewOn))
                .expect(204);
        Eventually.of(() -> owner.get("/api/legal-holds").expect(200).json(), holds -> holds.size() == 1);
        String old = oldDelivery(business);
        RetentionRule rule = service.bean("oldDeliveries", RetentionRule.class);
        rule.destroy(Instant.now(), 1_000);
        assertThat(isThere(old)).as("what is old is kept too").isTrue();
        fay.post("/api/operator/holds/" + hold + "/release", Map.of("businessId", business))
                .expect(204);
        Eventually.of(
                () -> owner.get("/api/legal-holds").expect(200).json(),
                holds -> holds.at("/0").has("releasedOn"));
        Eventually.of(() -> rule.destroy(Instant.now(), 1_000) > 0 || !isThere(old), gone -> gone);
        assertThat(isThere(old)).isFalse();
    }

    private String oldDelivery(String business) {
        String key = "old-" + UUID.randomUUID();
        service.bean(Inbox.class)
                .keep(new Delivery(TenantId.of(business), "carrier-pigeon", key, "note", new byte[] {1, 2, 3}));
        JdbcClient.create(service.bean("serviceDataSource", DataSource.class))
                .sql("UPDATE write.inbox SET received_at = received_at - interval '40 days' WHERE delivery_key = ?")
                .param(key)
                .update();
        return key;
    }

    private boolean isThere(String delivery) {
        return JdbcClient.create(service.bean("serviceDataSource", DataSource.class))
                .sql("SELECT EXISTS (SELECT FROM write.inbox WHERE delivery_key = ?)")
                .param(delivery)
                .query(Boolean.class)
                .single();
    }

    @Test
    void an_operator_is_never_remembered_by_a_browser() {
        Browser again = service.browser();
        again.post("/api/sign-in", Map.of("email", Operators.ADDRESS, "password", Browser.PASSWORD, "remember", true));
        assertThat(again.cookie("remember")).isEmpty();
    }

    @Test
    void who_runs_the_service_no_longer_is_out_at_once_and_comes_in_no_more() {
        Browser eve = Operators.join(service, "eve@example.com").browser();
        UUID user = UUID.fromString(
                eve.get("/api/session").expect(200).json().get("userId").asString());
        service.bean(Commands.class)
                .send(
                        Caller.job(TenantId.SERVICE, "operators"),
                        new DismissOperator(UserId.of(TenantId.SERVICE, user)));
        Eventually.of(() -> eve.get("/api/operator/health").status(), status -> status == 401);
        Browser again = service.browser();
        again.signIn("eve@example.com", Browser.PASSWORD).expect(401);
        operator.get("/api/operator/health").expect(200);
    }

    @Test
    void an_effect_that_failed_is_tried_again_by_an_operator_and_the_business_sees_that() {
        Browser owner = service.browser().signUp("Failed Mails");
        String business =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        service.bean(ResendSimulator.class).failNext(ResendSimulator.Fault.INVALID);
        owner.post("/api/password-reset", Map.of("email", owner.email())).expect(204);
        JsonNode effect = Objects.requireNonNull(Eventually.of(() -> stuckEffect(business), Objects::nonNull));
        assertThat(effect.get("state").asString()).isEqualTo("FAILED");
        assertThat(effect.get("kind").asString()).isEqualTo("accounts.reset-password");
        assertThat(effect.get("retryable").asBoolean()).isTrue();

        operator.post("/api/operator/effects/" + effect.get("id").asString() + "/retry", Map.of())
                .expect(204);

        new Postbox(service).await(owner.email(), "Choose a new password");
        Eventually.of(() -> stuckEffect(business), Objects::isNull);
        Eventually.of(() -> owner.get("/api/operator-acts").expect(200).json(), acts -> acts.size() == 1);
    }

    private @Nullable JsonNode stuckEffect(String business) {
        return operator.get("/api/operator/effects")
                .expect(200)
                .json()
                .valueStream()
                .filter(effect -> effect.get("tenantId").asString().equals(business))
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_delivery_that_nobody_could_read_is_read_again_by_an_operator_and_the_business_sees_that() {
        Browser owner = service.browser().signUp("Unread");
        String business =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        JdbcClient database = JdbcClient.create(service.bean("serviceDataSource", DataSource.class));
        service.bean(Inbox.class)
                .keep(new Delivery(
                        TenantId.of(business), "carrier-pigeon", business, "note/somebody", new byte[] {1, 2, 3}));
        database.sql("UPDATE write.inbox SET state = 'SET_ASIDE', reason = 'no-reader' WHERE delivery_key = ?")
                .param(business)
                .update();
        JsonNode delivery = Objects.requireNonNull(unread(business));
        assertThat(delivery.get("provider").asString()).isEqualTo("carrier-pigeon");
        assertThat(delivery.get("kind").asString()).isEqualTo("note");
        assertThat(delivery.get("reason").asString()).isEqualTo("no-reader");
        assertThat(operator.get("/api/operator/health")
                        .expect(200)
                        .json()
                        .get("unreadDeliveries")
                        .asInt())
                .isPositive();

        operator.post("/api/operator/deliveries/" + delivery.get("id").asString() + "/read", Map.of())
                .expect(204);

        assertThat(unread(business)).isNull();
        Eventually.of(() -> owner.get("/api/operator-acts").expect(200).json(), acts -> acts.size() == 1);
        operator.post("/api/operator/deliveries/" + UUID.randomUUID() + "/read", Map.of())
                .expect(404);
        database.sql("UPDATE write.inbox SET state = 'SET_ASIDE', reason = 'no-reader' WHERE delivery_key = ?")
                .param(business)
                .update();
        assertThat(operator.post("/api/operator/deliveries/read", Map.of())
                        .expect(200)
                        .json()
                        .get("deliveries")
                        .asInt())
                .isPositive();
        assertThat(unread(business)).isNull();
    }

    private @Nullable JsonNode unread(String business) {
        return operator.get("/api/operator/deliveries")
                .expect(200)
                .json()
                .valueStream()
                .filter(delivery -> delivery.get("tenantId").asString().equals(business))
                .findFirst()
                .orElse(null);
    }

    @Test
    void no_owner_makes_an_operator() {
        Browser owner = service.browser().signUp("Ambitious");
        assertThat(owner.post("/api/invitations", Map.of("email", "mole@example.com", "role", "OPERATOR"))
                        .expect(422)
                        .code())
                .isEqualTo("accounts.no-role-here");
    }

    @Test
    void the_service_is_seen_at_a_glance() {
        JsonNode health = operator.get("/api/operator/health").expect(200).json();
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(names(health.get("parts"))).contains("db");
        assertThat(names(operator.get("/api/operator/processors").expect(200).json()))
                .contains(VIEW, "accounts.mails");
        assertThat(names(operator.get("/api/operator/jobs").expect(200).json())).contains("outbox.work");
    }

    @Test
    void P7_the_service_tells_what_it_destroys_when_and_that_nothing_is_late() {
        JsonNode retention = operator.get("/api/operator/retention").expect(200).json();
        assertThat(retention.get("late").asInt()).isZero();
        assertThat(retention.get("clock").asString()).isEqualTo("SETTLING");
        assertThat(retention.get("rules").findValuesAsString("id"))
                .contains("inbox", "exports", "sign-ins.history", "feature-use", "imports.never-run", "files.orphans");
        assertThat(names(operator.get("/api/operator/jobs").expect(200).json())).contains("retention.sweep");
        assertThat(names(operator.get("/api/operator/health").expect(200).json().get("parts")))
                .contains("retention");
    }

    @Test
    void P6_a_business_is_seen_as_a_name_a_state_and_counts() {
        Browser owner = service.browser().signUp("Counted");
        owner.post("/api/customers", Map.of("name", "Somebody Secret")).expect(201);
        JsonNode counted = Eventually.of(
                () -> business("Counted"), business -> business.get("people").asInt() == 1);
        assertThat(counted.get("members").asInt()).isEqualTo(1);
        assertThat(counted.get("events").asInt()).isGreaterThan(3);
        assertThat(counted.get("lastActiveOn").asString())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(operator.get("/api/operator/businesses").body())
                .doesNotContain("Somebody Secret")
                .doesNotContain(owner.email());
    }

    private JsonNode business(String name) {
        return StreamSupport.stream(
                        operator.get("/api/operator/businesses")
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .filter(business -> business.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_dead_letter_whose_fault_is_gone_is_healed_by_a_retry_that_the_business_sees() throws SQLException {
        Browser owner = service.browser().signUp("Healed Letters");
        String person = owner.post("/api/customers", Map.of("name", "Arthur"))
                .expect(201)
                .id();
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        JsonNode letter;
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE read.customer ADD CONSTRAINT no_poison CHECK (name NOT LIKE 'Poison%')");
            try {
                owner.change("PUT", "/api/customers/" + person, Map.of("name", "Poison"), seen.etag())
                        .expect(200);
                letter = Objects.requireNonNull(
                        Eventually.of(() -> TroubledViewsTest.letter(operator, person), Objects::nonNull));
            } finally {
                statement.execute("ALTER TABLE read.customer DROP CONSTRAINT no_poison");
            }
        }
        assertThat(operator.post(
                                "/api/operator/dead-letters/" + letter.get("id").asString() + "/retry", Map.of())
                        .expect(200)
                        .json()
                        .get("healed")
                        .asBoolean())
                .isTrue();
        assertThat(TroubledViewsTest.letter(operator, person)).isNull();
        assertThat(owner.get("/api/customers/" + person)
                        .expect(200)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Poison");
        Eventually.of(() -> owner.get("/api/operator-acts").expect(200).json(), acts -> acts.size() == 1);
    }

    @Test
    void P2_5_what_a_user_uses_is_counted_by_part_and_day_and_shown_to_them() {
        Browser owner = service.browser().signUp("Counting");
        Browser other = service.browser().signUp("Not Counting");
        owner.get("/api/deals").expect(200);
        owner.get("/api/deals").expect(200);
        owner.get("/api/deals.csv").expect(200);
        owner.post("/api/customers", Map.of("name", "Trillian")).expect(201);
        owner.get("/api/deals/"
                        + owner.post("/api/customers", Map.of("name", "Zarniwoop"))
                                .id())
                .expect(404);
        JsonNode uses = owner.get("/api/feature-use").expect(200).json();
        assertThat(times(uses, "deals", "LOOK")).as("a refusal is no use").isEqualTo(2);
        assertThat(times(uses, "deals", "EXPORT")).isEqualTo(1);
        assertThat(times(uses, "customers", "CHANGE")).isEqualTo(2);
        assertThat(times(other.get("/api/feature-use").expect(200).json(), "deals", "LOOK"))
                .as("somebody else's are somebody else's")
                .isZero();
        assertThat(times(operator.get("/api/operator/feature-use").expect(200).json(), "deals", "EXPORT"))
                .isGreaterThanOrEqualTo(1);
        assertThat(operator.get("/api/operator/feature-use").body()).doesNotContain("tenant");
    }

    private static int times(JsonNode uses, String feature, String use) {
        return StreamSupport.stream(uses.spliterator(), false)
                .filter(row -> row.get("feature").asString().equals(feature)
                        && Objects.equals(row.get("use").asString(), use))
                .mapToInt(row -> row.get("times").asInt())
                .sum();
    }

    private static List<String> names(JsonNode items) {
        return items.findValuesAsString("name");
    }
}
