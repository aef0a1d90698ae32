package medflip.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.DatabaseAccess.Login;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.database.Migrations;

/**
 * The service's tables once more, on the same server, which the running service knows nothing of: it would take rows
 * that a benchmark writes for events.
 *
 * @param access the service's, with the addresses of this one
 */
record SpareDatabase(EmbeddedDatabase server, String name, DatabaseAccess access) {

    static SpareDatabase create(EmbeddedDatabase server, DatabaseAccess service, String name) throws SQLException {
        String keysName = name + "_keys";
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE " + name + " OWNER " + service.owner().role());
            statement.execute(
                    "CREATE DATABASE " + keysName + " OWNER " + service.owner().role());
        }
        DatabaseAccess access = new DatabaseAccess(
                url(server, name),
                url(server, keysName),
                service.owner(),
                service.service(),
                service.tenant(),
                service.keys());
        Migrations.migrate(access);
        return new SpareDatabase(server, name, access);
    }

    /** A pool. */
    HikariDataSource connections(Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(login.role());
        config.setPassword(login.password());
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    void forgetEvents() throws SQLException {
        try (Connection connection = server.superuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE events.domain_event; CHECKPOINT");
        }
    }

    private static String url(EmbeddedDatabase server, String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
    }
}
