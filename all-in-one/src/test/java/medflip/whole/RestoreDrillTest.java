package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medflip.kernel.TenantId;
import medflip.launcher.RestoreBackup;
import medflip.launcher.RestoreBackup.Report;
import medflip.platform.backup.BackupMaker;
import medflip.platform.backup.BackupRestorer;
import medflip.platform.backup.BackupShelf;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.PlaintextScan;
import medflip.platform.privacy.RootKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Policy promises P7 and P8, when all that is left of a system is its backup, its root key and its ledger. */
class RestoreDrillTest {

    private static final String GONE = "Erasmus Restored";
    private static final String NUMBER = "+16175550199";

    @TempDir
    private Path folder;

    private Path backups() {
        return folder.resolve("backups");
    }

    private Path ledger() {
        return folder.resolve("apart").resolve("erasures.ledger");
    }

    private List<String> places() {
        return List.of("--medflip.backup.folder=" + backups(), "--medflip.backup.ledger=" + ledger());
    }

    @Test
    void P7_P8_a_backup_of_twenty_days_ago_brings_nobody_back_and_everybody_else() throws IOException {
        Path root = folder.resolve("root.key");
        Books neighbour;
        Browser owner;
        Browser leaver;
        String person;
        String conversation;
        String backup;
        try (RunningService lost = RunningService.start(places())) {
            neighbour = Books.open(lost);
            owner = lost.browser().signUp("Drill");
            leaver = lost.browser().signUp("Drill Leaver");
            person = owner.post("/api/customers", Map.of("name", GONE, "phones", List.of(NUMBER)))
                    .expect(201)
                    .id();
            Books.change(owner, "/api/customers/" + person, "notes", Map.of("text", "collects gramophones"));
            Texting.connect(owner);
            conversation = owner.post(
                            "/api/conversations",
                            Map.of("number", NUMBER, "body", "Hello " + GONE, "consent", "BY_PHONE"))
                    .expect(201)
                    .id();
            Eventually.of(() -> lost.bean(BackupMaker.class).figures().behind(), behind -> behind == 0);
            backup = new BackupMaker(
                            lost.bean(DatabaseAccess.class),
                            lost.bean(BackupShelf.class),
                            lost.bean(RootKey.class),
                            "test",
                            Clock.offset(Clock.systemUTC(), Duration.ofDays(-20)))
                    .make();

            erased(owner, person);
            erased(
                    owner,
                    owner.post("/api/customers", Map.of("name", "Born Later"))
                            .expect(201)
                            .id());
            lost.bean(Erasure.class).eraseTenant(business(leaver));
            Files.copy(lost.folder().resolve("root.key"), root);
        }

        refusesToServeWithoutLedger(backup, root);

        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.copy(root, empty.resolve("root.key"));
        Report report =
                RestoreBackup.restore(RunningService.settings(empty, places()).toArray(String[]::new));
        assertThat(report.backup()).isEqualTo(backup);
        assertThat(report.erasedAgain()).isEqualTo(2);
        assertThat(report.left()).isZero();
        assertThat(report.compared()).isNotNull();
        assertThat(report.compared().different()).isEmpty();
        assertThat(report.compared().equal()).isPositive();
        try (RunningService restored = RunningService.start(empty, places())) {
            Browser back = restored.browser();
            back.signIn(owner.email(), Browser.PASSWORD).expect(204);
            nobodyIsBack(restored, back, person, conversation);
            restored.browser().signIn(leaver.email(), Browser.PASSWORD).expect(401);

            Browser beside = restored.browser();
            beside.signIn(neighbour.owner().email(), Browser.PASSWORD).expect(204);
            assertThat(beside.get("/api/customers/" + neighbour.customer())
                            .expect(200)
                            .body())
                    .contains(Books.NAME);
            assertThat(restored.bean(PlaintextScan.class)
                            .scan(business(beside), Set.of(Books.NAME))
                            .found())
                    .as("the scan can find")
                    .isNotEmpty();
        }
    }

    private void refusesToServeWithoutLedger(String backup, Path root) throws IOException {
        Path other = Files.createDirectory(folder.resolve("without-ledger"));
        Files.copy(root, other.resolve("root.key"));
        List<String> without = List.of(
                "--medflip.backup.folder=" + backups(), "--medflip.backup.ledger=" + folder.resolve("none.ledger"));
        assertThatThrownBy(() -> RestoreBackup.restore(
                        RunningService.settings(other, without).toArray(String[]::new)))
                .hasMessageContaining("ledger of erasures");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(other, 0)) {
            new BackupRestorer(
                            database.access("medflip", "medflip_keys"),
                            new BackupShelf(
                                    backups().resolve("events"),
                                    backups().resolve("keys"),
                                    backups().resolve("file-keys")),
                            RootKey.fromFile(root))
                    .restore(backup);
        }
        assertThatThrownBy(() -> RunningService.start(other, without))
                .rootCause()
                .hasMessageContaining("who was erased since would be back");
    }

    private static void nobodyIsBack(RunningService restored, Browser owner, String person, String conversation) {
        JsonNode card = owner.get("/api/customers/" + person).expect(200).json();
        assertThat(card.get("erased").asBoolean()).isTrue();
        assertThat(card.get("name").asString()).isEqualTo("[erased]");
        assertThat(card.get("contacts")).isEmpty();
        assertThat(owner.get("/api/customers?search=Erasmus").expect(200).json().get("items"))
                .isEmpty();
        assertThat(owner.get("/api/conversations/" + conversation)
                        .expect(200)
                        .json()
                        .get("texts"))
                .isEmpty();
        assertThat(restored.bean(PlaintextScan.class)
                        .scan(business(owner), Set.of(GONE, NUMBER, "collects gramophones", "Born Later"))
                        .found())
                .isEmpty();
        assertThat(owner.change(
                                "PUT",
                                "/api/customers/" + person,
                                Map.of("name", GONE),
                                owner.get("/api/customers/" + person).etag())
                        .expect(409)
                        .code())
                .isEqualTo("privacy.subject-erased");
        assertThat(owner.post("/api/customers", Map.of("name", "Somebody New", "phones", List.of(NUMBER)))
                        .expect(201)
                        .id())
                .isNotEqualTo(person);
    }

    private static void erased(Browser owner, String person) {
        String request = Books.orderErasure(owner, person);
        Eventually.of(
                () -> owner.get(request).expect(200).json().get("certified").asBoolean(), is -> is);
    }

    private static TenantId business(Browser browser) {
        return TenantId.of(browser.get("/api/session")
                .expect(200)
                .json()
                .at("/business/id")
                .asString());
    }
}
