package medflip.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import medflip.launcher.MedFlipProfit;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.Migrations;
import medflip.platform.web.MaxMindFile;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The service as {@code mvn spring-boot:run} starts it, on a port and a data folder of its own. */
final class RunningService implements AutoCloseable {

    /**
     * Cheap password hashes, so that tests don't wait for them, no throttle, since all come from one address, and
     * deadlines that are seen at once. A trial outlasts the clocks that tests move.
     */
    private static final List<String> SETTINGS = List.of(
            "--server.port=0",
            "--medflip.embedded.port=0",
            "--medflip.accounts.password-iterations=1000",
            "--medflip.accounts.sign-ins-per-account=1000000",
            "--medflip.accounts.sign-ins-per-address=1000000",
            "--medflip.google.client-id=" + GoogleStandIn.CLIENT,
            "--medflip.google.client-secret=" + GoogleStandIn.SECRET,
            "--medflip.limits.per-address=1000000",
            "--medflip.limits.per-caller=1000000",
            "--medflip.limits.per-business=1000000",
            Operators.SETTING,
            "--medflip.operation.count-every=3s",
            "--medflip.billing.trial-days=700",
            "--medflip.deals.look-for-deadlines-every=3s",
            "--medflip.policy.look-every=3s",
            "--medflip.exports.look-for-deliveries-every=3s",
            "--db-scheduler.polling-interval=1s",
            "--medflip.webhooks.calls-per-source=1000000",
            "--medflip.offers.attempts-per-address=1000");

    /** Where all tests are, by a list of places. */
    static final String PLACE = "Springfield, Illinois, United States";

    private static final Path PLACES = places();

    private final Path folder;
    private final ConfigurableApplicationContext context;

    private RunningService(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** @param replacements configurations that take one layer away, each bean of theirs marked primary */
    static RunningService start(Class<?>... replacements) {
        return start(List.of(), replacements);
    }

    /** @param others settings that take the place of those above */
    static RunningService start(List<String> others, Class<?>... replacements) {
        try {
            return start(Template.copy(), others, replacements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param folder with data that is there already; gone when the service is closed */
    static RunningService start(Path folder, List<String> others, Class<?>... replacements) {
        List<Class<?>> sources = new ArrayList<>(List.of(replacements));
        sources.add(MedFlipProfit.class);
        return new RunningService(
                folder,
                new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                        .run(settings(folder, others).toArray(String[]::new)));
    }

    /** What it is started with. */
    static List<String> settings(Path folder, List<String> others) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.add("--medflip.data=" + folder);
        settings.add("--medflip.google.issuer=" + GoogleStandIn.shared().issuer());
        settings.add("--medflip.places.database=" + PLACES);
        // Given twice, a setting would be a list of both.
        settings.removeIf(setting ->
                others.stream().anyMatch(other -> setting.startsWith(other.substring(0, other.indexOf('=') + 1))));
        settings.addAll(others);
        return settings;
    }

    /** What says to work on these databases, of whichever server. */
    static List<String> settings(DatabaseAccess access) {
        return List.of(
                "--spring.datasource.url=" + access.url(),
                "--medflip.database.keys-url=" + access.keysUrl(),
                "--spring.datasource.password=" + access.service().password(),
                "--medflip.database.owner-password=" + access.owner().password(),
                "--medflip.database.tenant-password=" + access.tenant().password(),
                "--medflip.database.keys-password=" + access.keys().password());
    }

    /**
     * The one that tests share which leave every layer on and look at their own tenants only. Classes run beside each
     * other, each in one thread: each thread has one of its own, so that no two of them ever meet at it.
     */
    static RunningService shared() {
        return Shared.OF_THREAD.get();
    }

    /** Those that were shared up to now, of all threads. */
    static List<RunningService> allShared() {
        return List.copyOf(Shared.ALL);
    }

    private static Path places() {
        try {
            Path file = Files.createTempFile("medflip-places", ".mmdb");
            file.toFile().deleteOnExit();
            return MaxMindFile.write(
                    file,
                    Map.of("127.0.0.0/8", Map.of("city", "Springfield", "state1", "Illinois", "country_code", "US")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return new Browser(
                Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    /** An empty service's data, made once: what a first start does is slow, and CrashTest sees to it. */
    private static final class Template {

        private static final Path FOLDER = make();

        static Path copy() throws IOException {
            Path folder = Files.createTempDirectory("medflip-whole");
            try (Stream<Path> all = Files.walk(FOLDER)) {
                for (Path each : all.filter(path -> !path.equals(FOLDER)).toList()) {
                    Files.copy(each, folder.resolve(FOLDER.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return folder;
        }

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("medflip-template");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
                try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
                    Migrations.migrate(database.access("medflip", "medflip_keys"));
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Shared {
        static final Queue<RunningService> ALL = new ConcurrentLinkedQueue<>();
        static final ThreadLocal<RunningService> OF_THREAD = ThreadLocal.withInitial(Shared::another);

        private static RunningService another() {
            RunningService service = start(CollectedSpans.SETTINGS, CollectedSpans.class);
            ALL.add(service);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            return service;
        }
    }
}
