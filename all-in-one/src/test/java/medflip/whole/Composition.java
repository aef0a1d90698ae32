package medflip.whole;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docker-compose.yml} says: which program a service runs, with which settings and secrets. */
final class Composition {

    /** The sides, by their names in the file. */
    static final List<String> SIDES = List.of("command-side", "query-side", "webhooks-gateway");

    private final Map<String, Object> file;

    private Composition(Map<String, Object> file) {
        this.file = file;
    }

    static Composition read() {
        try (Reader reader = Files.newBufferedReader(Path.of("..", "docker-compose.yml"))) {
            return new Composition(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> services() {
        return map(file, "services");
    }

    Map<String, Object> service(String name) {
        return map(services(), name);
    }

    Map<String, Object> secrets() {
        return map(file, "secrets");
    }

    /** The main class. */
    String program(String side) {
        return (String) list(service(side), "command").getFirst();
    }

    /** By name, as the file has them; what it leaves to the environment is said by its default. */
    Map<String, String> settings(String side) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Object argument : list(service(side), "command").stream().skip(1).toList()) {
            String[] parts = ((String) argument)
                    .replaceAll("\\$\\{\\w+:?-([^}]*)}", "$1")
                    .split("=", 2);
            settings.put(parts[0].substring("--".length()), parts[1]);
        }
        return settings;
    }

    /** Of a side's secrets: as which setting each is known, and which of the file's it is. */
    Map<String, String> secretsOf(String side) {
        return list(service(side), "secrets").stream()
                .map(Map.class::cast)
                .collect(Collectors.toMap(each -> (String) each.get("target"), each -> (String) each.get("source")));
    }

    /** The command that tells whether a service is well, without Docker's word for how it is run. */
    List<String> healthcheck(String side) {
        return list(map(service(side), "healthcheck"), "test").stream()
                .skip(1)
                .map(String.class::cast)
                .toList();
    }

    @SuppressWarnings("unchecked") // as the file's form says; another fails the test
    private static Map<String, Object> map(Map<String, Object> of, String name) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(name), name);
    }

    @SuppressWarnings("unchecked") // as the file's form says; another fails the test
    static List<Object> list(Map<String, Object> of, String name) {
        return (List<Object>) Objects.requireNonNull(of.get(name), name);
    }
}
