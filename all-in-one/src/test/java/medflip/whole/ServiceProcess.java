package medflip.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import medflip.launcher.MedFlipProfit;

/** The service as a process of its own, so that it can be killed as by a power cut, and started again on its data. */
final class ServiceProcess implements AutoCloseable {

    private final Path folder;
    private final List<String> settings;
    private final int port = freePort();
    private final int databasePort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** @param settings beside those that a test needs, such as {@code --logging.level.root=info} */
    ServiceProcess(Path folder, String... settings) {
        this.folder = folder;
        this.settings = List.of(settings);
        this.process = launch();
    }

    private Process launch() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        try {
            List<String> command = new ArrayList<>(List.of(
                    java,
                    "-Xmx768m",
                    // It lives for seconds, in which the second compiler would use more than it saves.
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    MedFlipProfit.class.getName(),
                    "--server.port=" + port,
                    "--medflip.embedded.port=" + databasePort,
                    "--medflip.data=" + folder,
                    "--medflip.accounts.password-iterations=1000",
                    "--medflip.limits.per-caller=1000000"));
            command.addAll(settings);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("service.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says of itself that it is well. */
    ServiceProcess awaitHealthy() {
        Eventually.of(this::health, status -> {
            if (!process.isAlive()) {
                throw new AssertionError("The service ended while starting:\n" + log());
            }
            return status == 200;
        });
        return this;
    }

    /** kill -9: nothing of the service gets to run any more. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The service survives kill -9");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, as {@code systemctl stop} and Docker send it; doesn't wait. */
    void askToStop() {
        process.destroy();
    }

    /** Its exit status, once it has ended. */
    int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void start() {
        process = launch();
    }

    Browser browser() {
        return new Browser(port);
    }

    String log() {
        try {
            return Files.readString(folder.resolve("service.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as an operator would, so that it takes its database server along. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int health() {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
