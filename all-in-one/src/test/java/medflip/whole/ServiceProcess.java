package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import medflip.launcher.MedFlipProfit;
import medflip.launcher.gateway.WebhooksGateway;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own, so that it can be killed as by a power cut, and started again on its data. */
final class ServiceProcess implements AutoCloseable {

    private final Path folder;
    private final Class<?> program;
    private final List<String> settings;
    private final String name;
    private final int port = FreePort.find();
    /** Where its health is asked. */
    private final int healthPort;

    private final int databasePort = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private Version version = new Version("", List.of());

    /** What a version has beside this one's: folders and jars of its class path, and settings. */
    private record Version(String more, List<String> settings) {}

    /** @param settings beside those that a test needs, such as {@code --logging.level.root=info} */
    ServiceProcess(Path folder, String... settings) {
        this(MedFlipProfit.class, folder, "service", 0, settings);
        start();
    }

    private ServiceProcess(Class<?> program, Path folder, String name, int healthPort, String... settings) {
        this.program = program;
        this.folder = folder;
        this.name = name;
        this.healthPort = healthPort == 0 ? port : healthPort;
        this.settings = List.of(settings);
    }

    /** The webhooks gateway alone, not started yet; its root key is in the same folder. */
    static ServiceProcess gateway(Path folder, String... settings) {
        return side(WebhooksGateway.class, folder, "gateway", settings);
    }

    /**
     * A side, not started yet, whose health and figures have a port of their own.
     *
     * @param name of its log
     */
    static ServiceProcess side(Class<?> program, Path folder, String name, String... settings) {
        int management = FreePort.find();
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--management.server.port=" + management);
        return new ServiceProcess(program, folder, name, management, all.toArray(String[]::new));
    }

    /** A command that runs beside a service or in its place and ends by itself, not started yet. */
    static ServiceProcess command(Class<?> program, Path folder, String name, String... settings) {
        return new ServiceProcess(program, folder, name, 0, settings);
    }

    /** What it tells at the port for those who run it. */
    String managed(String path) {
        return text(healthPort, path);
    }

    int port() {
        return port;
    }

    private Process launch() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        try {
            List<String> command = new ArrayList<>(List.of(
                    java,
                    "-Xmx768m",
                    // It lives for seconds, in which the second compiler and the threads of a larger collector would
                    // use more than they save.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    version.more() + System.getProperty("java.class.path"),
                    program.getName(),
                    "--server.port=" + port,
                    "--medflip.embedded.port=" + databasePort,
                    "--medflip.data=" + folder,
                    "--medflip.accounts.password-iterations=1000",
                    "--medflip.limits.per-address=1000000",
                    "--medflip.limits.per-caller=1000000",
                    // What a killed process had in hand is taken up by the next one soon.
                    "--db-scheduler.heartbeat-interval=1s",
                    "--db-scheduler.missed-heartbeats-limit=4",
                    "--db-scheduler.polling-interval=1s"));
            command.addAll(settings);
            command.addAll(version.settings());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(logFile()).toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says of itself that it is well. */
    ServiceProcess awaitHealthy() {
        Eventually.of(this::health, status -> {
            if (!running().isAlive()) {
                throw new AssertionError(name + " ended while starting:\n" + log());
            }
            return status == 200;
        });
        return this;
    }

    /** kill -9: nothing of the service gets to run any more. */
    void kill() {
        running().destroyForcibly();
        try {
            if (!running().waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The service survives kill -9");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, as {@code systemctl stop} and Docker send it; doesn't wait. */
    void askToStop() {
        running().destroy();
    }

    /** Its exit status, once it has ended. */
    int awaitEnd() {
        try {
            return running().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void start() {
        process = launch();
    }

    /** From its next start on it is another version, which has what is in the folder too. */
    void becomeVersion(String number, Path additions) {
        version = new Version(additions + File.pathSeparator, List.of("--medflip.version=" + number));
    }

    /** Whether it says that it takes requests, as a balancer asks. */
    boolean isReady() {
        return status(healthPort, healthPort == port ? "/actuator/health" : "/actuator/health/readiness") == 200;
    }

    Browser browser() {
        return new Browser(port);
    }

    String log() {
        try {
            return Files.readString(folder.resolve(logFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as an operator would, so that it takes its database server along. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(CardScan.findsOneIn(log()))
                .as("a card's number in the log of the " + name)
                .isFalse();
    }

    private Process running() {
        return Objects.requireNonNull(process, "It was never started");
    }

    private String logFile() {
        return name + ".log";
    }

    private int health() {
        return status(healthPort, "/actuator/health");
    }

    /** What it answers to a question of nobody's; 0 where it doesn't. */
    int status(String path) {
        return status(port, path);
    }

    private String text(int at, String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int status(int at, String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
