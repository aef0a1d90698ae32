package medflip.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.Signer;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The events are sealed from the first one on, and whatever is done to them afterwards shows. */
class SealerTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final TenantId OTHER = new TenantId(UUID.randomUUID());

    @TempDir
    private Path folder;

    private final DatabaseAccess access = TestDatabase.create();
    private final DataSource service = connections(access.service());
    private final JdbcClient jdbc = JdbcClient.create(service);
    private final Keyring keyring = TestKeyring.open(access);
    private final SealStore store = new SealStore(
            jdbc,
            new TenantJdbc(connections(access.tenant()), TenantPredicate.byParameter()),
            new JdbcTransactionManager(service));
    private Sealer sealer;

    @BeforeEach
    void with_a_file_of_its_own() {
        sealer = Sealer.ofEvents(
                service,
                new Signer(jdbc, TestKeyring.seal(keyring)),
                folder.resolve("checkpoints.notes"),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        keyring.close();
    }

    private DataSource connections(DatabaseAccess.Login login) {
        return TestDatabase.connections(access.url(), login);
    }

    /** Stores some events, as the service's own function does. */
    private void store(TenantId tenant, int events) {
        jdbc.sql("""
                        SELECT (events.append(array_agg(n), array_agg(:tenant || '/note/' || gen_random_uuid()),
                            array_agg(0::bigint), array_agg(-1::bigint), array_agg('Note'::text),
                            array_agg(gen_random_uuid()), array_agg(now()), array_agg('notes.Noted'::text),
                            array_agg(NULL::text), array_agg('\\x01'::bytea), array_agg('\\x02'::bytea),
                            array_agg(NULL::text), array_agg(NULL::text))).positions
                        FROM generate_series(1, :events) AS n
                        """)
                .param("tenant", tenant.toString())
                .param("events", events)
                .query((row, number) -> true)
                .single();
    }

    private Checkpoint checkpoint(TenantId tenant) {
        return sealer.checkpoint(tenant, LogName.FACTS).orElseThrow();
    }

    private void asSuperuser(String statement) {
        try (Connection connection = TestDatabase.superuser(access.url()).getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_was_there_before_the_first_start_is_sealed_in_its_order_each_tenant_for_itself() {
        store(TENANT, 3);
        store(OTHER, 2);
        store(TENANT, 1);
        sealer.sealAll();
        assertThat(checkpoint(TENANT).size()).isEqualTo(4);
        assertThat(checkpoint(OTHER).size()).isEqualTo(2);
        assertThat(store.leaves(TENANT, LogName.FACTS, 0, 10))
                .extracting(Leaf::position)
                .containsExactly(1L, 2L, 3L, 6L);
        assertThat(sealer.age()).isZero();
        sealer.check();
        assertThat(sealer.faults()).isEmpty();
    }

    @Test
    void a_backlog_is_sealed_at_ease_goes_on_where_it_was_cut_off_and_ends_as_it_would_at_once() {
        store(TENANT, 600);
        Thread.currentThread().interrupt();
        sealer.sealAtEase();
        assertThat(Thread.interrupted()).as("who interrupted is told").isTrue();
        assertThat(sealer.age()).as("most of it waits").isPositive();
        sealer.sealAtEase();
        assertThat(sealer.age()).isZero();
        assertThat(checkpoint(TENANT).size()).isEqualTo(600);
        sealer.check();
        assertThat(sealer.faults()).isEmpty();
    }

    @Test
    void a_checkpoint_is_signed_in_a_form_that_others_read_and_goes_on_from_the_one_before() {
        store(TENANT, 300);
        sealer.sealAll();
        Checkpoint first = checkpoint(TENANT);
        assertThat(checkpoint(TENANT).number()).as("nothing new").isEqualTo(first.number());
        store(TENANT, 5);
        sealer.sealAll();
        Checkpoint second = checkpoint(TENANT);
        assertThat(second.note())
                .startsWith("medflip/" + TENANT + "/facts\n305\n")
                .contains("\n\n\u2014 medflip ");
        String key = new Signer(jdbc, TestKeyring.seal(keyring))
                .publicKeys()
                .getFirst()
                .publicKey();
        assertThat(Notes.isSigned(second.note(), key)).isTrue();
        assertThat(Notes.isSigned(second.note().replace("305", "304"), key)).isFalse();
        Tree tree = new Tree(second.size(), store.nodes(TENANT, LogName.FACTS));
        assertThat(tree.root()).isEqualTo(second.root());
        assertThat(Merkle.isConsistent(
                        first.size(), second.size(), first.root(), second.root(), tree.consistency(first.size())))
                .isTrue();
    }

    @Test
    void nothing_is_sealed_while_a_transaction_that_is_older_still_runs() throws SQLException {
        try (Connection slow = DriverManager.getConnection(
                access.url(), access.service().role(), access.service().password())) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("SELECT pg_current_xact_id()");
            store(TENANT, 1);
            sealer.sealAll();
            assertThat(store.place(LogName.FACTS)).isZero();
            assertThat(sealer.age()).isPositive();
            slow.commit();
        }
        sealer.sealAll();
        assertThat(store.place(LogName.FACTS)).isEqualTo(1);
    }

    @Test
    void an_event_that_somebody_took_out_or_put_in_is_found() {
        store(TENANT, 3);
        sealer.sealAll();
        asSuperuser("DELETE FROM events.domain_event WHERE global_index = 2");
        sealer.check();
        assertThat(sealer.faults()).singleElement().asString().contains("surplus=1");
        asSuperuser("INSERT INTO events.domain_event (global_index, sequence_number, time_stamp, event_identifier,"
                + " aggregate_identifier, type, payload_type, payload, meta_data) OVERRIDING SYSTEM VALUE VALUES (2, 1,"
                + " now(), gen_random_uuid(), '" + OTHER + "/note/' || gen_random_uuid(), 'Note', 'x', '', '')");
        sealer.check();
        assertThat(sealer.faults()).singleElement().asString().contains("missing=1", "broken=1");
    }

    @Test
    void nothing_is_signed_over_a_tree_that_does_not_go_on_from_what_was_signed() {
        store(TENANT, 5);
        sealer.sealAll();
        checkpoint(TENANT);
        asSuperuser("UPDATE events.sealed_node SET hash = sha256('another') WHERE level = 0 AND number = 1");
        store(TENANT, 2);
        sealer.sealAll();
        assertThatThrownBy(() -> checkpoint(TENANT)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void what_was_handed_out_lies_in_a_file_by_which_a_tree_that_was_made_anew_is_found_out() throws IOException {
        store(TENANT, 4);
        sealer.work();
        String handed = Files.readString(folder.resolve("checkpoints.notes"));
        assertThat(handed).contains("medflip/" + TENANT + "/facts\n4\n", "medflip/all\n1\n");
        sealer.check();
        assertThat(sealer.faults()).isEmpty();

        asSuperuser("TRUNCATE events.sealed_node, events.sealed_tree, events.checkpoint");
        asSuperuser("UPDATE events.domain_event SET payload = '\\xff' WHERE global_index = 2");
        sealer.work();
        sealer.check();
        assertThat(sealer.faults()).singleElement().asString().contains("medflip/" + TENANT + "/facts with 4");
    }

    @Test
    void a_tenants_newest_checkpoint_is_proven_to_be_among_all() {
        store(TENANT, 2);
        store(OTHER, 1);
        sealer.work();
        Seals seals = new Seals(sealer, store, new Signer(jdbc, TestKeyring.seal(keyring)));
        Seals.AmongAll among = seals.amongAll(OTHER, LogName.FACTS).orElseThrow();
        assertThat(Merkle.isIncluded(
                        among.number(),
                        among.all().size(),
                        Sealer.ofHead(among.own()),
                        among.proof(),
                        among.all().root()))
                .isTrue();
        assertThat(among.own().tenant()).isEqualTo(OTHER);
    }

    @Test
    void whoever_serves_can_add_to_the_seal_and_change_nothing_of_it() {
        store(TENANT, 1);
        sealer.work();
        for (String statement : List.of(
                "UPDATE events.sealed_node SET hash = sha256('x')",
                "DELETE FROM events.sealed_node",
                "UPDATE events.checkpoint SET size = 7",
                "DELETE FROM events.checkpoint",
                "DELETE FROM events.sealed_tree")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThat(store.checkpoints(OTHER, LogName.FACTS, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(store.checkpoints(TENANT, LogName.FACTS, Long.MAX_VALUE, 10))
                .hasSize(1)
                .allMatch(
                        checkpoint -> checkpoint.madeAt().isBefore(Instant.now().plusSeconds(1)));
    }
}
