package medflip.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import medflip.platform.outbox.Outcome;
import medflip.platform.outbox.Outcome.Done;
import medflip.platform.outbox.Outcome.NotDone;
import medflip.platform.outbox.Outcome.Refused;
import medflip.platform.outbox.Outcome.Unknown;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Resend's client speaks to a server that answers as a test tells it. */
class ResendChannelTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final UUID ID = UUID.randomUUID();
    private static final String BUSINESS = UUID.randomUUID().toString();
    private static final byte[] MAIL = Mails.JSON.writeValueAsBytes(
            new Mail(BUSINESS, "tammy@example.com", "Hello", "Hi there", "<p>Hi there</p>", null));

    private final List<String> bodies = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"id\":\"mail-1\"}";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/emails", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                keys.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                if (status > 0) {
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_mail_goes_out_with_its_key_and_the_receipt_comes_back() {
        assertThat(attempt()).isEqualTo(new Done("mail-1"));
        assertThat(keys).containsExactly("Bearer re_key " + ID);
        JsonNode sent = Mails.JSON.readTree(bodies.getFirst());
        assertThat(sent.at("/to/0").asString()).isEqualTo("tammy@example.com");
        assertThat(sent.get("from").asString()).isEqualTo("Us <us@example.com>");
        assertThat(sent.get("subject").asString()).isEqualTo("Hello");
        assertThat(sent.get("text").asString()).isEqualTo("Hi there");
        assertThat(sent.get("html").asString()).isEqualTo("<p>Hi there</p>");
        assertThat(sent.get("tags").toString()).contains(BUSINESS, ID.toString());
        assertThat(sent.has("headers")).as("who needs it isn't asked whether").isFalse();
    }

    @Test
    void P8_a_mail_that_can_be_declined_is_declined_by_one_click_of_a_mail_program() {
        channel()
                .attempt(
                        ID,
                        Mails.JSON.writeValueAsBytes(new Mail(
                                BUSINESS,
                                "tammy@example.com",
                                "Hello",
                                "Hi",
                                "<p>Hi</p>",
                                "https://us.example/one?t=1")));
        JsonNode headers = Mails.JSON.readTree(bodies.getFirst()).get("headers");
        assertThat(headers.get("List-Unsubscribe").asString()).isEqualTo("<https://us.example/one?t=1>");
        assertThat(headers.get("List-Unsubscribe-Post").asString()).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void of_many_in_one_call_each_has_its_own_outcome() {
        SortedMap<UUID, byte[]> three = new TreeMap<>();
        for (int i = 1; i <= 3; i++) {
            three.put(new UUID(0, i), MAIL);
        }
        answer = "{\"data\":[{\"id\":\"a\"},{\"id\":\"c\"}],\"errors\":[{\"index\":1,\"message\":\"bad\"}]}";
        assertThat(batches().attemptTogether(ID, three))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new UUID(0, 1), new Done("a"),
                        new UUID(0, 2), new Refused("http-422"),
                        new UUID(0, 3), new Done("c")));
        assertThat(keys).containsExactly("Bearer re_key " + ID);
        assertThat(Mails.JSON.readTree(bodies.getFirst())).hasSize(3);
        status = 500;
        assertThat(batches().attemptTogether(ID, three).values()).containsOnly(new Unknown("http-500"));
        status = 0;
        assertThat(batches().attemptTogether(ID, three).values()).containsOnly(new Unknown("no-answer"));
    }

    @Test
    void what_an_answer_means_is_told_by_its_status() {
        answer = "{\"statusCode\":0,\"name\":\"a_name\",\"message\":\"about tammy@example.com\"}";
        assertThat(answered(422)).isEqualTo(new Refused("http-422"));
        assertThat(answered(401)).isEqualTo(new NotDone("http-401", null));
        assertThat(answered(429)).isInstanceOf(NotDone.class);
        assertThat(answered(409)).isEqualTo(new Unknown("http-409"));
        assertThat(answered(500)).isEqualTo(new Unknown("http-500"));
        assertThat(answered(302)).as("no redirect is followed").isEqualTo(new Refused("http-302"));
    }

    @Test
    void a_broken_connection_leaves_it_unknown_and_a_refused_one_does_not() {
        status = 0;
        assertThat(attempt()).isEqualTo(new Unknown("no-answer"));
        assertThat(bodies).as("nothing is repeated behind our back").hasSize(1);
        server.stop(0);
        assertThat(attempt()).isEqualTo(new NotDone("unreachable", null));
    }

    @Test
    void P3_a_host_that_is_not_meant_is_never_called() {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(new AllowedHosts(Set.of("api.resend.com")))
                .build();
        Request elsewhere = new Request.Builder()
                .url("http://127.0.0.1:" + server.getAddress().getPort() + "/emails")
                .build();
        assertThatThrownBy(() -> client.newCall(elsewhere).execute().close()).hasMessageContaining("127.0.0.1");
        assertThat(bodies).isEmpty();
    }

    private Outcome answered(int by) {
        status = by;
        return attempt();
    }

    private Outcome attempt() {
        return channel().attempt(ID, MAIL);
    }

    private ResendChannel channel() {
        return new ResendChannel(new ResendEmails(account(), TIMEOUT), "Us <us@example.com>");
    }

    private ResendBatches batches() {
        return new ResendBatches(new ResendEmails(account(), TIMEOUT), "Us <us@example.com>");
    }

    private ResendAccount account() {
        return new ResendAccount(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "re_key", List.of());
    }
}
