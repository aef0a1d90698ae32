package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.whole.Browser.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The sides as processes, their commands by way of the Axon Server that the environment names: {@code AXON_SERVER} as
 * host and port, {@code AXON_SERVER_TOKEN} if it asks for one, and {@code AXON_SERVER_RESTART}, a shell's command that
 * kills it and starts it anew.
 */
class AxonServerTest {

    private static final Pattern COUNT = Pattern.compile("medflip_commands_total\\{.*way=\"(\\w+)\".*} (\\S+)");

    @Test
    void the_whole_journey_goes_by_it_and_nothing_is_lost_whatever_is_killed(@TempDir Path folder) throws Exception {
        String server = System.getenv("AXON_SERVER");
        assumeThat(server)
                .as("No Axon Server is named: set AXON_SERVER=host:port to run this")
                .isNotNull();
        Map<String, String> settings = Map.of(
                "medflip.axonserver.servers",
                server,
                "medflip.axonserver.token",
                System.getenv().getOrDefault("AXON_SERVER_TOKEN", ""));
        try (RunningSides sides = new RunningSides(folder, settings)) {
            sides.start();
            Browser owner = sides.browser().signUp("By Axon Server");
            fromQuoteToSale(owner);
            for (ServiceProcess side : sides.commandSides()) {
                assertThat(counted(side, "routed")).as("sent by it").isPositive();
                assertThat(counted(side, "lost")).isZero();
            }

            SteadyCallers callers = new SteadyCallers(owner);
            for (ServiceProcess one : sides.all()) {
                callers.awaitMore(20);
                one.kill();
                one.start();
                one.awaitHealthy();
            }
            restart(System.getenv("AXON_SERVER_RESTART"), callers);
            assertThat(callers.end()).isGreaterThan(100);
            callers.requireEachOnce();
            for (ServiceProcess side : sides.commandSides()) {
                double before = counted(side, "routed");
                Eventually.of(
                        () -> {
                            owner.post("/api/customers", Map.of("name", "After it"))
                                    .expect(201);
                            return counted(side, "routed");
                        },
                        after -> after > before);
            }
        }
    }

    private static void restart(@Nullable String command, SteadyCallers callers)
            throws IOException, InterruptedException {
        callers.awaitMore(20);
        if (command != null) {
            Process restart =
                    new ProcessBuilder("sh", "-c", command).inheritIO().start();
            callers.awaitMore(20);
            assertThat(restart.waitFor()).isZero();
        }
        callers.awaitMore(20);
    }

    /** A purchase and what follows from it, as a person does it; with a refusal, a repeat and a stale version. */
    private static void fromQuoteToSale(Browser owner) {
        String key = UUID.randomUUID().toString();
        String customer =
                owner.post("/api/customers", Books.person(), key).expect(201).id();
        assertThat(owner.post("/api/customers", Books.person(), key).id()).isEqualTo(customer);
        String deal =
                owner.post("/api/deals", Books.quote(customer)).expect(201).id();
        Answer quoted = owner.get("/api/deals/" + deal).expect(200);
        Books.step(owner, deal, "accept", Map.of("attests", true));
        owner.change("POST", "/api/deals/" + deal + "/receive", Map.of(), quoted.etag())
                .expect(412);
        Books.step(owner, deal, "receive", Map.of());
        Books.step(owner, deal, "inspect-rest-as-quoted", Map.of());
        Books.step(owner, deal, "agree", Map.of());
        Answer agreed = owner.get("/api/deals/" + deal).expect(200);
        Answer refused =
                owner.change("POST", "/api/deals/" + deal + "/payouts", Books.payout(99_999_900), agreed.etag());
        assertThat(refused.expect(409).json().get("code").asString()).startsWith("deals.");
        Books.step(owner, deal, "payouts", Books.payout(2_000));
        owner.change("POST", "/api/deals/" + UUID.randomUUID() + "/agree", Map.of(), agreed.etag())
                .expect(404);
        // An automation on the one command side stocks the shelf; the lot may be decided at the other.
        JsonNode lots = Eventually.of(
                () -> owner.get("/api/lots?search=Verio").expect(200).json().get("items"), items -> !items.isEmpty());
        String lot = lots.get(0).get("id").asString();
        Books.change(owner, "/api/lots/" + lot, "move", Map.of("location", "A shelf"));
        String sale = UUID.randomUUID().toString();
        owner.change(
                        "POST",
                        "/api/lots/" + lot + "/sales",
                        Books.sale(sale, 1),
                        owner.get("/api/lots/" + lot).expect(200).etag())
                .expect(200);
        Eventually.of(() -> owner.get("/api/sales/" + sale).status(), status -> status == 200);
    }

    private static double counted(ServiceProcess side, String way) {
        List<Double> counts = COUNT.matcher(side.managed("/actuator/prometheus"))
                .results()
                .filter(found -> found.group(1).equals(way))
                .map(found -> Double.valueOf(found.group(2)))
                .toList();
        assertThat(counts).as("the figure of %s", way).hasSize(1);
        return counts.getFirst();
    }
}
