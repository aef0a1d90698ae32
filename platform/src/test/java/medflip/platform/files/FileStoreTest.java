package medflip.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.customers.events.CustomerId;
import medflip.kernel.AttachedFile;
import medflip.kernel.DataSubject;
import medflip.kernel.FileKind;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.files.FileStore.Upload;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FileStoreTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final Keyring KEYRING = TestKeyring.open(ACCESS);
    private static final JdbcClient SERVICE = JdbcClient.create(source(ACCESS.service()));

    private final FileStore files = new FileStore(
            SERVICE,
            new TenantJdbc(source(ACCESS.tenant()), TenantPredicate.byParameter()),
            TestKeyring.seal(KEYRING),
            TestKeyring.index(KEYRING));
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());

    @BeforeEach
    void nobodyElsesFiles() {
        SERVICE.sql("DELETE FROM write.file").update();
    }

    @Test
    void a_file_comes_back_as_it_was_kept_and_only_to_its_own_business() {
        StoredFile stored = add(null, Pictures.pdf());
        assertThat(stored.file().kind()).isEqualTo(FileKind.PDF);
        assertThat(stored.file().bytes()).isEqualTo(Pictures.pdf().length);
        assertThat(files.content(tenant, stored)).isEqualTo(Pictures.pdf());
        assertThat(files.find(new TenantId(UUID.randomUUID()), stored.file().id()))
                .isEmpty();
    }

    @Test
    void nothing_of_a_file_lies_in_the_database_in_clear() {
        add(tammy, Pictures.pdf());
        byte[] content = SERVICE.sql("SELECT content FROM write.file")
                .query(byte[].class)
                .single();
        assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("PDF");
    }

    @Test
    void the_same_file_under_the_same_key_is_kept_once_and_another_under_it_is_refused() {
        String key = UUID.randomUUID().toString();
        StoredFile first = files.add(new Upload(tenant, null, key, Pictures.pdf()));
        assertThat(files.add(new Upload(tenant, null, key, Pictures.pdf()))).isEqualTo(first);
        assertThatThrownBy(() -> files.add(new Upload(tenant, null, key, Pictures.png())))
                .hasMessageContaining("Idempotency-Key");
        assertThatThrownBy(() -> files.add(new Upload(tenant, tammy, key, Pictures.pdf())))
                .hasMessageContaining("Idempotency-Key");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void P8_a_file_about_a_person_ends_with_the_person_and_the_businesss_own_stay() {
        StoredFile photo = add(tammy, Pictures.png());
        StoredFile receipt = add(null, Pictures.pdf());
        assertThat(photo.isOf(tammy)).isTrue();
        assertThat(receipt.isOf(null)).isTrue();
        assertThat(photo.isOf(null)).isFalse();
        assertThat(receipt.isOf(tammy)).isFalse();

        TestKeyring.erasure(KEYRING).eraseSubject(tenant, tammy);

        assertThatThrownBy(() -> files.content(tenant, photo)).hasMessageContaining("erased");
        assertThatThrownBy(() -> add(tammy, Pictures.png())).hasMessageContaining("erased");
        assertThat(files.content(tenant, receipt)).isEqualTo(Pictures.pdf());
    }

    @Test
    void what_an_event_names_is_kept_and_what_nothing_names_goes() {
        StoredFile attached = add(null, Pictures.pdf());
        StoredFile forgotten = add(null, Pictures.png());
        for (int twice = 0; twice < 2; twice++) {
            new AttachedFileIndex(files).on(() -> List.of(attached.file()), tenant.toString());
        }
        assertThat(files.orphans().destroy(Instant.now().minus(Duration.ofDays(7)), 10))
                .isZero();
        SERVICE.sql("UPDATE write.file SET wanted_at = wanted_at - interval '8 days'")
                .update();
        assertThat(files.orphans().destroy(Instant.now().minus(Duration.ofDays(7)), 10))
                .isEqualTo(1);
        assertThat(files.find(tenant, attached.file().id())).isPresent();
        assertThat(files.find(tenant, forgotten.file().id())).isEmpty();
    }

    @Test
    void a_file_that_a_command_asked_for_has_another_week() {
        StoredFile file = add(null, Pictures.pdf());
        SERVICE.sql("UPDATE write.file SET wanted_at = wanted_at - interval '8 days'")
                .update();
        assertThat(files.toAttach(tenant, file.file().id())).isEqualTo(file);
        assertThat(files.orphans().destroy(Instant.now().minus(Duration.ofDays(7)), 10))
                .isZero();
        assertThatThrownBy(() -> files.toAttach(tenant, UUID.randomUUID())).hasMessage("There is no such thing.");
        assertThatThrownBy(() -> files.toAttach(
                        new TenantId(UUID.randomUUID()), file.file().id()))
                .hasMessage("There is no such thing.");
    }

    @Test
    void nothing_goes_while_an_event_waits_that_may_name_a_file() {
        add(null, Pictures.pdf());
        String stream = tenant + "/expense/" + UUID.randomUUID();
        SERVICE.sql("UPDATE write.file SET wanted_at = wanted_at - interval '8 days'")
                .update();
        SERVICE.sql("""
                        INSERT INTO write.dead_letter (dead_letter_id, processing_group, sequence_identifier,
                            sequence_index, message_type, event_identifier, time_stamp, payload_type, payload,
                            aggregate_identifier, enqueued_at)
                        VALUES ('letter', :group, :stream, 0, 'event', 'id', '', 'type', '', :stream, '')
                        """)
                .param("group", AttachedFileIndex.GROUP)
                .param("stream", stream)
                .update();
        assertThat(files.orphans().destroy(Instant.now().minus(Duration.ofDays(7)), 10))
                .isZero();
        SERVICE.sql("DELETE FROM write.dead_letter").update();
        assertThat(files.orphans().destroy(Instant.now().minus(Duration.ofDays(7)), 10))
                .isEqualTo(1);
    }

    @Test
    void the_hash_in_an_event_tells_nothing_without_the_businesss_key() {
        AttachedFile here = add(null, Pictures.pdf()).file();
        AttachedFile again = add(null, Pictures.pdf()).file();
        TenantId other = new TenantId(UUID.randomUUID());
        AttachedFile there = files.add(new Upload(other, null, UUID.randomUUID().toString(), Pictures.pdf()))
                .file();
        assertThat(again.hash()).isEqualTo(here.hash());
        assertThat(there.hash()).isNotEqualTo(here.hash());
    }

    private StoredFile add(@Nullable DataSubject subject, byte[] bytes) {
        return files.add(new Upload(tenant, subject, UUID.randomUUID().toString(), bytes));
    }

    private static int count() {
        return SERVICE.sql("SELECT count(*) FROM write.file")
                .query(Integer.class)
                .single();
    }

    private static DataSource source(DatabaseAccess.Login login) {
        return TestDatabase.connections(ACCESS.url(), login);
    }
}
