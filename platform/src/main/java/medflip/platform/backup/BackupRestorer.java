package medflip.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medflip.platform.backup.BackupFile.Head;
import medflip.platform.backup.BackupFile.Reader;
import medflip.platform.backup.BackupFile.Tail;
import medflip.platform.backup.BackupShelf.Kind;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.Migrations;
import medflip.platform.privacy.FileKey;
import medflip.platform.privacy.RootKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Puts a backup back into an empty system. Both files are read to their end, and every row of them is checked, before
 * anything is changed; then each database is filled in one transaction. Who was erased since is erased by the start
 * that follows, before it takes any request: it refuses where it can't.
 */
public final class BackupRestorer {

    /**
     * So many positions of the log are skipped: whoever asks what is new behind a position of the system that was lost
     * must not take what is new here for what they have.
     */
    private static final long SKIPPED_POSITIONS = 1_000_000;

    private final DatabaseAccess access;
    private final BackupShelf shelf;
    private final RootKey root;

    public BackupRestorer(DatabaseAccess access, BackupShelf shelf, RootKey root) {
        this.access = access;
        this.shelf = shelf;
        this.root = root;
    }

    /**
     * What was put back.
     *
     * @param rows of both databases
     * @param views what people saw then; null where that isn't known
     */
    public record Restored(
            String backup,
            Instant madeAt,
            long rows,
            @Nullable ViewFigures views) {}

    private record Checked(Head head, Tail tail) {}

    /**
     * Puts one back.
     *
     * @throws BackupRefused if a file is damaged, cut off, another's, or under another key; if it was made by another
     *     version; or if this system isn't empty. Nothing was changed then
     */
    public Restored restore(String backup) {
        Checked events = check(backup, Kind.EVENTS);
        Checked keys = check(backup, Kind.KEYS);
        Migrations.migrate(access);
        try {
            requireSameForm(events.head(), Kind.EVENTS);
            requireSameForm(keys.head(), Kind.KEYS);
            load(backup);
        } catch (SQLException | IOException e) {
            throw new BackupRefused("The databases don't take the backup. Nothing was changed.", e);
        }
        return new Restored(
                backup,
                events.head().madeAt(),
                events.tail().rows() + keys.tail().rows(),
                events.tail().views());
    }

    private Checked check(String backup, Kind kind) {
        String file = kind.fileOf(backup);
        try (Reader reader = open(backup, kind)) {
            Tail tail = reader.tables((table, rows) -> BackupFile.LOOKED_AT);
            if (!reader.head().file().equals(file)) {
                throw new IOException("another file's head");
            }
            return new Checked(reader.head(), tail);
        } catch (BackupRefused e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BackupRefused(
                    "The key of " + file + " isn't its key, or is under another root key. Nothing was changed.", e);
        } catch (Exception e) {
            throw new BackupRefused(
                    file + " is damaged, cut off, or another file under its name. Nothing was changed.", e);
        }
    }

    private Reader open(String backup, Kind kind) throws IOException {
        String file = kind.fileOf(backup);
        FileKey key = FileKey.unwrap(shelf.wrappedKey(backup, kind), root, file);
        return new Reader(shelf.file(backup, kind), key, file);
    }

    private void requireSameForm(Head head, Kind kind) throws SQLException {
        List<String> here = BackupMaker.migrations(access, kind);
        if (!here.equals(head.migrations())) {
            throw new BackupRefused("The backup was made by version " + head.version()
                    + ", whose tables aren't this version's. Restore it by that version, then start this one, which"
                    + " brings it up to date. Nothing was changed.");
        }
    }

    private void load(String backup) throws SQLException, IOException {
        try (Connection events = BackupMaker.connect(access, Kind.EVENTS, access.owner());
                Connection keys = BackupMaker.connect(access, Kind.KEYS, access.owner())) {
            events.setAutoCommit(false);
            keys.setAutoCommit(false);
            List<CopiedTable> ofEvents = CopiedTable.of(events, Kind.EVENTS);
            List<CopiedTable> ofKeys = CopiedTable.of(keys, Kind.KEYS);
            List<String> guarded = unguard(events, ofEvents);
            requireEmpty(events, keys);
            empty(events, ofEvents);
            empty(keys, ofKeys);
            fill(backup, Kind.EVENTS, events);
            fill(backup, Kind.KEYS, keys);
            settle(events);
            for (String table : guarded) {
                run(events, "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
            }
            mark(keys, backup, "LOADING");
            keys.commit();
            events.commit();
            mark(keys, backup, "LOADED");
            keys.commit();
        }
    }

    /** Nobody writes by COPY into what is under row-level security: for this transaction the owner isn't. */
    private static List<String> unguard(Connection events, List<CopiedTable> tables) throws SQLException {
        List<String> guarded = new ArrayList<>();
        for (CopiedTable table : tables) {
            if (says(events, "SELECT relforcerowsecurity FROM pg_class WHERE oid = '" + table.name() + "'::regclass")) {
                run(events, "ALTER TABLE " + table.name() + " NO FORCE ROW LEVEL SECURITY");
                guarded.add(table.name());
            }
        }
        return guarded;
    }

    private static void requireEmpty(Connection events, Connection keys) throws SQLException {
        boolean begun = says(keys, "SELECT EXISTS (SELECT FROM keyring.restoration WHERE state = 'LOADING')");
        boolean used = says(events, "SELECT EXISTS (SELECT FROM events.domain_event)")
                || says(keys, "SELECT EXISTS (SELECT FROM keyring.subject_key) OR EXISTS (SELECT FROM keyring.fence)");
        if (used && !begun) {
            throw new BackupRefused("This system isn't empty: a backup is put into an empty one. Nothing was changed.");
        }
    }

    private static void empty(Connection connection, List<CopiedTable> tables) throws SQLException {
        for (CopiedTable table : tables.reversed()) {
            run(connection, "DELETE FROM " + table.name());
        }
    }

    private void fill(String backup, Kind kind, Connection connection) throws SQLException, IOException {
        var rows = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Reader reader = open(backup, kind)) {
            reader.tables((table, content) -> rows.copyIn(table.copyIn(), content));
        } catch (SQLException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void settle(Connection events) throws SQLException {
        List<String> sequences = new ArrayList<>();
        try (Statement statement = events.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT format('SELECT setval(%L, greatest(1, coalesce(max(%I), 0)) + %s) FROM %I.%I',
                                      s.oid::regclass::text, a.attname,
                                      CASE WHEN n.nspname = 'events' THEN %d ELSE 0 END, n.nspname, c.relname)
                        FROM pg_class s
                        JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                        JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
                        WHERE s.relkind = 'S' AND n.nspname IN ('events', 'write')
                        """.replace("%d", Long.toString(SKIPPED_POSITIONS)))) {
            while (found.next()) {
                sequences.add(found.getString(1));
            }
        }
        for (String sequence : sequences) {
            run(events, sequence);
        }
        // What it was kept in has other events by now, or none.
        run(events, "UPDATE events.log_place SET store = 'postgresql'");
        run(events, "DELETE FROM events.log_group");
        // Whether it was done since, only the other service knows.
        run(events, """
                UPDATE write.outbox
                SET state = 'UNKNOWN', doubtful = true, reason = 'restored', leased_until = NULL, settled_at = now()
                WHERE state IN ('PENDING', 'SENDING')
                """);
    }

    private static void mark(Connection keys, String backup, String state) throws SQLException {
        try (PreparedStatement statement = keys.prepareStatement("""
                INSERT INTO keyring.restoration (backup, state) VALUES (?, ?)
                ON CONFLICT (only_one) DO UPDATE SET backup = excluded.backup, state = excluded.state
                """)) {
            statement.setString(1, backup);
            statement.setString(2, state);
            statement.executeUpdate();
        }
    }

    private static boolean says(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
