package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import medflip.kernel.TenantId;
import medflip.launcher.TwilioSimulator;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.twilio.TwilioAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The webhooks gateway as a process of its own, beside a service that is down. */
class GatewayProcessTest {

    private static final List<String> FORBIDDEN = List.of(
            "SELECT content FROM write.inbox",
            "UPDATE write.inbox SET state = 'READ'",
            "DELETE FROM write.inbox",
            "SELECT * FROM write.outbox",
            "UPDATE write.twilio_account SET sealed = ''",
            "SELECT * FROM write.sign_in",
            "SELECT * FROM events.domain_event",
            "SELECT * FROM read.customer",
            "CREATE TABLE write.mine (id int)");

    private static final List<String> KEYS_FORBIDDEN = List.of(
            "SELECT * FROM keyring.tenant_key",
            "SELECT * FROM keyring.find_subjects(gen_random_uuid(), ARRAY['customer/x'], 'main')",
            "SELECT keyring.raise_fence(gen_random_uuid(), '*')",
            "SELECT keyring.destroy_keys(gen_random_uuid(), '*')");

    /** Among figures stands the pattern of an address: what fills it is a business's. */
    private static final String DOOR = "/webhooks/twilio/\\{key}/messages";

    @Test
    void what_is_delivered_while_the_service_is_down_is_kept_and_read_once_it_is_back(@TempDir Path folder)
            throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), 0);
                TwilioSimulator twilio = new TwilioSimulator(Clock.systemUTC(), 100)) {
            DatabaseAccess access = database.access("medflip", "medflip_keys");
            String[] databases = {
                "--spring.datasource.url=" + access.url(), "--medflip.database.keys-url=" + access.keysUrl()
            };
            try (ServiceProcess gateway = ServiceProcess.gateway(
                            folder,
                            databases[0],
                            databases[1],
                            "--medflip.database.gateway-password="
                                    + database.gateway().password());
                    ServiceProcess service = new ServiceProcess(
                            folder,
                            databases[0],
                            databases[1],
                            "--spring.datasource.password=" + access.service().password(),
                            "--medflip.database.owner-password="
                                    + access.owner().password(),
                            "--medflip.database.tenant-password="
                                    + access.tenant().password(),
                            "--medflip.database.keys-password=" + access.keys().password(),
                            // As the gateway calls itself where nothing else is set: what is signed must be the same.
                            "--medflip.public-url=http://localhost:" + gateway.port(),
                            "--medflip.twilio.simulator=false",
                            "--medflip.twilio.base-url=" + twilio.baseUrl())) {
                service.awaitHealthy();
                Browser owner = service.browser().signUp("Gateway");
                TwilioAccount account = Texting.connectFromOutside(owner);
                gateway.start();
                gateway.awaitHealthy();
                service.kill();

                assertThat(twilio.reply(account, "+16175550101", "are you there?"))
                        .isEqualTo(200);
                assertThat(twilio.reply(account, "+16175550102", "and you?")).isEqualTo(200);
                TwilioAccount forger = new TwilioAccount(
                        TwilioSimulator.account(TenantId.SERVICE).sid(), "", account.number());
                assertThat(twilio.reply(twilio.webhookOf(account), forger, "+16175550103", "forged"))
                        .isEqualTo(404);
                assertThat(gateway.managed("/actuator/prometheus"))
                        .containsPattern(
                                "http_server_requests_seconds_count\\{.*status=\"200\",uri=\"" + DOOR + "\"} 2")
                        .containsPattern(
                                "http_server_requests_seconds_count\\{.*status=\"404\",uri=\"" + DOOR + "\"} 1")
                        .contains("hikaricp_connections_pending", "jvm_memory_used_bytes")
                        .doesNotContain("16175550101", account.sid());
                requireRefused(database, access.url(), FORBIDDEN);
                requireRefused(database, access.keysUrl(), KEYS_FORBIDDEN);

                service.start();
                service.awaitHealthy();
                JsonNode conversations = Eventually.of(
                        () -> owner.get("/api/conversations").expect(200).json().get("items"),
                        items -> items.size() == 2);
                assertThat(conversations.findValuesAsString("lastText"))
                        .containsExactlyInAnyOrder("are you there?", "and you?");
                for (String path : List.of("/api/session", "/actuator/health", "/actuator/prometheus")) {
                    assertThat(gateway.status(path))
                            .as("nothing else answers there: %s", path)
                            .isEqualTo(404);
                }
            }
        }
    }

    /** The gateway's role at the database is good for the gateway's own work alone. */
    private static void requireRefused(EmbeddedDatabase database, String url, List<String> statements)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url, database.gateway().role(), database.gateway().password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
