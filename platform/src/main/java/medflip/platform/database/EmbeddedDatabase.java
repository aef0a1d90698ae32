package medflip.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import medflip.platform.database.DatabaseAccess.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * A real PostgreSQL server of our own on the loopback interface, with its data in a folder. It stops with us; a server
 * that a killed process left behind is stopped first, so that the port and the data are always ours.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final String PID_FILE = "postmaster.pid";
    /** Of that file, counted from 0. */
    private static final int PORT_LINE = 3;

    private final EmbeddedPostgres server;
    private final String superuserPassword;
    private final Login gateway = login("medflip_gateway");
    private final Login query = login("medflip_query");

    private EmbeddedDatabase(EmbeddedPostgres server, String superuserPassword) {
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param folder where data and the superuser's password are kept; made if absent
     * @param port 1 to 65535, or 0 for any free one (then the folder must be new each time)
     * @throws IllegalStateException if it doesn't start, with what to do about it
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        Path data = folder.resolve("postgres");
        try {
            Files.createDirectories(folder);
            boolean first = !Files.exists(data.resolve("PG_VERSION"));
            String password = superuserPassword(folder.resolve("postgres.password"));
            EmbeddedPostgres server = startServer(data, port, first ? null : password);
            if (first) {
                requirePasswords(server, data, password);
            }
            return new EmbeddedDatabase(server, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database refuses its set-up", e);
        }
    }

    /**
     * How to reach a server that works on this folder already, in whatever process, as its superuser; empty where none
     * does. For a backup beside a service that goes on.
     */
    public static Optional<DatabaseAccess> running(Path folder, String name, String keysName) {
        Path data = folder.resolve("postgres");
        try {
            if (server(data).isEmpty()) {
                return Optional.empty();
            }
            String port =
                    Files.readAllLines(data.resolve(PID_FILE)).get(PORT_LINE).strip();
            Login superuser = new Login(SUPERUSER, superuserPassword(folder.resolve("postgres.password")));
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/";
            return Optional.of(
                    new DatabaseAccess(url + name, url + keysName, superuser, superuser, superuser, superuser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes roles (with new random passwords) and the two databases where absent. */
    public DatabaseAccess access(String name, String keysName) {
        Login owner = login("medflip_owner");
        Login service = login("medflip_service");
        Login tenant = login("medflip_tenant");
        Login keys = login("medflip_keys");
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(bootstrap(owner, service, tenant, keys));
            createDatabase(statement, name, owner.role());
            createDatabase(statement, keysName, owner.role());
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database refuses roles or databases", e);
        }
        return new DatabaseAccess(url(name), url(keysName), owner, service, tenant, keys);
    }

    /** As whom a webhooks gateway reaches the databases that {@link #access} made, if it is a process of its own. */
    public Login gateway() {
        return gateway;
    }

    /** As whom the query side reaches them, if it is a process of its own; its keys are reached as everybody's. */
    public Login query() {
        return query;
    }

    /** A connection as the superuser: for tests and repairs, never for serving. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, superuserPassword);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
            log.info("The embedded database has stopped");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static EmbeddedPostgres startServer(Path data, int port, @org.jspecify.annotations.Nullable String password)
            throws IOException {
        stopLeftover(data);
        for (int attempt = 1; ; attempt++) {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // The library would stop the server at SIGTERM at once, beside whoever still works with it. We stop
                    // it when we close, which is after everything that has a connection.
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    // The library's own defaults trade durability for speed: fsync and synchronous_commit off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("idle_in_transaction_session_timeout", "60s");
            if (password != null) {
                builder.setConnectConfig("password", password);
            }
            try {
                return builder.start();
            } catch (IOException | IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException(
                            "The embedded database didn't start on port " + port
                                    + ". Is the port taken, or does another start use " + data + "?",
                            e);
                }
                log.warn("The embedded database didn't start, trying again ({} of {})", attempt, ATTEMPTS);
            }
        }
    }

    /** A killed JVM leaves its server running: ask that one to stop, and wait until it has. */
    private static void stopLeftover(Path data) throws IOException {
        ProcessHandle leftover = server(data).orElse(null);
        if (leftover == null) {
            return;
        }
        log.info("Stopping the database server that an earlier start left behind (process {})", leftover.pid());
        leftover.destroy();
        try {
            leftover.onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("The leftover server (process {}) doesn't stop in {}", leftover.pid(), STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<ProcessHandle> server(Path data) throws IOException {
        Path pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(false));
    }

    /** The server comes up trusting every local user: give the superuser a password and ask everyone for theirs. */
    private static void requirePasswords(EmbeddedPostgres server, Path data, String password)
            throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            try (ResultSet reloaded = statement.executeQuery("SELECT pg_reload_conf()")) {
                reloaded.next();
            }
        }
    }

    private String bootstrap(Login owner, Login service, Login tenant, Login keys) {
        try {
            return new ClassPathResource("db/bootstrap.sql")
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                    .replace("${owner}", owner.password())
                    .replace("${service}", service.password())
                    .replace("${query}", query.password())
                    .replace("${tenant}", tenant.password())
                    .replace("${keys}", keys.password())
                    .replace("${gateway}", gateway.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDatabase(Statement statement, String name, String owner) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            if (!found.next()) {
                make(statement, name, owner);
            }
        }
        statement.execute("GRANT CONNECT ON DATABASE \"" + name
                + "\" TO medflip_owner, medflip_service, medflip_query, medflip_tenant, medflip_keys, medflip_gateway");
    }

    private static void make(Statement statement, String name, String owner) throws SQLException {
        statement.execute("CREATE DATABASE \"" + name + "\" OWNER " + owner + " TEMPLATE template0 ENCODING 'UTF8'");
        statement.execute("REVOKE CONNECT ON DATABASE \"" + name + "\" FROM PUBLIC");
    }

    private static Login login(String role) {
        return new Login(role, randomPassword());
    }

    private static String superuserPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, randomPassword());
        }
        return Files.readString(file);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
