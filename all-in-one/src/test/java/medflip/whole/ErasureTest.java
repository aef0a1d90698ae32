package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Erasure;
import medflip.whole.Browser.Answer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Policy promises P7 and P8 at the level of keys: who was erased can't be read by anybody, in any event, ever again.
 */
class ErasureTest {

    private static final AtomicInteger PHONES = new AtomicInteger(10);

    /** Its own: keys are destroyed beneath its views here, which then hold what the log no longer tells. */
    private static final RunningService SERVICE = RunningService.start();

    private final Browser owner = SERVICE.browser().signUp("Erasure");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void P8_replay_gives_placeholders_for_who_was_erased_and_everybody_else_as_they_are() {
        CustomerId erased = customer("Erasmus Gone");
        CustomerId other = customer("Otto Stays");
        assertThat(replayed(erased).name().value()).isEqualTo("Erasmus Gone");

        var done = SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased);

        assertThat(done.destroyedKeys()).isEqualTo(1);
        CustomerRegistered forgotten = replayed(erased);
        assertThat(forgotten.name().value()).isEqualTo("[erased]");
        assertThat(forgotten.phones()).isEmpty();
        assertThat(replayed(other).name().value()).isEqualTo("Otto Stays");
        assertThat(SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased))
                .as("again, nothing changes")
                .isEqualTo(done);
    }

    @Test
    void P8_nothing_can_be_written_about_who_was_erased() {
        CustomerId erased = customer("Erasmus Again");
        String path = "/api/customers/" + erased.local();
        String seen = owner.get(path).expect(200).etag();
        SERVICE.bean(Erasure.class).eraseSubject(erased.tenantId(), erased);

        Answer refused =
                owner.change("PUT", path, Map.of("name", "Back Again"), seen).expect(409);

        assertThat(refused.code()).isEqualTo("privacy.subject-erased");
    }

    @Test
    void P8_a_photo_about_a_person_is_gone_with_the_person() {
        CustomerId person = customer("Phil Photo");
        String path = "/api/files?customerId=" + person.local();
        String photo = upload(path).expect(201).id();
        owner.get("/api/files/" + photo + "/content").expect(200);
        SERVICE.bean(Erasure.class).eraseSubject(person.tenantId(), person);
        assertThat(owner.get("/api/files/" + photo + "/content").expect(409).code())
                .isEqualTo("privacy.subject-erased");
        assertThat(upload(path).expect(409).code()).isEqualTo("privacy.subject-erased");
        upload("/api/files?customerId=" + UUID.randomUUID()).expect(404);
    }

    @Test
    void P8_erasing_who_was_merged_leaves_the_survivor_and_the_other_way_round() {
        CustomerId kept = customer("Tammy Kept");
        CustomerId gone = customer("Tamara Gone");
        String survivor = "/api/customers/" + kept.local();
        String merged = "/api/customers/" + gone.local();
        owner.post(merged + "/merge", Map.of("customerId", kept.local().toString()))
                .expect(201);
        SERVICE.bean(Erasure.class).eraseSubject(gone.tenantId(), gone);

        Books.change(owner, survivor, "notes", Map.of("text", "still here"));
        Answer seen = owner.get(merged).expect(200);
        assertThat(owner.change("POST", merged + "/notes", Map.of("text", "gone"), seen.etag())
                        .expect(409)
                        .code())
                .isEqualTo("privacy.subject-erased");
    }

    private Answer upload(String path) {
        return owner.upload(path, "box.pdf", FilesTest.PDF, UUID.randomUUID().toString());
    }

    /** A number belongs to one person. */
    private static String aPhone() {
        return "617 555 01" + PHONES.incrementAndGet();
    }

    private CustomerId customer(String name) {
        String id = owner.post("/api/customers", Map.of("name", name, "phones", List.of(aPhone())))
                .expect(201)
                .id();
        String business =
                owner.get("/api/session").expect(200).json().at("/business/id").asString();
        return CustomerId.of(TenantId.of(business), UUID.fromString(id));
    }

    /** What the log, read from its beginning, says of how the person was written down. */
    private CustomerRegistered replayed(CustomerId id) {
        EventStore events = SERVICE.bean(EventStore.class);
        List<CustomerRegistered> found = new ArrayList<>();
        try (var stream = events.openStream(events.createTailToken())) {
            while (stream.hasNextAvailable()) {
                var event = stream.nextAvailable();
                if (event.getPayloadType() == CustomerRegistered.class
                        && ((CustomerRegistered) event.getPayload())
                                .customerId()
                                .equals(id)) {
                    found.add((CustomerRegistered) event.getPayload());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
