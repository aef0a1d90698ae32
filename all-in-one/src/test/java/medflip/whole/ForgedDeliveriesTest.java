package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.launcher.ResendSimulator;
import medflip.launcher.StripeSimulator;
import medflip.launcher.TwilioSimulator;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.twilio.TwilioVault;
import medflip.platform.web.PublicUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of what anybody sends in the name of Twilio, Stripe or Resend nothing is taken, and the door never fails over it:
 * what is signed by another's secret or not at all, and what is theirs but was changed in some place.
 */
class ForgedDeliveriesTest {

    private static final int FEW = 500;
    private static final int MANY = 10_000;
    private static final int SENDERS_AT_ONCE = 8;

    private final RunningService service = RunningService.shared();
    private final JdbcClient database = JdbcClient.create(service.bean("serviceDataSource", DataSource.class));

    @Test
    void P4_1_P4_2_P5_of_what_is_forged_or_changed_nothing_is_taken_and_nothing_makes_the_door_fail() throws Exception {
        URI door = service.browser().root();
        forgeAll(door, service.bean(PublicUrl.class).of(""), FEW);
    }

    /** Of each provider, at the door that has a process of its own. */
    @Test
    @Tag("soak")
    void P4_1_P4_2_P5_of_ten_thousand_forged_deliveries_the_gateway_takes_none_and_fails_over_none() throws Exception {
        EmbeddedDatabase embedded = service.bean(EmbeddedDatabase.class);
        DatabaseAccess access = embedded.access("medflip", "medflip_keys");
        try (ServiceProcess gateway = ServiceProcess.gateway(
                service.folder(),
                "--spring.datasource.url=" + access.url(),
                "--medflip.database.keys-url=" + access.keysUrl(),
                "--medflip.database.gateway-password=" + embedded.gateway().password(),
                "--medflip.stripe.webhook-secrets="
                        + String.join(
                                ",",
                                service.bean(StripeSimulator.class).account().webhookSecrets()),
                "--medflip.stripe.live=false",
                "--medflip.resend.webhook-secrets="
                        + String.join(
                                ",",
                                service.bean(ResendSimulator.class).account().webhookSecrets()),
                "--medflip.webhooks.calls-per-source=1000000")) {
            gateway.start();
            gateway.awaitHealthy();
            forgeAll(URI.create("http://127.0.0.1:" + gateway.port()), "http://localhost:" + gateway.port(), MANY);
        }
    }

    private void forgeAll(URI door, String publicUrl, int each)
            throws IOException, InterruptedException, ExecutionException {
        Browser owner = service.browser().signUp("Forged");
        Texting.connect(owner);
        TenantId tenant = TenantId.of(
                owner.get("/api/session").expect(200).json().at("/business/id").asString());
        String path =
                URI.create(service.bean(TwilioVault.class).messagesUrl(tenant)).getPath();
        for (Forger forger : List.of(
                new Forger.Twilio(publicUrl, path, TwilioSimulator.account(tenant)),
                new Forger.Stripe(service.bean(StripeSimulator.class)
                        .account()
                        .webhookSecrets()
                        .getFirst()),
                new Forger.Resend(service.bean(ResendSimulator.class)
                        .account()
                        .webhookSecrets()
                        .getFirst()))) {
            forge(door, forger, each);
        }
    }

    private void forge(URI door, Forger forger, int count)
            throws IOException, InterruptedException, ExecutionException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(SENDERS_AT_ONCE)) {
            for (int repeat = 0; repeat < 5; repeat++) {
                assertThat(send(http, door, forger.genuine(0)))
                        .as("what is %s's own", forger.provider())
                        .isEqualTo(200);
            }
            assertThat(kept(forger)).as("kept once").isEqualTo(1);
            List<Callable<Integer>> forged = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                Forger.Sent sent = forger.forged(i, random);
                forged.add(() -> send(http, door, sent));
            }
            Map<Integer, Integer> answers = new TreeMap<>();
            for (Future<Integer> answer : threads.invokeAll(forged)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            assertThat(answers)
                    .as("answers to what isn't %s's, seed %d", forger.provider(), seed)
                    .isEqualTo(Map.of(forger.refusal(), count));
            assertThat(kept(forger)).as("seed %d", seed).isEqualTo(1);
        }
    }

    private static int send(HttpClient http, URI door, Forger.Sent sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(sent.path()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.body()));
        sent.headers().forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private long kept(Forger forger) {
        return database.sql("SELECT count(*) FROM write.inbox WHERE provider = ? AND starts_with(delivery_key, ?)")
                .param(forger.provider())
                .param(forger.keys())
                .query(Long.class)
                .single();
    }
}
