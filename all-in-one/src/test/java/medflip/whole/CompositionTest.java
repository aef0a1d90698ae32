package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docker-compose.yml} names programs, settings, secrets and files that there are; SidesTest starts them so. */
class CompositionTest {

    private static final Pattern OURS =
            Pattern.compile("(?:\\$\\{|getProperty\\(\\s*\"|Property\\(\\s*\"|\")(medflip\\.[a-z.-]+)");

    /** As Prometheus has it, with a dash for each dot, and what kind of figure it is behind. */
    private static final Pattern FIGURE = Pattern.compile("\\b(medflip_[a-z_]+?)(?:_seconds|_total)?\\b");

    private final Composition composition = Composition.read();

    @Test
    void each_side_runs_a_program_with_settings_that_it_knows() throws IOException {
        Set<String> known = knownToBoot();
        known.addAll(knownToUs());
        for (String side : Composition.SIDES) {
            assertThatCode(() -> Class.forName(composition.program(side))).doesNotThrowAnyException();
            assertThat(known)
                    .as(side)
                    .containsAll(composition.settings(side).keySet())
                    .containsAll(composition.secretsOf(side).keySet());
        }
    }

    @Test
    void commands_questions_and_events_go_by_an_axon_server_that_nobody_else_can_reach() {
        assertThat(composition.settings("command-side"))
                .containsEntry("medflip.axonserver.servers", "axonserver:8124")
                .containsEntry("medflip.events.store", "axonserver");
        assertThat(composition.settings("query-side")).containsEntry("medflip.axonserver.servers", "axonserver:8124");
        assertThat(composition.services().keySet())
                .filteredOn(each -> composition
                        .service(each)
                        .getOrDefault("networks", List.of())
                        .toString()
                        .contains("messages"))
                .containsExactlyInAnyOrder("command-side", "query-side", "axonserver");
        assertThat(composition.service("axonserver"))
                .containsEntry("networks", List.of("messages"))
                .containsEntry("cap_drop", List.of("ALL"))
                .containsKeys("user", "healthcheck", "deploy", "volumes")
                .doesNotContainKey("ports");
        assertThat((String) composition.service("axonserver").get("image")).matches("axoniq/axonserver:[0-9.]+-.*");
    }

    @Test
    void each_figure_of_ours_on_the_example_dashboard_is_one_that_a_process_has() throws IOException {
        Set<String> shown = FIGURE.matcher(
                        Files.readString(Path.of("..", "docker", "monitoring", "grafana-dashboard.json")))
                .results()
                .map(found -> found.group(1).replace('_', '.'))
                .collect(Collectors.toSet());
        assertThat(shown).contains("medflip.processor.lag", "medflip.seal.age", "medflip.business.requests");
        assertThat(knownToUs()).containsAll(shown);
    }

    @Test
    void no_process_may_more_than_it_needs() {
        for (String side : Composition.SIDES) {
            Map<String, Object> service = composition.service(side);
            assertThat(service)
                    .as(side)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsKeys("healthcheck", "deploy", "stop_grace_period");
            assertThat(service).as("secrets stand in files").doesNotContainKey("environment");
        }
        assertThat(composition.secretsOf("query-side"))
                .containsEntry("spring.datasource.password", "database.query")
                .doesNotContainKey("medflip.database.owner-password");
        assertThat(composition.secretsOf("webhooks-gateway").values())
                .containsExactlyInAnyOrder("root.key", "database.gateway", "stripe.webhook-secrets");
        assertThat(composition.service("database")).doesNotContainKey("ports");
        assertThat(Composition.list(composition.service("database"), "command").toString())
                .doesNotContainPattern("(fsync|synchronous_commit|full_page_writes)=off");
    }

    @Test
    void each_secret_and_each_file_that_is_named_is_there() throws IOException {
        assertThat(composition.secrets().keySet())
                .containsAll(Composition.SIDES.stream()
                        .flatMap(side -> composition.secretsOf(side).values().stream())
                        .toList());
        String maker = Files.readString(Path.of("..", "docker", "new-secrets"));
        assertThat(composition.secrets().keySet())
                .filteredOn(name -> !name.startsWith("tls."))
                .allSatisfy(name -> assertThat(maker)
                        .contains(name.startsWith("database.") ? name.substring("database.".length()) : name));
        assertThat(Files.readString(Path.of("..", "docker", "Dockerfile"))
                        .lines()
                        .filter(line -> line.matches("COPY (docker|platform|browser-ui/openapi).*"))
                        .flatMap(line -> Stream.of(line.split(" ")).skip(1).filter(part -> !part.startsWith("/"))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of("..", file)).exists());
        String bootstrap = Files.readString(Path.of("..", "platform/src/main/resources/db/bootstrap.sql"));
        assertThat(Pattern.compile("\\$\\{(\\w+)}")
                        .matcher(bootstrap)
                        .results()
                        .map(found -> "database." + found.group(1)))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(composition.secrets()).containsKey(secret));
    }

    @Test
    void the_web_server_and_the_health_checks_ask_each_process_where_it_listens() throws IOException {
        String nginx = Files.readString(Path.of("..", "docker", "nginx.conf"));
        for (String side : Composition.SIDES) {
            Map<String, String> settings = composition.settings(side);
            String port = settings.get("server.port");
            assertThat(nginx).as(side).contains(" " + side + ":" + port + ";");
            assertThat(composition.healthcheck(side))
                    .as(side)
                    .startsWith("/medflip/healthy", settings.getOrDefault("management.server.port", port));
        }
        assertThat(Composition.list(composition.service("web"), "ports"))
                .allSatisfy(published -> assertThat(nginx)
                        .containsPattern("listen " + ((String) published).replaceAll(".*:", "") + "[; ]"));
        assertThat(nginx)
                .as("no address of a request or caller is logged")
                .contains("access_log off;", "error_log stderr alert;");
        assertThat(Composition.list(composition.service("web"), "secrets"))
                .allSatisfy(secret -> assertThat(nginx).contains("/run/secrets/" + secret + ";"));
    }

    private static Set<String> knownToUs() throws IOException {
        Set<String> known = new HashSet<>();
        for (String module : List.of("platform", "command-side", "query-side", "webhooks-gateway", "all-in-one")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                        .map(CompositionTest::text)
                        .forEach(text -> OURS.matcher(text).results().forEach(found -> known.add(found.group(1))));
            }
        }
        return known;
    }

    private static Set<String> knownToBoot() throws IOException {
        Set<String> known = new HashSet<>();
        Pattern name = Pattern.compile("\"name\"\\s*:\\s*\"([a-z][a-z0-9.-]+)\"");
        for (URL metadata : Collections.list(
                CompositionTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                name.matcher(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> known.add(found.group(1)));
            }
        }
        return known;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
