package medflip.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One embedded server a test JVM; each call of {@link #create()} gives two fresh, migrated databases on it. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The server itself, for tests that look at it as the superuser. */
    public static EmbeddedDatabase server() {
        return Server.INSTANCE;
    }

    public static DatabaseAccess create() {
        int number = COUNT.incrementAndGet();
        DatabaseAccess access = Server.access("medflip_" + number, "medflip_keys_" + number);
        Migrations.migrate(access);
        return access;
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

        /** Passwords are set once a JVM: a second call of access would change them under the feet of the first. */
        static synchronized DatabaseAccess access(String name, String keysName) {
            try (Connection connection = INSTANCE.superuser("postgres");
                    var statement = connection.createStatement()) {
                for (String database : new String[] {name, keysName}) {
                    statement.execute("CREATE DATABASE " + database + " OWNER medflip_owner TEMPLATE template0");
                }
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
