package medflip.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medflip.launcher.ResendSimulator;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.KilledDatabase;

/**
 * Two command sides, two query sides and two gateways on a database of their own, behind the composition's routes: each
 * a process that isn't started yet.
 */
final class RunningSides implements AutoCloseable {

    private final Path data;
    private final EmbeddedDatabase database;
    /** The same data after a crash. */
    private EmbeddedDatabase serving;

    private final ResendSimulator mails;
    private final DatabaseAccess access;
    private final List<ServiceProcess> commandSides;
    private final List<ServiceProcess> querySides;
    private final List<ServiceProcess> gateways;
    private final Router router;
    private final Sides sides;
    private final int front = FreePort.find();

    /** @param more settings beside those of the composition */
    RunningSides(Path folder, Map<String, String> more) throws IOException, ClassNotFoundException {
        data = folder.resolve("database");
        database = EmbeddedDatabase.start(data, FreePort.find());
        serving = database;
        mails = new ResendSimulator(Clock.systemUTC(), () -> "http://127.0.0.1:9/");
        access = database.access("medflip", "medflip_keys");
        sides = new Sides(folder, database, access, mails, front, more);
        commandSides = List.of(sides.make("command-side", 1), sides.make("command-side", 2));
        querySides = List.of(sides.make("query-side", 1), sides.make("query-side", 2));
        gateways = List.of(sides.make("webhooks-gateway", 1), sides.make("webhooks-gateway", 2));
        router = new Router(
                front,
                Map.of("command", commandSides, "query", querySides, "gateway", gateways),
                which -> mailbox(mails, which));
    }

    /** The first command side migrates; the others find all that they need. */
    void start() {
        commandSides.getFirst().start();
        commandSides.getFirst().awaitHealthy();
        all().stream().skip(1).forEach(ServiceProcess::start);
        all().forEach(ServiceProcess::awaitHealthy);
    }

    List<ServiceProcess> all() {
        return Stream.of(commandSides, querySides, gateways)
                .flatMap(List::stream)
                .toList();
    }

    List<ServiceProcess> commandSides() {
        return commandSides;
    }

    List<ServiceProcess> querySides() {
        return querySides;
    }

    ServiceProcess gateway() {
        return gateways.getFirst();
    }

    /** See {@link Router#spareThoseThatAreNotReady}. */
    void spareThoseThatAreNotReady() {
        router.spareThoseThatAreNotReady();
    }

    /** kill -9 of the database's server and all of its processes; then it is started again. */
    void crashDatabase() {
        KilledDatabase.kill(data);
        int port = serving.port();
        serving.close();
        serving = EmbeddedDatabase.start(data, port);
    }

    EmbeddedDatabase database() {
        return database;
    }

    DatabaseAccess access() {
        return access;
    }

    /** A command side beside those that are routed to, which isn't started yet and is for the caller to close. */
    ServiceProcess commandSideBeside(Map<String, String> more) throws IOException, ClassNotFoundException {
        return sides.with(more).make("command-side", commandSides.size() + 1);
    }

    Browser browser() {
        return new Browser(front);
    }

    @Override
    public void close() {
        all().forEach(ServiceProcess::close);
        router.close();
        mails.close();
        serving.close();
    }

    /** As the mailbox of the one process: all mails, or the one whose id stands behind the slash. */
    private static String mailbox(ResendSimulator mails, String which) {
        List<Map<String, Object>> shown = mails.mails().stream()
                .filter(mail -> which.isEmpty() || which.endsWith(mail.id().toString()))
                .map(mail -> Map.<String, Object>of(
                        "id", mail.id(), "to", mail.to(), "subject", mail.subject(), "text", mail.text()))
                .toList();
        return Browser.JSON.writeValueAsString(
                which.isEmpty() ? Map.of("open", true, "mails", shown) : shown.getFirst());
    }
}
