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

    private static final TenantId TENANT = new TenantId(UUID.fromString("0192c6a0-0000-7000-8000-000000000001"));
    private static final TenantId OTHER = new TenantId(UUID.fromString("0192c6a0-0000-7000-8000-000000000002"));
    private static final CustomerId TAMMY = CustomerId.of(TENANT, UUID.randomUUID());
    private static final CustomerId PRIYA = CustomerId.of(TENANT, UUID.randomUUID());
    private static final byte[] BOUND = {1};

    private final DatabaseAccess access = TestDatabase.create();
    private final Keyring keyring = TestKeyring.open(access);
    private final Erasure erasure = new Erasure(keyring);
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(access.keysUrl()));

    @AfterEach
    void close() {
        keyring.close();
    }

    @Test
    void what_one_node_encrypts_another_decrypts() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(TAMMY).encrypt("Tammy".getBytes(UTF_8), BOUND);

        assertThat(reading(TestKeyring.open(access), TAMMY).decrypt(sealed, BOUND))
                .asString(UTF_8)
                .isEqualTo("Tammy");
    }

    @Test
    void another_person_s_key_opens_nothing() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(TAMMY).encrypt("Tammy".getBytes(UTF_8), BOUND);
        Aead priya = keyring.forWriting(PRIYA);

        assertThatThrownBy(() -> priya.decrypt(sealed, BOUND)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void many_threads_on_two_nodes_make_one_key_for_a_person_they_all_see_first() throws Exception {
        Keyring node = TestKeyring.open(access);
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<byte[]>> sealed = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                Keyring mine = i % 2 == 0 ? keyring : node;
                Callable<byte[]> write = () -> {
                    start.await();
                    return mine.forWriting(TAMMY).encrypt("Tammy".getBytes(UTF_8), BOUND);
                };
                sealed.add(executor.submit(write));
            }
        }
        keyring.forgetEverything();

        assertThat(count("subject_key")).isEqualTo(1);
        for (Future<byte[]> each : sealed) {
            assertThat(reading(keyring, TAMMY).decrypt(each.get(), BOUND))
                    .asString(UTF_8)
                    .isEqualTo("Tammy");
        }
    }

    @Test
    void many_keys_come_in_one_query() {
        List<CustomerId> people = IntStream.range(0, 100)
                .mapToObj(i -> CustomerId.of(TENANT, UUID.randomUUID()))
                .toList();
        people.forEach(keyring::forWriting);
        Keyring node = TestKeyring.open(access);
        node.prefetch(TENANT, people.stream().map(Keyring::nameOf).toList());
        superuser.sql("DELETE FROM keyring.subject_key").update();

        assertThat(people)
                .allSatisfy(person -> assertThat(node.forReading(TENANT, Keyring.nameOf(person), Keyring.MAIN))
                        .isPresent());
    }

    @Test
    void an_erased_person_can_be_neither_read_nor_written_while_others_can() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(PRIYA).encrypt("Priya".getBytes(UTF_8), BOUND);
        keyring.forWriting(TAMMY);

        erasure.eraseSubject(TENANT, TAMMY);

        for (Keyring node : List.of(keyring, TestKeyring.open(access))) {
            assertThat(node.forReading(TENANT, Keyring.nameOf(TAMMY), Keyring.MAIN))
                    .isEmpty();
            assertThatThrownBy(() -> node.forWriting(TAMMY))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("privacy.subject-erased"));
            assertThat(reading(node, PRIYA).decrypt(sealed, BOUND))
                    .asString(UTF_8)
                    .isEqualTo("Priya");
        }
        assertThat(count("subject_key")).isEqualTo(1);
    }

    @Test
    void erasing_twice_is_erasing_once() {
        keyring.forWriting(TAMMY);
        Instant before = Instant.now();

        Erased first = erasure.eraseSubject(TENANT, TAMMY);

        assertThat(first.destroyedKeys()).isEqualTo(1);
        assertThat(first.fencedAt())
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(erasure.eraseSubject(TENANT, TAMMY)).isEqualTo(first);
    }

    @Test
    void an_erasure_that_broke_off_after_the_fence_is_finished_by_the_next_run() {
        keyring.forWriting(TAMMY);
        keyring.fence(TENANT, Keyring.nameOf(TAMMY));
        assertThat(count("fence WHERE destroyed_at IS NULL")).isEqualTo(1);

        Erased erased = erasure.eraseSubject(TENANT, TAMMY);

        assertThat(erased.destroyedKeys()).isEqualTo(1);
        assertThat(count("fence WHERE destroyed_at IS NULL")).isZero();
    }

    @Test
    void no_key_is_destroyed_without_a_fence_before_it() {
        keyring.forWriting(TAMMY);

        assertThatThrownBy(() -> keyring.destroy(TENANT, Keyring.nameOf(TAMMY))).hasMessageContaining("No fence");
        assertThat(count("subject_key")).isEqualTo(1);
    }

    @Test
    void no_key_is_born_behind_a_fence_that_another_node_raised() {
        keyring.forWriting(PRIYA);
        new Erasure(TestKeyring.open(access)).eraseSubject(TENANT, TAMMY);

        assertThatThrownBy(() -> keyring.forWriting(TAMMY)).isInstanceOf(CommandRejected.class);
        assertThat(count("subject_key")).isEqualTo(1);
    }

    @Test
    void no_key_is_born_behind_a_fence_while_many_write_about_the_person() throws Exception {
        Keyring node = TestKeyring.open(access);
        for (int round = 0; round < 10; round++) {
            CustomerId person = CustomerId.of(TENANT, UUID.randomUUID());
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
                    return erasure.eraseSubject(TENANT, person);
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
        CustomerId elsewhere = CustomerId.of(OTHER, UUID.randomUUID());
        List.of(TAMMY, PRIYA, elsewhere).forEach(keyring::forWriting);
        byte[] sealed = new AeadSeal(keyring).sealForTenant(TENANT, "file", "a file".getBytes(UTF_8));

        Erased erased = erasure.eraseTenant(TENANT);

        assertThat(erased.destroyedKeys()).isEqualTo(3);
        for (Keyring node : List.of(keyring, TestKeyring.open(access))) {
            assertThat(node.forReading(TENANT, Keyring.nameOf(TAMMY), Keyring.MAIN))
                    .isEmpty();
            assertThatThrownBy(() -> node.forWriting(PRIYA)).isInstanceOf(CommandRejected.class);
            assertThatThrownBy(() -> new HmacIndex(node).of(TENANT, "phone", "1"))
                    .isInstanceOf(CommandRejected.class);
            assertThatThrownBy(() -> new AeadSeal(node).openForTenant(TENANT, "file", sealed))
                    .isInstanceOf(CommandRejected.class);
            assertThat(node.forReading(OTHER, Keyring.nameOf(elsewhere), Keyring.MAIN))
                    .isPresent();
        }
    }

    @Test
    void a_subject_of_another_tenant_is_never_erased() {
        assertThatThrownBy(() -> erasure.eraseSubject(OTHER, TAMMY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(count("fence")).isZero();
    }

    @Test
    void a_key_that_is_missing_though_nobody_was_erased_is_an_alarm() {
        keyring.forWriting(TAMMY);
        superuser.sql("DELETE FROM keyring.subject_key").update();
        keyring.forgetEverything();

        assertThatThrownBy(() -> keyring.forReading(TENANT, Keyring.nameOf(TAMMY), Keyring.MAIN))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining(TENANT.toString());
    }

    @Test
    void a_tenant_s_key_that_is_missing_is_an_alarm_too() {
        keyring.forWriting(TAMMY);
        superuser.sql("DELETE FROM keyring.tenant_key").update();
        keyring.forgetEverything();

        assertThatThrownBy(() -> keyring.forReading(TENANT, Keyring.nameOf(TAMMY), Keyring.MAIN))
                .isInstanceOf(KeyMissing.class);
        assertThatThrownBy(() -> new AeadSeal(keyring).openForTenant(TENANT, "file", new byte[40]))
                .isInstanceOf(KeyMissing.class);
    }

    @Test
    void what_is_sealed_for_a_tenant_and_a_purpose_opens_for_no_other() {
        AeadSeal seal = new AeadSeal(keyring);
        byte[] sealed = seal.sealForTenant(TENANT, "file", "a file".getBytes(UTF_8));
        seal.sealForTenant(OTHER, "file", sealed);

        assertThat(seal.openForTenant(TENANT, "file", sealed)).asString(UTF_8).isEqualTo("a file");
        assertThatThrownBy(() -> seal.openForTenant(TENANT, "secret", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.openForTenant(OTHER, "file", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_wrapped_key_that_was_moved_to_another_person_doesn_t_open() {
        keyring.forWriting(TAMMY);
        keyring.forWriting(PRIYA);
        superuser
                .sql("UPDATE keyring.subject_key SET wrapped = (SELECT wrapped FROM keyring.subject_key "
                        + "WHERE subject = ?) WHERE subject = ?")
                .params(Keyring.nameOf(TAMMY), Keyring.nameOf(PRIYA))
                .update();
        keyring.forgetEverything();

        assertThatThrownBy(() -> reading(keyring, PRIYA)).hasMessageContaining("doesn't open");
    }

    @Test
    void another_root_key_is_refused_at_start_in_plain_words() {
        RootKey wrong = RootKey.parse("1:" + base64(7));

        assertThatThrownBy(() -> Keyring.open(TestKeyring.dataSource(access), wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("isn't the one");
        assertThatThrownBy(() -> Keyring.open(TestKeyring.dataSource(access), RootKey.parse("2:" + base64(7))))
                .hasMessageContaining("epoch 1");
    }

    @Test
    void a_new_epoch_of_the_root_key_wraps_everything_anew_and_the_old_one_can_go() throws GeneralSecurityException {
        byte[] sealed = keyring.forWriting(TAMMY).encrypt("Tammy".getBytes(UTF_8), BOUND);
        byte[] hash = new HmacIndex(keyring).of(TENANT, "phone", "+16175550155");
        RootKey both = RootKey.parse(TestKeyring.ROOT + " 2:" + base64(7));

        Keyring.open(TestKeyring.dataSource(access), both);

        assertThat(count("tenant_key WHERE root_epoch = 2")).isEqualTo(2);
        Keyring later = Keyring.open(TestKeyring.dataSource(access), RootKey.parse("2:" + base64(7)));
        assertThat(later.rotateRoot()).isZero();
        assertThat(reading(later, TAMMY).decrypt(sealed, BOUND)).asString(UTF_8).isEqualTo("Tammy");
        assertThat(new HmacIndex(later).of(TENANT, "phone", "+16175550155")).isEqualTo(hash);
    }

    @Test
    void no_key_stands_in_the_database_as_it_is() throws Exception {
        keyring.forWriting(TAMMY);
        // Tink writes an AES-256-GCM key as 32 bytes behind this tag and length, and its type's name behind it.
        String typeUrl = "type.googleapis.com/google.crypto.tink.AesGcmKey";
        byte[] clear = TinkProtoKeysetFormat.serializeKeyset(
                Keysets.newAead(), InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
        assertThat(new String(clear, UTF_8))
                .as("the marker is what a key in clear holds")
                .contains(typeUrl);

        List<byte[]> stored = superuser
                .sql("SELECT wrapped_aead FROM keyring.tenant_key UNION ALL "
                        + "SELECT wrapped_prf FROM keyring.tenant_key UNION ALL "
                        + "SELECT wrapped FROM keyring.subject_key")
                .query(byte[].class)
                .list();

        assertThat(stored).hasSize(5).allSatisfy(wrapped -> {
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
        JdbcClient keys = JdbcClient.create(TestKeyring.dataSource(access));
        for (String table : List.of("tenant_key", "subject_key", "fence")) {
            assertThatThrownBy(() -> keys.sql("SELECT count(*) FROM keyring." + table)
                            .query(Long.class)
                            .single())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> keys.sql("DELETE FROM keyring." + table).update())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> keys.sql("SELECT keyring.claim_tenant(?)")
                        .param(TENANT.value())
                        .query()
                        .listOfRows())
                .hasStackTraceContaining("permission denied");
        for (var login : List.of(access.service(), access.tenant())) {
            JdbcClient other =
                    JdbcClient.create(new DriverManagerDataSource(access.keysUrl(), login.role(), login.password()));
            assertThatThrownBy(() -> other.sql("SELECT * FROM keyring.find_tenant(?)")
                            .param(TENANT.value())
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

    private long count(String from) {
        return superuser
                .sql("SELECT count(*) FROM keyring." + from)
                .query(Long.class)
                .single();
    }

    private static String base64(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
