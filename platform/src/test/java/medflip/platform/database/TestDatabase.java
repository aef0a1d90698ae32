package medflip.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess.Login;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One embedded server a test JVM; each call of {@link #create()} gives two fresh, migrated databases on it, which are
 * copies of two that were migrated once.
 */
public final class TestDatabase {

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<List<String>, DataSource> POOLS = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** The server itself, for tests that look at it as the superuser. */
    public static EmbeddedDatabase server() {
        return Server.INSTANCE;
    }

    public static DatabaseAccess create() {
        int number = COUNT.incrementAndGet();
        return Server.copy("medflip_" + number, "medflip_keys_" + number);
    }

    /**
     * Connections of a role that stay open while they are used, as the service's do: to open one for each statement
     * takes longer than most statements.
     */
    public static DataSource connections(String url, Login login) {
        return POOLS.computeIfAbsent(List.of(url, login.role()), key -> {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(login.role());
            config.setPassword(login.password());
            config.setMinimumIdle(0);
            config.setIdleTimeout(IDLE.toMillis());
            return new HikariDataSource(config);
        });
    }

    /** Connections as the superuser to the database of {@code url}. */
    public static DataSource superuser(String url) {
        String database = url.substring(url.lastIndexOf('/') + 1);
        return new DriverManagerDataSource(url) {
            @Override
            public Connection getConnection() throws SQLException {
                return server().superuser(database);
            }
        };
    }

    private static final class Server {
        static final EmbeddedDatabase INSTANCE = start();
        private static final DatabaseAccess FIRST = INSTANCE.access("medflip_0", "medflip_keys_0");

        static {
            Migrations.migrate(FIRST);
        }

        /** Passwords are set once a JVM: a second call of access would change them under the feet of the first. */
        static synchronized DatabaseAccess copy(String name, String keysName) {
            try (Connection connection = INSTANCE.superuser("postgres");
                    var statement = connection.createStatement()) {
                String copy = "CREATE DATABASE %s OWNER medflip_owner TEMPLATE %s";
                statement.execute(copy.formatted(name, "medflip_0"));
                statement.execute(copy.formatted(keysName, "medflip_keys_0"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseAccess(
                    FIRST.url().replace("/medflip_0", "/" + name),
                    FIRST.keysUrl().replace("/medflip_keys_0", "/" + keysName),
                    FIRST.owner(),
                    FIRST.service(),
                    FIRST.tenant(),
                    FIRST.keys());
        }

        private static EmbeddedDatabase start() {
            try {
                var folder = Files.createTempDirectory("medflip-test-database");
                EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    database.close();
                    org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile());
                }));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
