package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A stop is orderly: requests under way are answered, then processors, jobs, connections and the database end one after
 * the other, and nobody misses what has ended before.
 */
@Timeout(180)
class ShutdownTest {

    private static final String STOPS = "Commencing graceful shutdown";

    /** Lines of the log, in the order in which they must come. */
    private static final List<String> ORDER = List.of(
            STOPS,
            "Graceful shutdown complete",
            "Shutting down Scheduler",
            "keys - Shutdown completed",
            "The embedded database has stopped");

    @Test
    void requests_under_way_are_answered_and_each_part_ends_after_those_that_need_it(@TempDir Path folder)
            throws Exception {
        String log;
        try (ServiceProcess service = new ServiceProcess(
                        folder, "--logging.config=classpath:log-as-json.xml", "--logging.structured.format.console=ecs")
                .awaitHealthy()) {
            Browser owner = service.browser().signUp("Stopping");
            CompletableFuture<HttpResponse<Void>> stream = follow(owner);
            CountDownLatch stopping = new CountDownLatch(1);
            CompletableFuture<HttpResponse<String>> underWay = upload(owner, stopping);

            service.askToStop();
            Eventually.of(service::log, said -> said.contains(STOPS));
            stopping.countDown();

            assertThat(underWay.get().statusCode()).as(underWay.get().body()).isEqualTo(201);
            assertThat(stream.get().statusCode()).as("an open stream ends").isEqualTo(200);
            assertThat(service.awaitEnd()).as("ended by SIGTERM").isEqualTo(143);
            log = service.log();
        }
        assertThat(log).containsSubsequence(ORDER);
        for (String pool : List.of("service", "tenant", "keys")) {
            assertThat(log).containsSubsequence("Shutting down Scheduler", pool + " - Shutdown completed");
        }
        String afterwards = log.substring(log.indexOf(STOPS));
        assertThat(records(afterwards.substring(afterwards.indexOf('\n')))
                        .filter(line -> List.of("WARN", "ERROR")
                                        .contains(line.at("/log/level").asString())
                                || line.has("error")))
                .as("complaints after the stop began")
                .isEmpty();
        assertThat(records(log).toList())
                .as("each with its level and its time, by UTC")
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.at("/log/level").asString()).isNotEmpty();
                    assertThat(line.get("@timestamp").asString()).endsWith("Z");
                });
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".log")))
                    .as("what the service says goes to its console alone, here the file of this test")
                    .containsExactly("service.log");
        }
    }

    /** The log's lines, which are JSON; the JVM's own words of warning before them are not. */
    private static Stream<JsonNode> records(String log) {
        return log.lines().filter(line -> line.startsWith("{")).map(Browser.JSON::readTree);
    }

    /** An upload whose last bytes come once the service is stopping. */
    private static CompletableFuture<HttpResponse<String>> upload(Browser owner, CountDownLatch stopping)
            throws InterruptedException {
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n";
        byte[] all = (head + new String(FilesTest.PDF, StandardCharsets.ISO_8859_1) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        CountDownLatch begun = new CountDownLatch(1);
        HttpClient http = HttpClient.newBuilder().cookieHandler(owner.cookies()).build();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                HttpRequest.newBuilder(owner.root().resolve("/api/files"))
                        .header("X-XSRF-TOKEN", owner.csrf())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        // The body is asked for once the service works on the request.
                        .expectContinue(true)
                        .POST(BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> new Halting(all, begun, stopping)), all.length))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        begun.await();
        return answer;
    }

    private static CompletableFuture<HttpResponse<Void>> follow(Browser owner) {
        HttpClient http = HttpClient.newBuilder().cookieHandler(owner.cookies()).build();
        CountDownLatch open = new CountDownLatch(1);
        CompletableFuture<HttpResponse<Void>> end = http.sendAsync(
                HttpRequest.newBuilder(owner.root().resolve("/api/live")).build(), answer -> {
                    open.countDown();
                    return HttpResponse.BodySubscribers.discarding();
                });
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return end;
    }

    /** Gives all bytes but the last, and that one once it may. */
    private static final class Halting extends InputStream {

        private final byte[] all;
        private final CountDownLatch begun;
        private final CountDownLatch mayEnd;
        private int next;

        Halting(byte[] all, CountDownLatch begun, CountDownLatch mayEnd) {
            this.all = all;
            this.begun = begun;
            this.mayEnd = mayEnd;
        }

        @Override
        public int read() throws IOException {
            return next == all.length ? -1 : all[next++] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (next == all.length) {
                return -1;
            }
            if (next == all.length - 1) {
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
            int given = next == all.length - 1 ? 1 : Math.min(length, all.length - 1 - next);
            System.arraycopy(all, next, target, offset, given);
            next += given;
            return given;
        }
    }
}
