package medflip.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.kernel.TenantId;
import medflip.platform.backup.BackupShelf.Kind;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.RootKey;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.retention.RetentionRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was backed up comes back whole, into an empty system, or not at all; and is gone when its time is over. */
class BackupTest {

    private static final String CANARY = "Canarius Backed-Up";
    private static final RootKey ROOT = RootKey.parse(TestKeyring.ROOT);

    private final DatabaseAccess access = TestDatabase.create();
    private final JdbcClient events = JdbcClient.create(TestDatabase.superuser(access.url()));
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final CustomerId customer = CustomerId.of(tenant, UUID.randomUUID());

    @TempDir
    private Path folder;

    private BackupShelf shelf = new BackupShelf(Path.of("."), Path.of("."), Path.of("."));

    @BeforeEach
    void somethingIsKept() {
        shelf = new BackupShelf(folder.resolve("events"), folder.resolve("keys"), folder.resolve("file-keys"));
        try (Keyring keyring = TestKeyring.open(access)) {
            keyring.forWriting(customer);
        }
        for (int version = 0; version < 3; version++) {
            events.sql("""
                            INSERT INTO events.domain_event (aggregate_identifier, sequence_number, type, event_identifier,
                                time_stamp, payload_type, payload, meta_data)
                            VALUES (:id, :version, 'Customer', gen_random_uuid(), now(), 'customers.NoteTaken',
                                convert_to(:text || E'\\\\n\\t' || :version, 'UTF8'), '\\x7b7d')
                            """)
                    .param("id", customer.value())
                    .param("version", version)
                    .param("text", CANARY)
                    .update();
        }
        events.sql("""
                        INSERT INTO write.outbox (tenant_id, effect_id, channel, kind, subject, recorded_at, due_at)
                        VALUES (:tenant, gen_random_uuid(), 'mail', 'welcome', 'x', now(), now())
                        """).param("tenant", tenant.value()).update();
        events.sql("INSERT INTO write.retention_tick (ticked_at, unbroken_since, late, figures)"
                        + " VALUES (now(), now(), 0, '{}')")
                .update();
    }

    private BackupMaker maker(Clock clock) {
        return new BackupMaker(access, shelf, ROOT, "1.2.3", clock);
    }

    private String made() {
        return maker(Clock.systemUTC()).make();
    }

    private BackupRestorer into(DatabaseAccess other) {
        return new BackupRestorer(other, shelf, ROOT);
    }

    private static long rows(DatabaseAccess access, String table) {
        return JdbcClient.create(TestDatabase.superuser(access.url()))
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static String log(DatabaseAccess access) {
        return JdbcClient.create(TestDatabase.superuser(access.url()))
                .sql("""
                        SELECT string_agg((global_index, sequence_number, time_stamp, recorded_at, tenant_id,
                            event_identifier, aggregate_identifier, payload, meta_data)::text, '|' ORDER BY global_index)
                        FROM events.domain_event
                        """)
                .query(String.class)
                .single();
    }

    @Test
    void P7_what_was_backed_up_comes_back_row_by_row_into_an_empty_system() {
        String backup = made();
        DatabaseAccess other = TestDatabase.create();

        var restored = into(other).restore(backup);

        assertThat(restored.rows()).isGreaterThanOrEqualTo(7);
        assertThat(log(other)).isEqualTo(log(access)).contains(customer.value());
        JdbcClient there = JdbcClient.create(TestDatabase.superuser(other.url()));
        assertThat(there.sql("SELECT state || ' ' || reason FROM write.outbox")
                        .query(String.class)
                        .single())
                .as("whether that was done since, nobody here knows")
                .isEqualTo("UNKNOWN restored");
        assertThat(there.sql("SELECT relforcerowsecurity FROM pg_class WHERE oid = 'events.domain_event'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        long last = there.sql("SELECT max(global_index) FROM events.domain_event")
                .query(Long.class)
                .single();
        assertThat(there.sql("SELECT nextval(pg_get_serial_sequence('events.domain_event', 'global_index'))")
                        .query(Long.class)
                        .single())
                .as("no position means another thing than it did in the system that was lost")
                .isGreaterThan(last + 999_999);
        try (Keyring keyring = TestKeyring.open(other)) {
            assertThat(keyring.forReading(tenant, Keyring.nameOf(customer), Keyring.MAIN))
                    .isPresent();
        }
    }

    @Test
    void P5_P7_nothing_in_a_backup_is_in_clear_and_keys_lie_apart_from_what_they_open() throws IOException {
        String backup = made();

        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSize(4);
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("Canarius", customer.value(), "domain_event", "subject_key");
        }
        assertThat(folder.resolve("events").resolve(backup + ".events")).exists();
        assertThat(folder.resolve("keys").resolve(backup + ".keys")).exists();
        assertThat(Files.readString(folder.resolve("file-keys").resolve(backup + ".events.key")))
                .isNotEqualTo(Files.readString(folder.resolve("file-keys").resolve(backup + ".keys.key")));
    }

    @Test
    void a_damaged_cut_off_or_swapped_file_is_refused_and_nothing_is_restored() throws IOException {
        String backup = made();
        String earlier =
                maker(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1))).make();
        DatabaseAccess other = TestDatabase.create();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (Kind kind : Kind.values()) {
            Path file = shelf.file(backup, kind);
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= 1;
            for (byte[] bad : List.of(
                    changed,
                    Arrays.copyOf(whole, whole.length - 1 - random.nextInt(whole.length - 1)),
                    new byte[0],
                    Files.readAllBytes(shelf.file(earlier, kind)),
                    Files.readAllBytes(shelf.file(backup, kind == Kind.EVENTS ? Kind.KEYS : Kind.EVENTS)))) {
                Files.write(file, bad);
                assertThatThrownBy(() -> into(other).restore(backup))
                        .as("%s, seed %d", kind, seed)
                        .isInstanceOf(BackupRefused.class)
                        .hasMessageContaining("damaged, cut off, or another file")
                        .hasMessageContaining("Nothing was changed");
            }
            Files.write(file, whole);
        }
        assertThat(rows(other, "events.domain_event")).isZero();
        assertThat(rows(other, "write.outbox")).isZero();
        assertThat(into(other).restore(backup).rows()).as("whole again").isPositive();
    }

    @Test
    void another_key_another_root_key_and_a_missing_key_are_told_apart_from_damage() throws IOException {
        String backup = made();
        String earlier =
                maker(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1))).make();
        DatabaseAccess other = TestDatabase.create();
        byte[] bytes = new byte[32];
        new Random().nextBytes(bytes);
        RootKey foreign = RootKey.parse(Base64.getEncoder().encodeToString(bytes));
        assertThatThrownBy(() -> new BackupRestorer(other, shelf, foreign).restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("under another root key");

        Path key = folder.resolve("file-keys").resolve(backup + ".events.key");
        Files.copy(
                folder.resolve("file-keys").resolve(earlier + ".events.key"), key, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> into(other).restore(backup)).hasMessageContaining("isn't its key");
        Files.delete(key);
        assertThatThrownBy(() -> into(other).restore(backup)).hasMessageContaining("it was destroyed");
        assertThatThrownBy(() -> into(other).restore("2026-01-01T000000Z-00000000"))
                .hasMessageContaining("There is no");
        assertThat(rows(other, "events.domain_event")).isZero();
    }

    @Test
    void a_system_that_holds_anything_takes_no_backup() {
        String backup = made();
        String before = log(access);
        assertThatThrownBy(() -> into(access).restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("isn't empty");
        assertThat(log(access)).isEqualTo(before);

        DatabaseAccess half = TestDatabase.create();
        into(half).restore(backup);
        JdbcClient.create(TestDatabase.superuser(half.keysUrl()))
                .sql("UPDATE keyring.restoration SET state = 'LOADING'")
                .update();
        assertThat(into(half).restore(backup).rows())
                .as("one that was cut off is begun anew")
                .isPositive();
        assertThat(log(half)).isEqualTo(before);
    }

    @Test
    void a_backup_of_another_version_is_restored_by_that_version() {
        String backup = made();
        DatabaseAccess other = TestDatabase.create();
        JdbcClient.create(TestDatabase.superuser(other.url()))
                .sql("INSERT INTO public.flyway_schema_history SELECT 99999, '99999', 'later', type, script, 1,"
                        + " installed_by, now(), 0, true FROM public.flyway_schema_history LIMIT 1")
                .update();
        assertThatThrownBy(() -> into(other).restore(backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("1.2.3");
        assertThat(rows(other, "events.domain_event")).isZero();
    }

    @Test
    void P7_a_backup_is_gone_with_its_keys_after_29_days() throws IOException {
        Instant now = Instant.now();
        String old = maker(Clock.fixed(now.minus(Duration.ofDays(29)).minusSeconds(60), ZoneOffset.UTC))
                .make();
        String young = maker(Clock.fixed(now.minus(Duration.ofDays(28)), ZoneOffset.UTC))
                .make();
        RetentionRule rule = new BackupConfiguration().backups(shelf);
        assertThat(rule.late(now)).isZero();
        assertThat(rule.late(now.plus(Duration.ofDays(1))))
                .as("in time, there is a day")
                .isEqualTo(1);

        assertThat(rule.destroy(now, 10)).isEqualTo(1);

        assertThat(shelf.names()).containsExactly(young);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(file -> file.toString().contains(old))).isEmpty();
        }
        assertThat(shelf.newest()).contains(BackupShelf.madeAt(young).orElseThrow());
    }
}
