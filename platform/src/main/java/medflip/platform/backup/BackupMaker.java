package medflip.platform.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medflip.platform.backup.BackupFile.Head;
import medflip.platform.backup.BackupFile.Writer;
import medflip.platform.backup.BackupShelf.Kind;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.DatabaseAccess.Login;
import medflip.platform.privacy.FileKey;
import medflip.platform.privacy.RootKey;
import org.postgresql.PGConnection;

/**
 * Makes backups while the service works: of each database what one moment's snapshot shows, the events' first. A key is
 * stored before what is said under it, so none of the events lacks its key; and nobody is fenced between the two, so
 * that an erasure that is under way looks to whoever restores as to whoever starts after a crash.
 */
public final class BackupMaker {

    /** The first question of a transaction does, whatever it asks. */
    private static final String TAKE_SNAPSHOT = "SELECT 1";

    private final DatabaseAccess access;
    private final BackupShelf shelf;
    private final RootKey root;
    private final String version;
    private final Clock clock;

    public BackupMaker(DatabaseAccess access, BackupShelf shelf, RootKey root, String version, Clock clock) {
        this.access = access;
        this.shelf = shelf;
        this.root = root;
        this.version = version;
        this.clock = clock;
    }

    /**
     * Makes one and answers its name. Where it fails, nothing of it is left.
     *
     * @throws BackupRefused if it can't be made
     */
    public synchronized String make() {
        Instant now = clock.instant();
        String name = BackupShelf.name(now);
        try (Connection fences = connect(access, Kind.KEYS, access.owner());
                Connection events = open(Kind.EVENTS);
                Connection keys = open(Kind.KEYS)) {
            fences.setAutoCommit(false);
            run(fences, "LOCK TABLE keyring.fence IN SHARE MODE");
            run(events, TAKE_SNAPSHOT);
            run(keys, TAKE_SNAPSHOT);
            fences.rollback();
            write(name, Kind.EVENTS, now, events);
            write(name, Kind.KEYS, now, keys);
            return name;
        } catch (BackupRefused e) {
            shelf.delete(name);
            throw e;
        } catch (Exception e) {
            shelf.delete(name);
            throw new BackupRefused("The backup couldn't be made.", e);
        }
    }

    /** What the views say now. */
    public ViewFigures figures() {
        try (Connection connection = open(Kind.EVENTS)) {
            return ViewFigures.take(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The views can't be read", e);
        }
    }

    private void write(String name, Kind kind, Instant now, Connection connection) throws Exception {
        FileKey key = FileKey.make();
        Head head = new Head(kind.fileOf(name), now, version, migrations(access, kind));
        try (Writer file = new Writer(shelf.unfinished(name, kind), key, head)) {
            var rows = connection.unwrap(PGConnection.class).getCopyAPI();
            for (CopiedTable table : CopiedTable.of(connection, kind)) {
                file.table(table, (each, out) -> rows.copyOut(each.copyOut(), out));
            }
            file.end(kind == Kind.EVENTS ? ViewFigures.take(connection) : null);
        }
        shelf.finish(name, kind, key.wrap(root, head.file()));
    }

    /** The service may read all tables of events; no table of keys, which their owner reads. */
    private Connection open(Kind kind) throws SQLException {
        Connection connection = connect(access, kind, kind == Kind.EVENTS ? access.service() : access.owner());
        // It waits for as long as the other database takes.
        run(connection, "SET idle_in_transaction_session_timeout TO 0");
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(DatabaseAccess access, Kind kind, Login login) throws SQLException {
        return DriverManager.getConnection(
                kind == Kind.EVENTS ? access.url() : access.keysUrl(), login.role(), login.password());
    }

    /** What a database has been through: two of which it is the same have the same tables. */
    static List<String> migrations(DatabaseAccess access, Kind kind) throws SQLException {
        List<String> migrations = new ArrayList<>();
        try (Connection connection = connect(access, kind, access.owner());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT version || ':' || coalesce(checksum::text, '') FROM public.flyway_schema_history
                        WHERE success AND version IS NOT NULL ORDER BY version
                        """)) {
            while (found.next()) {
                migrations.add(found.getString(1));
            }
        }
        return migrations;
    }
}
