package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static medflip.whole.Bundles.CHECKPOINTS;
import static medflip.whole.Bundles.EVENTS;
import static medflip.whole.Bundles.LEAVES;
import static medflip.whole.Bundles.bundle;
import static medflip.whole.Bundles.changed;
import static medflip.whole.Bundles.lines;
import static medflip.whole.Bundles.root;
import static medflip.whole.Bundles.signedByAnother;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The journal, the seal over it, and the bundle that is checked by one file without us. */
class AuditTest {

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Audit");
    private String person = "";

    private Bundles bundles = new Bundles(Path.of(""));

    @BeforeEach
    void something_happens(@TempDir Path folder) {
        bundles = new Bundles(folder);
        person = owner.post("/api/customers", Map.of("name", "Ada Lovelace"))
                .expect(201)
                .id();
        Answer seen = owner.get("/api/customers/" + person).expect(200);
        owner.change("PUT", "/api/customers/" + person, Map.of("name", "Ada Byron"), seen.etag())
                .expect(200);
        sealed(owner.position());
    }

    /** Waits until the event there is sealed: no older transaction runs any more. */
    private JsonNode sealed(long position) {
        return Eventually.of(
                        () -> owner.get("/api/audit/inclusion?position=" + position), answer -> answer.status() == 200)
                .json();
    }

    @Test
    void the_verifier_is_content_with_a_bundle_and_names_what_was_done_to_it() throws Exception {
        Map<String, byte[]> early = bundle(owner);
        owner.post("/api/customers", Map.of("name", "Grace Hopper")).expect(201);
        sealed(owner.position());
        Map<String, byte[]> good = bundle(owner);
        String checkpoint = bundles.kept("early.txt", early.get(CHECKPOINTS));
        assertThat(bundles.verified(good, checkpoint))
                .contains("OK: ")
                .contains("goes on from its")
                .startsWith("0");

        assertThat(bundles.verified(changed(good, Bundles::flipBit), checkpoint))
                .as("a flipped bit")
                .startsWith("1")
                .contains("not as it was sealed");
        assertThat(bundles.verified(changed(good, files -> lines(files, EVENTS, all -> all.remove(2))), checkpoint))
                .as("an event that was removed")
                .startsWith("1")
                .contains("entry 2 of");
        assertThat(bundles.verified(
                        changed(good, files -> lines(files, EVENTS, all -> all.add(2, all.get(1)))), checkpoint))
                .as("an event that was put in")
                .startsWith("1")
                .contains("entry 2 of");
        assertThat(bundles.verified(
                        changed(good, files -> lines(files, EVENTS, all -> all.set(1, all.set(2, all.get(1))))),
                        checkpoint))
                .as("two events that were swapped")
                .startsWith("1")
                .contains("entry 1 of");
        assertThat(bundles.verified(early, bundles.kept("late.txt", good.get(CHECKPOINTS))))
                .as("an end that was cut off")
                .startsWith("1")
                .contains("the end was cut off");
        assertThat(bundles.verified(signedByAnother(good), checkpoint))
                .as("another key")
                .startsWith("1")
                .contains("wrong key");
    }

    @Test
    void who_hides_a_change_by_making_hashes_anew_is_found_out_by_what_was_signed() throws Exception {
        Map<String, byte[]> good = bundle(owner);
        String checkpoint = bundles.kept("kept.txt", good.get(CHECKPOINTS));
        assertThat(bundles.verified(
                        changed(
                                good,
                                files -> lines(
                                        files,
                                        LEAVES,
                                        all -> all.set(
                                                1,
                                                all.get(1).split(" ")[0] + " "
                                                        + HexFormat.of().formatHex(new byte[32])))),
                        checkpoint))
                .startsWith("1")
                .contains("isn't the one that was signed");
        assertThat(bundles.verified(changed(good, files -> files.put("README.txt", new byte[] {'x'})), checkpoint))
                .startsWith("1")
                .contains("README.txt");
    }

    @Test
    void a_period_is_a_bundle_too() throws Exception {
        String checkpoint = bundles.kept("before.txt", bundle(owner).get(CHECKPOINTS));
        Map<String, byte[]> today = bundle(owner, "?from=2020-01-01");
        assertThat(bundles.verified(today, checkpoint)).startsWith("0");
        Map<String, byte[]> longAgo = bundle(owner, "?until=2020-01-01");
        assertThat(longAgo.get(EVENTS)).isEmpty();
        assertThat(bundles.verified(longAgo, checkpoint)).startsWith("0").contains("OK: 0 events");
    }

    @Test
    void an_event_is_proven_to_be_sealed_and_a_checkpoint_to_go_on_from_another() {
        JsonNode first = owner.get("/api/audit/seal").expect(200).json().get("facts");
        owner.post("/api/customers", Map.of("name", "Grace Hopper")).expect(201);
        JsonNode proof = sealed(owner.position());
        assertThat(proof.get("position").asLong()).isEqualTo(owner.position());
        assertThat(root(proof)).isEqualTo(proof.at("/checkpoint/root").asString());
        long size = proof.at("/checkpoint/size").asLong();
        JsonNode consistency = owner.get("/api/audit/consistency?from=" + first.get("size") + "&to=" + size)
                .expect(200)
                .json();
        assertThat(consistency.at("/from/root")).isEqualTo(first.get("root"));
        assertThat(consistency.get("proof")).isNotEmpty();
        assertThat(owner.get("/api/audit/checkpoints").expect(200).json().get("items"))
                .hasSizeGreaterThan(1);
        assertThat(owner.download("/api/audit/checkpoint").body())
                .asString(UTF_8)
                .contains("\n\n\u2014 medflip ");
        assertThat(owner.get("/api/audit/seal").expect(200).json().get("faults").asInt())
                .isZero();
    }

    @Test
    void P5_another_businesss_positions_are_as_good_as_none() {
        Browser stranger = service.browser().signUp("Stranger");
        for (String question : List.of("/api/audit/inclusion?position=", "/api/audit/change?position=")) {
            owner.get(question + owner.position()).expect(200);
            assertThat(stranger.get(question + owner.position()).expect(404).body())
                    .isEqualTo(stranger.get(question + 1).expect(404).body());
        }
        assertThat(new String(bundle(stranger).get(EVENTS), UTF_8)).doesNotContain(person);
    }

    @Test
    void the_journal_tells_who_did_what_to_whom_and_what_it_changed() {
        JsonNode page =
                owner.get("/api/audit/journal?person=" + person).expect(200).json();
        JsonNode renamed = page.get("items").get(0);
        assertThat(renamed.get("event").asString()).isEqualTo("customers.CustomerRenamed");
        assertThat(renamed.get("actor").asString()).startsWith("user:");
        JsonNode changes = owner.get("/api/audit/change?position=" + renamed.get("position"))
                .expect(200)
                .json()
                .get("changes");
        assertThat(changes.toString()).contains("Ada Lovelace", "Ada Byron");
        assertThat(owner.get("/api/audit/change?position=" + renamed.get("position"))
                        .expect(200)
                        .json()
                        .at("/from/browser")
                        .asString())
                .isEqualTo("Another program");
        assertThat(owner.get("/api/audit/journal?way=AUTOMATION&domain=catalog")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .as("the seeded catalog")
                .isPositive();
        assertThat(owner.get("/api/audit/journal?until=2020-01-01")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(owner.download("/api/audit/journal.csv?record=" + person).body())
                .asString(UTF_8)
                .contains("customers.CustomerRenamed");
    }

    @Test
    void what_was_undone_stands_in_the_journal_with_who_and_why() {
        long position = owner.get("/api/audit/journal?record=" + person)
                .expect(200)
                .json()
                .at("/items/0/position")
                .asLong();
        owner.post("/api/undo", Map.of("positions", List.of(position), "reason", "WRONG_ONE"))
                .expect(200);
        JsonNode undoing = Eventually.of(
                () -> owner.get("/api/audit/journal?undoing=true")
                        .expect(200)
                        .json()
                        .get("items"),
                items -> !items.isEmpty());
        assertThat(undoing.get(0).get("undoes").asLong()).isEqualTo(position);
        assertThat(undoing.get(0).get("undoesEvent").asString()).isEqualTo("customers.CustomerRenamed");
        assertThat(undoing.get(0).get("undoReason").asString()).isEqualTo("WRONG_ONE");
    }

    @Test
    void P2_5_who_looked_at_a_person_and_took_a_list_away_is_noted_once_and_sealed() throws Exception {
        Browser auditor = Members.join(service, owner, "AUDITOR");
        String user =
                auditor.get("/api/session").expect(200).json().get("userId").asString();
        auditor.get("/api/customers/" + person).expect(200);
        auditor.get("/api/customers/" + person).expect(200);
        // These name people too: who is paid, and who works there.
        auditor.get("/api/reports/payees-by-year").expect(200);
        auditor.get("/api/members").expect(200);
        auditor.download("/api/customers.csv");
        auditor.get("/api/products").expect(200);
        // A look is noted a moment after its answer.
        JsonNode looks = Eventually.of(
                () -> owner.get("/api/audit/looks?actor=user:" + user)
                        .expect(200)
                        .json()
                        .get("items"),
                items -> items.toString().contains("/api/customers.csv"));
        assertThat(looks.valueStream().map(look -> look.get("what").asString()))
                .contains("/api/customers/{id}", "/api/customers.csv", "/api/members")
                .anyMatch(what -> what.startsWith("/api/reports/"))
                .doesNotContain("/api/products")
                .doesNotHaveDuplicates();
        assertThat(owner.get("/api/audit/looks?person=" + person)
                        .expect(200)
                        .json()
                        .get("items")
                        .toString())
                .contains(user);
        Map<String, byte[]> bundle = Eventually.of(
                () -> bundle(auditor), files -> new String(files.get("access/entries.ndjson"), UTF_8).contains(user));
        assertThat(new String(bundle.get("access/entries.ndjson"), UTF_8))
                .contains(person)
                .doesNotContain("Ada");
        assertThat(bundles.verified(bundle)).startsWith("0");
    }
}
