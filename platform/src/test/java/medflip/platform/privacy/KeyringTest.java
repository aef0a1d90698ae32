package medflip.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.proto.EncryptedKeyset;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import medflip.customers.events.CustomerId;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.Erasure.Erased;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class KeyringTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final byte[] BOUND = {1};

    /** Every test has tenants of its own. */
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    private final TenantId other = new TenantId(UUID.randomUUID());
    private final CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());
    private final CustomerId priya = CustomerId.of(tenant, UUID.randomUUID());

    private final Keyring keyring = TestKeyring.open(ACCESS);
    private final Erasure erasure = TestKeyring.erasure(keyring);
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(ACCESS.keysUrl()));

    @AfterEach
    void close() {
        keyring.close();
    }

    @Test
    void what_one_node_encrypts_another_decrypts() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(tammy).encrypt("Tammy".getBytes(UTF_8), BOUND);

        assertThat(reading(TestKeyring.open(ACCESS), tammy).decrypt(sealed, BOUND))
                .asString(UTF_8)
                .isEqualTo("Tammy");
    }

    @Test
    void another_person_s_key_opens_nothing() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(tammy).encrypt("Tammy".getBytes(UTF_8), BOUND);
        Aead priyasKey = keyring.forWriting(priya);

        assertThatThrownBy(() -> priyasKey.decrypt(sealed, BOUND)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void many_threads_on_two_nodes_make_one_key_for_a_person_they_all_see_first() throws Exception {
        Keyring node = TestKeyring.open(ACCESS);
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<byte[]>> sealed = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                Keyring mine = i % 2 == 0 ? keyring : node;
                Callable<byte[]> write = () -> {
                    start.await();
                    return mine.forWriting(tammy).encrypt("Tammy".getBytes(UTF_8), BOUND);
                };
                sealed.add(executor.submit(write));
            }
        }
        keyring.forgetEverything();

        assertThat(count("subject_key")).isEqualTo(1);
        for (Future<byte[]> each : sealed) {
            assertThat(reading(keyring, tammy).decrypt(each.get(), BOUND))
                    .asString(UTF_8)
                    .isEqualTo("Tammy");
        }
    }

    @Test
    void many_keys_come_in_one_query() {
        List<CustomerId> people = IntStream.range(0, 100)
                .mapToObj(i -> CustomerId.of(tenant, UUID.randomUUID()))
                .toList();
        people.forEach(keyring::forWriting);
        Keyring node = TestKeyring.open(ACCESS);
        node.prefetch(tenant, people.stream().map(Keyring::nameOf).toList());
        lose("subject_key");

        assertThat(people)
                .allSatisfy(person -> assertThat(node.forReading(tenant, Keyring.nameOf(person), Keyring.MAIN))
                        .isPresent());
    }

    @Test
    void an_erased_person_can_be_neither_read_nor_written_while_others_can() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(priya).encrypt("Priya".getBytes(UTF_8), BOUND);
        keyring.forWriting(tammy);

        erasure.eraseSubject(tenant, tammy);

        for (Keyring node : List.of(keyring, TestKeyring.open(ACCESS))) {
            assertThat(node.forReading(tenant, Keyring.nameOf(tammy), Keyring.MAIN))
                    .isEmpty();
            assertThatThrownBy(() -> node.forWriting(tammy))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("privacy.subject-erased"));
            assertThat(reading(node, priya).decrypt(sealed, BOUND))
                    .asString(UTF_8)
                    .isEqualTo("Priya");
        }
        assertThat(count("subject_key")).isEqualTo(1);
    }

    @Test
    void erasing_twice_is_erasing_once() {
        keyring.forWriting(tammy);
        Instant before = Instant.now();

        Erased first = erasure.eraseSubject(tenant, tammy);

        assertThat(first.destroyedKeys()).isEqualTo(1);
        assertThat(first.fencedAt())
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(erasure.eraseSubject(tenant, tammy)).isEqualTo(first);
    }

    @Test
    void an_erasure_that_broke_off_after_the_fence_is_finished_by_the_next_run() {
        keyring.forWriting(tammy);
        keyring.fence(tenant, Keyring.nameOf(tammy));
        assertThat(count("fence WHERE destroyed_at IS NULL")).isEqualTo(1);

        Erased erased = erasure.eraseSubject(tenant, tammy);

        assertThat(erased.destroyedKeys()).isEqualTo(1);
        assertThat(count("fence WHERE destroyed_at IS NULL")).isZero();
    }

    @Test
    void no_key_is_destroyed_without_a_fence_before_it() {
        keyring.forWriting(tammy);

        assertThatThrownBy(() -> keyring.destroy(tenant, Keyring.nameOf(tammy))).hasMessageContaining("No fence");
        assertThat(count("subject_key")).isEqualTo(1);
    }

    @Test
    void no_key_is_born_behind_a_fence_that_another_node_raised() {
        keyring.forWriting(priya);
        TestKeyring.erasure(TestKeyring.open(ACCESS)).eraseSubject(tenant, tammy);

        assertThatThrownBy(() -> keyring.forWriting(tammy)).isInstanceOf(CommandRejected.class);
        assertThat(count("subject_key")).isEqualTo(1);
    }

    @Test
    void no_key_is_born_behind_a_fence_while_many_write_about_the_person() throws Exception {
        Keyring node = TestKeyring.open(ACCESS);
        for (int round = 0; round < 10; round++) {
            CustomerId person = CustomerId.of(tenant, UUID.randomUUID());
            CyclicBarrier start = new CyclicBarrier(5);
            try (var executor = Executors.newFixedThreadPool(5)) {
                for (int i = 0; i < 4; i++) {
                    Keyring mine = i % 2 == 0 ? keyring : node;
                    executor.submit(() -> {
                        start.await();
                        return mine.forWriting(person);
                    });
                }
                executor.submit(() -> {
                    start.await();
                    return erasure.eraseSubject(tenant, person);
                });
            }

            assertThatThrownBy(() -> keyring.forWriting(person)).isInstanceOf(CommandRejected.class);
        }
        node.close();

        assertThat(count("fence WHERE destroyed_at IS NOT NULL")).isEqualTo(10);
        assertThat(count("subject_key")).isZero();
    }

    @Test
    void an_erased_tenant_takes_everybody_along_and_leaves_other_tenants_alone() {
        CustomerId elsewhere = CustomerId.of(other, UUID.randomUUID());
        List.of(tammy, priya, elsewhere).forEach(keyring::forWriting);
        byte[] sealed = new AeadSeal(keyring).sealForTenant(tenant, "file", "a file".getBytes(UTF_8));

        Erased erased = erasure.eraseTenant(tenant);

        assertThat(erased.destroyedKeys()).isEqualTo(3);
        for (Keyring node : List.of(keyring, TestKeyring.open(ACCESS))) {
            assertThat(node.forReading(tenant, Keyring.nameOf(tammy), Keyring.MAIN))
                    .isEmpty();
            assertThatThrownBy(() -> node.forWriting(priya)).isInstanceOf(CommandRejected.class);
            assertThatThrownBy(() -> new HmacIndex(node).of(tenant, "phone", "1"))
                    .isInstanceOf(CommandRejected.class);
            assertThatThrownBy(() -> new AeadSeal(node).openForTenant(tenant, "file", sealed))
                    .isInstanceOf(CommandRejected.class);
            assertThat(node.forReading(other, Keyring.nameOf(elsewhere), Keyring.MAIN))
                    .isPresent();
        }
    }

    @Test
    void a_subject_of_another_tenant_is_never_erased() {
        assertThatThrownBy(() -> erasure.eraseSubject(other, tammy)).isInstanceOf(IllegalArgumentException.class);
        assertThat(count("fence")).isZero();
    }

    @Test
    void a_key_that_is_missing_though_nobody_was_erased_is_an_alarm() {
        keyring.forWriting(tammy);
        lose("subject_key");
        keyring.forgetEverything();

        assertThatThrownBy(() -> keyring.forReading(tenant, Keyring.nameOf(tammy), Keyring.MAIN))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining(tenant.toString());
    }

    @Test
    void a_tenant_s_key_that_is_missing_is_an_alarm_too() {
        keyring.forWriting(tammy);
        lose("tenant_key");
        keyring.forgetEverything();

        assertThatThrownBy(() -> keyring.forReading(tenant, Keyring.nameOf(tammy), Keyring.MAIN))
                .isInstanceOf(KeyMissing.class);
        assertThatThrownBy(() -> new AeadSeal(keyring).openForTenant(tenant, "file", new byte[40]))
                .isInstanceOf(KeyMissing.class);
    }

    @Test
    void what_is_sealed_for_a_tenant_and_a_purpose_opens_for_no_other() {
        AeadSeal seal = new AeadSeal(keyring);
        byte[] sealed = seal.sealForTenant(tenant, "file", "a file".getBytes(UTF_8));
        seal.sealForTenant(other, "file", sealed);

        assertThat(seal.openForTenant(tenant, "file", sealed)).asString(UTF_8).isEqualTo("a file");
        assertThatThrownBy(() -> seal.openForTenant(tenant, "secret", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.openForTenant(other, "file", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_wrapped_key_that_was_moved_to_another_person_doesn_t_open() {
        keyring.forWriting(tammy);
        keyring.forWriting(priya);
        superuser
                .sql("UPDATE keyring.subject_key SET wrapped = (SELECT wrapped FROM keyring.subject_key "
                        + "WHERE subject = ?) WHERE subject = ?")
                .params(Keyring.nameOf(tammy), Keyring.nameOf(priya))
                .update();
        keyring.forgetEverything();

        assertThatThrownBy(() -> reading(keyring, priya)).hasMessageContaining("doesn't open");
    }

    @Test
    void another_root_key_is_refused_at_start_in_plain_words() {
        RootKey wrong = RootKey.parse("1:" + base64(7));

        assertThatThrownBy(() -> Keyring.open(TestKeyring.dataSource(ACCESS), wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("isn't the one");
        assertThatThrownBy(() -> Keyring.open(TestKeyring.dataSource(ACCESS), RootKey.parse("2:" + base64(7))))
                .hasMessageContaining("epoch 1");
    }

    @Test
    void a_new_epoch_of_the_root_key_wraps_everything_anew_and_the_old_one_can_go() throws GeneralSecurityException {
        DatabaseAccess access = TestDatabase.create();
        Keyring before = TestKeyring.open(access);
        byte[] sealed = before.forWriting(tammy).encrypt("Tammy".getBytes(UTF_8), BOUND);
        byte[] hash = new HmacIndex(before).of(tenant, "phone", "+16175550155");
        RootKey both = RootKey.parse(TestKeyring.ROOT + " 2:" + base64(7));

        Keyring.open(TestKeyring.dataSource(access), both);

        assertThat(JdbcClient.create(TestDatabase.superuser(access.keysUrl()))
                        .sql("SELECT root_epoch FROM keyring.tenant_key")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 2);
        Keyring later = Keyring.open(TestKeyring.dataSource(access), RootKey.parse("2:" + base64(7)));
        assertThat(later.rotateRoot()).isZero();
        assertThat(reading(later, tammy).decrypt(sealed, BOUND)).asString(UTF_8).isEqualTo("Tammy");
        assertThat(new HmacIndex(later).of(tenant, "phone", "+16175550155")).isEqualTo(hash);
    }

    @Test
    void no_key_stands_in_the_database_as_it_is() throws Exception {
        keyring.forWriting(tammy);
        // Tink writes an AES-256-GCM key as 32 bytes behind this tag and length, and its type's name behind it.
        String typeUrl = "type.googleapis.com/google.crypto.tink.AesGcmKey";
        byte[] clear = TinkProtoKeysetFormat.serializeKeyset(
                Keysets.newAead(), InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
        assertThat(new String(clear, UTF_8))
                .as("the marker is what a key in clear holds")
                .contains(typeUrl);

        List<byte[]> stored = superuser
                .sql("SELECT wrapped_aead FROM keyring.tenant_key WHERE tenant_id = :tenant UNION ALL "
                        + "SELECT wrapped_prf FROM keyring.tenant_key WHERE tenant_id = :tenant UNION ALL "
                        + "SELECT wrapped FROM keyring.subject_key WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(byte[].class)
                .list();

        assertThat(stored).hasSize(3).allSatisfy(wrapped -> {
            var encrypted = EncryptedKeyset.parseFrom(wrapped);
            assertThat(encrypted.getEncryptedKeyset().toByteArray()).hasSizeGreaterThan(60);
            assertThat(encrypted.getEncryptedKeyset().toString(UTF_8)).doesNotContain(typeUrl);
            Aead tenantless = RootKey.parse("1:" + base64(9)).newest();
            assertThatThrownBy(() -> Keysets.unwrap(wrapped, tenantless, new byte[0]))
                    .isInstanceOf(GeneralSecurityException.class);
        });
    }

    @Test
    void the_serving_role_touches_no_table_and_other_roles_not_even_the_functions() {
        JdbcClient keys = JdbcClient.create(TestKeyring.dataSource(ACCESS));
        for (String table : List.of("tenant_key", "subject_key", "fence")) {
            assertThatThrownBy(() -> keys.sql("SELECT count(*) FROM keyring." + table)
                            .query(Long.class)
                            .single())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> keys.sql("DELETE FROM keyring." + table).update())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> keys.sql("SELECT keyring.claim_tenant(?)")
                        .param(tenant.value())
                        .query()
                        .listOfRows())
                .hasStackTraceContaining("permission denied");
        for (var login : List.of(ACCESS.service(), ACCESS.tenant())) {
            JdbcClient role =
                    JdbcClient.create(new DriverManagerDataSource(ACCESS.keysUrl(), login.role(), login.password()));
            assertThatThrownBy(() -> role.sql("SELECT * FROM keyring.find_tenant(?)")
                            .param(tenant.value())
                            .query()
                            .listOfRows())
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void every_function_that_acts_as_the_owner_has_a_fixed_search_path() {
        List<String> loose = superuser
                .sql("SELECT proname FROM pg_proc WHERE pronamespace = 'keyring'::regnamespace "
                        + "AND NOT 'search_path=keyring, pg_temp' = ANY (coalesce(proconfig, '{}'))")
                .query(String.class)
                .list();

        assertThat(loose).isEmpty();
    }

    private static Aead reading(Keyring keyring, CustomerId person) {
        return keyring.forReading(person.tenantId(), Keyring.nameOf(person), Keyring.MAIN)
                .orElseThrow();
    }

    private void lose(String table) {
        superuser
                .sql("DELETE FROM keyring." + table + " WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    /** Of this test's tenant. */
    private long count(String from) {
        return superuser
                .sql("SELECT count(*) FROM keyring." + from + (from.contains("WHERE") ? " AND " : " WHERE ")
                        + "tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    private static String base64(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
