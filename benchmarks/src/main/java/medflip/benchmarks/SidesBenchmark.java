package medflip.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medflip.launcher.command.CommandSide;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;

/**
 * How much more two command sides take than one, where the machine isn't the limit. So that it isn't, the database
 * takes long for each commit, as one that is far away or waits for its replica does, and a side works on few requests
 * at once: then what limits a side is how many of its requests wait for commits. What this shows is that two sides
 * hardly wait for each other; how much one machine carries, the ServiceBenchmark tells.
 *
 * <p>Both sides are processes of their own. The service in this process has the database, signs the clients up and
 * fills the views. Customers are created over HTTP, by clients that each begin the next when the last is answered.
 *
 * <p>{@code -Dwarmup=60} seconds of both at the database's own pace, since cold code would make the machine the limit;
 * {@code -Dseconds=10} a run, {@code -Drounds=5}, {@code -Dthreads=6} requests at once of a side, {@code -Dcommit=60}
 * milliseconds of a commit.
 */
public final class SidesBenchmark {

    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARMUP = Integer.getInteger("warmup", 60);
    private static final int THREADS = Integer.getInteger("threads", 6);
    private static final int COMMIT_MILLIS = Integer.getInteger("commit", 60);
    private static final int SIDES = 2;
    /** More than both sides work on at once, so that none ever waits for clients. */
    private static final int CLIENTS = 3 * THREADS * SIDES / 2;

    private SidesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<Process> sides = new ArrayList<>();
        try (MeasuredService service = MeasuredService.start("--medflip.alone=false")) {
            try {
                startAndCompare(service, sides);
            } finally {
                for (Process side : sides) {
                    side.destroy();
                    side.waitFor();
                }
            }
        }
    }

    private static void startAndCompare(MeasuredService service, List<Process> sides) throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(service.root()));
        }
        List<URI> doors = new ArrayList<>();
        for (int i = 0; i < SIDES; i++) {
            int port = freePort();
            doors.add(URI.create("http://127.0.0.1:" + port));
            sides.add(start(service.bean(DatabaseAccess.class), service.root(), port, service.folder()));
        }
        for (URI door : doors) {
            awaitReady(door);
        }
        run(clients, doors, WARMUP);
        slowDown(service.bean(EmbeddedDatabase.class));
        compare(clients, doors);
    }

    private static void compare(List<Client> clients, List<URI> doors) throws Exception {
        List<Measured> one = new ArrayList<>();
        List<Measured> two = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Measured alone = run(clients, doors.subList(0, 1), SECONDS);
            Measured both = run(clients, doors, SECONDS);
            one.add(alone);
            two.add(both);
            ratios.add(both.aSecond() / alone.aSecond());
        }
        Report.heading(
                "Customers created over HTTP by %d clients; a side works on %d at once, a commit takes %d ms more",
                CLIENTS, THREADS, COMMIT_MILLIS);
        Report.row("command sides", "a second", "processors busy, %");
        Report.row("---", "---", "---");
        row("one", one);
        row("two", two);
        Report.row("two ÷ one", Report.spread("%.2f", ratios), "");
    }

    private static void row(String name, List<Measured> runs) {
        Report.row(
                name,
                Report.spread("%.0f", runs.stream().map(Measured::aSecond).toList()),
                Report.spread("%.0f", runs.stream().map(Measured::busy).toList()));
    }

    /** @param busy percent of the machine's processors, whoever used them */
    private record Measured(double aSecond, double busy) {}

    private static Measured run(List<Client> clients, List<URI> doors, int length) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        machine.getCpuLoad();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(length);
        int created = 0;
        double seconds;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                Client client = clients.get(i).at(doors.get(i % doors.size()));
                counts.add(threads.submit(() -> {
                    int count = 0;
                    while (System.nanoTime() < end) {
                        client.createCustomer();
                        count++;
                    }
                    return count;
                }));
            }
            for (Future<Integer> count : counts) {
                created += count.get();
            }
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        return new Measured(created / seconds, 100 * machine.getCpuLoad());
    }

    private static Process start(DatabaseAccess access, URI root, int port, Path folder) throws IOException {
        Path place = Files.createDirectories(folder.resolve("side-" + port));
        Path secrets = Files.createDirectories(place.resolve("secrets"));
        for (Map.Entry<String, String> secret : Map.of(
                        "spring.datasource.password", access.service().password(),
                        "medflip.database.owner-password", access.owner().password(),
                        "medflip.database.tenant-password", access.tenant().password(),
                        "medflip.database.keys-password", access.keys().password(),
                        "medflip.resend.api-key", "nobody")
                .entrySet()) {
            Files.writeString(secrets.resolve(secret.getKey()), secret.getValue());
        }
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        // A side is asked too little to be compiled twice within the warm-up: that would use the
                        // processors.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandSide.class.getName(),
                        "--server.port=" + port,
                        "--server.tomcat.threads.max=" + THREADS,
                        "--management.server.port=" + freePort(),
                        // The root key and the ledger of erasures are the service's.
                        "--medflip.data=" + folder,
                        "--medflip.secrets=" + secrets,
                        "--medflip.public-url=" + root,
                        "--medflip.query-side=" + root,
                        "--medflip.mail.from=Benchmark <benchmark@example.com>",
                        // Mails of these clients were sent; later ones wait.
                        "--medflip.outbox.paused=true",
                        "--medflip.limits.per-address=1000000",
                        "--medflip.limits.per-caller=1000000",
                        "--medflip.limits.per-business=1000000",
                        "--spring.datasource.url=" + access.url(),
                        "--medflip.database.keys-url=" + access.keysUrl(),
                        "--logging.level.root=warn")
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(URI door) throws InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(door.resolve("/api/policy")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (http.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It starts.
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    /** Each flush of the log is begun so much later; what is acknowledged is on disk as ever. */
    private static void slowDown(EmbeddedDatabase server) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET commit_delay = " + TimeUnit.MILLISECONDS.toMicros(COMMIT_MILLIS));
            statement.execute("ALTER SYSTEM SET commit_siblings = 0");
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
