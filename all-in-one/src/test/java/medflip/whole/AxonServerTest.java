package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The sides as processes, their commands and questions by way of the {@link NamedAxonServer}, first with their events
 * in PostgreSQL, then with their events there. {@code AXON_SERVER_RESTART} may be a shell's command that kills it and
 * starts it anew.
 */
class AxonServerTest {

    /** A second or two on a machine that has little else to do; without the settings of ours, up to a minute. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);
    /** Changes of one lot, half of them at each command side. */
    private static final int CHANGES = 20;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "axonserver"})
    void the_whole_journey_goes_by_it_and_nothing_is_lost_whatever_is_killed(
            String store, @TempDir Path folder, TestReporter reporter) throws Exception {
        String server = NamedAxonServer.place();
        Map<String, String> settings = NamedAxonServer.settings(store);
        try (RunningSides sides = new RunningSides(folder, settings)) {
            sides.start();
            Browser owner = sides.browser().signUp("By Axon Server");
            String lot = fromQuoteToSale(owner);
            for (ServiceProcess side : sides.commandSides()) {
                assertThat(counted(side, "routed")).as("sent by it").isPositive();
                assertThat(counted(side, "lost")).isZero();
            }
            oneDecidesForAThingAndBothHaveThings(owner, sides.commandSides(), lot);
            listsAreAskedByIt(owner, sides);
            itRefusesAsASideThatKnowsNoAxonServer(owner, sides, lot, store);
            requireOtherContextRefused(sides, settings);

            SteadyCallers callers = new SteadyCallers(owner);
            for (ServiceProcess one : sides.all()) {
                callers.awaitMore(20);
                one.kill();
                one.start();
                one.awaitHealthy();
            }
            callers.awaitMore(20);
            String restart = System.getenv("AXON_SERVER_RESTART");
            if (restart == null) {
                reporter.publishEntry("Axon Server isn't restarted: AXON_SERVER_RESTART names no command for that");
            } else {
                restart(restart, server, sides.commandSides(), callers);
            }
            callers.awaitMore(20);
            assertThat(callers.end()).isGreaterThan(100);
            callers.requireEachOnce();
            for (ServiceProcess side : sides.commandSides()) {
                double before = counted(side, "routed");
                double lost = counted(side, "lost");
                owner.at(side.port())
                        .post("/api/customers", Map.of("name", "After it"))
                        .expect(201);
                assertThat(counted(side, "routed")).isGreaterThan(before);
                assertThat(counted(side, "lost")).isEqualTo(lost);
                double asked = questions(side, "routed");
                Eventually.of(
                        () -> {
                            Books.fileReport(owner.at(side.port()), owner);
                            return questions(side, "routed");
                        },
                        now -> now > asked);
                // Where it kept the events, there was nobody else to tell whether a command in its hands was done.
                assertThat(lost == 0 || store.equals("axonserver"))
                        .as("commands lost: %s", lost)
                        .isTrue();
            }
            sides.commandSides().forEach(ServiceProcess::close);
            if (store.equals("axonserver")) {
                assertThat(NamedAxonServer.movesBack(sides.access())).isGreaterThan(200);
            }
        }
    }

    /** Meanwhile each decides alone; once it listens again, all find it. */
    private static void restart(String command, String server, List<ServiceProcess> commandSides, SteadyCallers callers)
            throws IOException, InterruptedException {
        List<Double> before =
                commandSides.stream().map(side -> counted(side, "here")).toList();
        Process restart = new ProcessBuilder("sh", "-c", command).inheritIO().start();
        callers.awaitMore(20);
        assertThat(restart.waitFor()).isZero();
        Eventually.of(() -> listens(server), is -> is);
        long listening = System.nanoTime();
        for (int i = 0; i < commandSides.size(); i++) {
            ServiceProcess side = commandSides.get(i);
            Eventually.of(() -> Figures.of(side, "medflip_axonserver_connected", ""), is -> is == 1);
            assertThat(counted(side, "here")).as("decided alone").isGreaterThan(before.get(i));
        }
        List<Double> alone =
                commandSides.stream().map(side -> counted(side, "routed")).toList();
        for (int i = 0; i < commandSides.size(); i++) {
            ServiceProcess side = commandSides.get(i);
            double sent = alone.get(i);
            Eventually.of(() -> counted(side, "routed"), now -> now > sent);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - listening))
                .as("until both command sides send by it again")
                .isLessThan(BACK_WITHIN);
    }

    private static boolean listens(String server) {
        int colon = server.lastIndexOf(':');
        try (Socket ignored = new Socket(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A purchase and what follows from it, as a person does it; the lot of it. */
    private static String fromQuoteToSale(Browser owner) {
        String key = UUID.randomUUID().toString();
        String customer =
                owner.post("/api/customers", Books.person(), key).expect(201).id();
        assertThat(owner.post("/api/customers", Books.person(), key).id()).isEqualTo(customer);
        String deal =
                owner.post("/api/deals", Books.quote(customer)).expect(201).id();
        Books.step(owner, deal, "accept", Map.of("attests", true));
        Books.step(owner, deal, "receive", Map.of());
        Books.step(owner, deal, "inspect-rest-as-quoted", Map.of());
        Books.step(owner, deal, "agree", Map.of());
        Books.step(owner, deal, "payouts", Books.payout(2_000));
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
        return lot;
    }

    /**
     * A lot that is changed at both is decided at one of them; things made at one are decided by both. What jobs send
     * meanwhile is of other things, so that neither figure must be exact but the first.
     */
    private static void oneDecidesForAThingAndBothHaveThings(
            Browser owner, List<ServiceProcess> commandSides, String lot) {
        List<Browser> at =
                commandSides.stream().map(side -> owner.at(side.port())).toList();
        List<Double> before = commandSides.stream().map(AxonServerTest::taken).toList();
        String etag = owner.get("/api/lots/" + lot).expect(200).etag();
        for (int i = 0; i < CHANGES; i++) {
            etag = at.get(i % at.size())
                    .change("POST", "/api/lots/" + lot + "/move", Map.of("location", "Shelf " + i), etag)
                    .expect(200)
                    .etag();
        }
        List<Double> more = increase(commandSides, before);
        assertThat(more).as("decided by the two: %s", more).anyMatch(by -> by >= CHANGES);
        assertThat(more).as("decided by the two: %s", more).anyMatch(by -> by < CHANGES / 2);

        List<Double> then = commandSides.stream().map(AxonServerTest::taken).toList();
        for (int i = 0; i < CHANGES; i++) {
            at.getFirst().post("/api/customers", Map.of("name", "Shared " + i)).expect(201);
        }
        assertThat(increase(commandSides, then)).allMatch(by -> by > 0);
    }

    /** A report is filed by what a query side says of it, and a list that none has is refused. */
    private static void listsAreAskedByIt(Browser owner, RunningSides sides) {
        for (ServiceProcess side : sides.commandSides()) {
            Books.fileReport(owner.at(side.port()), owner);
            assertThat(questions(side, "routed"))
                    .as("whether there is such a report, and what it says")
                    .isEqualTo(2);
            assertThat(questions(side, "unanswered")).isZero();
        }
        assertThat(sides.querySides().stream()
                        .mapToDouble(side -> Figures.of(side, "medflip_questions_taken_total", ""))
                        .sum())
                .isEqualTo(4);
    }

    private static List<Double> increase(List<ServiceProcess> sides, List<Double> before) {
        return IntStream.range(0, sides.size())
                .mapToObj(i -> taken(sides.get(i)) - before.get(i))
                .toList();
    }

    /**
     * The same wishes, at each side that is on Axon Server and at one that isn't: answers are the same to the letter.
     * Where the log is kept there, one that isn't may not start.
     */
    private static void itRefusesAsASideThatKnowsNoAxonServer(
            Browser owner, RunningSides sides, String lot, String store) throws Exception {
        try (ServiceProcess alone = sides.commandSideBeside(Map.of())) {
            alone.start();
            if (store.equals("axonserver")) {
                assertThat(alone.awaitEnd()).isNotZero();
                assertThat(alone.log()).contains("The log is kept in Axon Server");
                requireSameRefusals(owner, lot, sides.commandSides());
            } else {
                alone.awaitHealthy();
                List<ServiceProcess> all = new ArrayList<>(sides.commandSides());
                all.add(alone);
                requireSameRefusals(owner, lot, all);
                assertThat(alone.managed("/actuator/prometheus")).doesNotContain("medflip_commands");
            }
        }
    }

    private static void requireSameRefusals(Browser owner, String lot, List<ServiceProcess> commandSides) {
        String stale = owner.get("/api/lots/" + lot).expect(200).etag();
        Books.change(owner, "/api/lots/" + lot, "move", Map.of("location", "Elsewhere"));
        String fresh = owner.get("/api/lots/" + lot).expect(200).etag();
        String nobody = UUID.randomUUID().toString();
        String key = UUID.randomUUID().toString();
        owner.post("/api/customers", Map.of("name", "Once"), key).expect(201);
        Set<List<String>> refused = new HashSet<>();
        for (ServiceProcess side : commandSides) {
            Browser there = owner.at(side.port());
            refused.add(List.of(
                    problem(412, there.change("POST", "/api/lots/" + lot + "/move", moved(), stale)),
                    problem(
                            409,
                            there.change("POST", "/api/lots/" + lot + "/sales", Books.sale(nobody, 10_000), fresh)),
                    problem(404, there.change("POST", "/api/lots/" + nobody + "/move", moved(), fresh)),
                    problem(422, there.post("/api/customers", Map.of("name", "Another"), key)),
                    problem(400, there.post("/api/filed-reports", Books.report("nonsense=1")))));
        }
        assertThat(refused).hasSize(1);
    }

    private static Map<String, ?> moved() {
        return Map.of("location", "Nowhere");
    }

    private static String problem(int status, Answer answer) {
        assertThat(answer.expect(status).code()).isNotEmpty();
        return answer.body();
    }

    private static void requireOtherContextRefused(RunningSides sides, Map<String, String> settings) throws Exception {
        Map<String, String> other = new HashMap<>(settings);
        other.put("medflip.axonserver.context", "tenants");
        try (ServiceProcess refused = sides.commandSideBeside(other)) {
            refused.start();
            assertThat(refused.awaitEnd()).isNotZero();
            assertThat(refused.log()).contains("context tenants would keep nobody apart");
        }
    }

    private static double taken(ServiceProcess side) {
        return Figures.of(side, "medflip_commands_taken_total", "");
    }

    private static double counted(ServiceProcess side, String way) {
        return Figures.of(side, "medflip_commands_total", "way=\"" + way + "\"");
    }

    private static double questions(ServiceProcess side, String way) {
        return Figures.of(side, "medflip_questions_total", "way=\"" + way + "\"");
    }
}
