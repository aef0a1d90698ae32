package medflip.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.ErasureLedger.Erased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policy promise P7: who was erased is known outside of the databases, and nobody can take that back. */
class ErasureLedgerTest {

    private static final RootKey ROOT = RootKey.parse(TestKeyring.ROOT);
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("erasures.ledger");
    }

    private String someone() {
        return "customer/" + UUID.randomUUID();
    }

    @Test
    void it_says_each_who_was_erased_once_and_says_it_to_every_process() {
        String tammy = someone();
        String otto = someone();
        ErasureLedger one = ErasureLedger.open(file(), ROOT);
        ErasureLedger other = ErasureLedger.open(file(), ROOT);
        one.add(tenant, tammy, NOW);
        other.add(tenant, otto, NOW);
        other.add(tenant, tammy, NOW);

        assertThat(one.erased()).containsExactlyInAnyOrder(new Erased(tenant, tammy), new Erased(tenant, otto));
        assertThat(ErasureLedger.open(file(), ROOT).erased()).isEqualTo(one.erased());
        assertThat(one.lines(line -> line.contains(tammy))).isEqualTo(1);
    }

    @Test
    void no_line_can_be_changed_left_out_or_put_in() throws IOException {
        ErasureLedger ledger = ErasureLedger.open(file(), ROOT);
        for (int i = 0; i < 3; i++) {
            ledger.add(tenant, someone(), NOW);
        }
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(4);
        for (List<String> forged : List.of(
                without(lines, 1),
                without(lines, 0),
                List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3)),
                List.of(lines.get(0), lines.get(1).replace("customer/", "customer/0"), lines.get(2)),
                List.of(lines.get(0), lines.get(1), lines.get(1)))) {
            Files.write(file(), forged);
            assertThatThrownBy(() -> ErasureLedger.open(file(), ROOT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("isn't as it was signed");
        }
    }

    @Test
    void whoever_lacks_the_root_key_can_make_none() {
        ErasureLedger.open(file(), ROOT).add(tenant, someone(), NOW);
        byte[] other = new byte[32];
        other[0] = 1;
        RootKey foreign = RootKey.parse("1:" + Base64.getEncoder().encodeToString(other));
        assertThatThrownBy(() -> ErasureLedger.open(file(), foreign)).hasMessageContaining("another root key");
    }

    @Test
    void with_a_new_epoch_of_the_root_key_it_goes_on_and_needs_the_old_one_no_more() {
        String tammy = someone();
        ErasureLedger.open(file(), ROOT).add(tenant, tammy, NOW);
        byte[] second = new byte[32];
        second[0] = 2;
        String newer = "2:" + Base64.getEncoder().encodeToString(second);
        ErasureLedger.open(file(), RootKey.parse(TestKeyring.ROOT + " " + newer));

        assertThat(ErasureLedger.open(file(), RootKey.parse(newer)).erased())
                .containsExactly(new Erased(tenant, tammy));
    }

    @Test
    void what_a_power_cut_left_of_a_line_is_written_anew() throws IOException {
        String tammy = someone();
        ErasureLedger.open(file(), ROOT);
        Files.writeString(file(), "{\"number\":2,\"at\":\"20", StandardOpenOption.APPEND);
        ErasureLedger ledger = ErasureLedger.open(file(), ROOT);
        ledger.add(tenant, tammy, NOW);
        assertThat(ErasureLedger.open(file(), ROOT).erased()).containsExactly(new Erased(tenant, tammy));
    }

    @Test
    void P7_a_system_that_came_out_of_a_backup_refuses_to_start_without_its_ledger_or_with_an_old_one() {
        DatabaseAccess access = TestDatabase.create();
        JdbcClient keys = JdbcClient.create(TestDatabase.superuser(access.keysUrl()));
        try (Keyring keyring = TestKeyring.open(access)) {
            CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());
            keyring.forWriting(tammy);
            ErasureLedger old = ErasureLedger.open(folder.resolve("old.ledger"), ROOT);
            ErasureLedger ledger =
                    LedgerConfiguration.atStart(ROOT, keyring, new Restoration(TestKeyring.dataSource(access)), file());
            Erasure erasure = new Erasure(keyring, ledger);
            erasure.eraseSubject(tenant, tammy);
            assertThat(old.erased()).isEmpty();

            Restoration restoration = new Restoration(TestKeyring.dataSource(access));
            keys.sql("INSERT INTO keyring.restoration (backup, state) VALUES ('one', 'LOADING')")
                    .update();
            assertThatThrownBy(() -> LedgerConfiguration.atStart(ROOT, keyring, restoration, file()))
                    .hasMessageContaining("by half");
            keys.sql("UPDATE keyring.restoration SET state = 'LOADED'").update();
            assertThatThrownBy(() ->
                            LedgerConfiguration.atStart(ROOT, keyring, restoration, folder.resolve("none.ledger")))
                    .hasMessageContaining("the ledger of erasures isn't at");
            assertThatThrownBy(
                            () -> LedgerConfiguration.atStart(ROOT, keyring, restoration, folder.resolve("old.ledger")))
                    .hasMessageContaining("older than the backup");
            LedgerConfiguration.atStart(ROOT, keyring, restoration, file());
            assertThat(restoration.isFresh()).isTrue();
            restoration.serve();
            assertThat(restoration.isFresh()).isFalse();
        }
    }

    @Test
    void P7_who_is_erased_by_the_ledger_alone_is_erased_again_and_who_is_erased_here_alone_gets_into_it() {
        DatabaseAccess access = TestDatabase.create();
        try (Keyring keyring = TestKeyring.open(access)) {
            CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());
            CustomerId otto = CustomerId.of(tenant, UUID.randomUUID());
            keyring.forWriting(tammy);
            keyring.forWriting(otto);
            ErasureLedger.open(file(), ROOT).add(tenant, Keyring.nameOf(tammy), NOW);
            keyring.fence(tenant, Keyring.nameOf(otto));

            ErasureLedger ledger =
                    LedgerConfiguration.atStart(ROOT, keyring, new Restoration(TestKeyring.dataSource(access)), file());

            assertThat(ledger.erased()).contains(new Erased(tenant, Keyring.nameOf(otto)));
            Erasure erasure = new Erasure(keyring, ledger);
            assertThat(erasure.undone()).isEqualTo(Map.of(tenant, Set.of(Keyring.nameOf(tammy))));
            erasure.again(tenant, Keyring.nameOf(tammy));
            assertThat(erasure.undone()).isEmpty();
            assertThat(keyring.isErased(tammy)).isTrue();
        }
    }

    private static List<String> without(List<String> lines, int which) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(which);
        return rest;
    }
}
