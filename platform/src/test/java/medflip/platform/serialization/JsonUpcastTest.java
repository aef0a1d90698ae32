package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.Revision;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that was stored on 26 November 2026 in its first revision, with the keys of that day, read in its second.
 * The file holds what stood in the databases then, so this also proves that wrapped keys and ciphertext of that day
 * still open.
 */
class JsonUpcastTest {

    private static final String NAME = "tests.VisitNoted";

    /** Somebody came by. Revision 1 called {@code visitedOn} "on" and {@code remark} "text", and had no channel. */
    @Revision(2)
    record VisitNoted(
            CustomerId customerId,
            LocalDate visitedOn,
            @PersonalData("tests.remark") PersonalText remark,
            @NotPersonal("one of a few") String channel)
            implements DomainEvent {
        @Override
        public CustomerId aggregateId() {
            return customerId;
        }
    }

    static final class VisitNotedSaysHow extends JsonUpcast {

        VisitNotedSaysHow() {
            super(NAME, 1);
        }

        @Override
        protected void change(ObjectNode event) {
            event.set("visitedOn", event.remove("on"));
            event.set("remark", event.remove("text"));
            event.put("channel", "DOOR");
        }
    }

    private final DatabaseAccess access = TestDatabase.create();
    private final EventNames names = EventNames.of(Map.of(NAME, VisitNoted.class));
    private final EventUpcasterChain upcasts = JsonUpcast.chain(names, List.of(new VisitNotedSaysHow()));
    private JsonNode file;
    private Keyring keyring;
    private EventSerializer serializer;

    @BeforeEach
    void restore() throws IOException {
        file = JsonMapper.shared()
                .readTree(new ClassPathResource("stored/" + NAME + ".1.json").getContentAsByteArray());
        JdbcClient keys = JdbcClient.create(TestDatabase.superuser(access.keysUrl()));
        for (JsonNode tenant : file.get("tenantKeys")) {
            keys.sql("INSERT INTO keyring.tenant_key VALUES (?::uuid, ?, ?, ?)")
                    .params(
                            tenant.get("tenant").asString(),
                            tenant.get("rootEpoch").asInt(),
                            tenant.get("aead").binaryValue(),
                            tenant.get("prf").binaryValue())
                    .update();
        }
        JsonNode subject = file.get("subjectKey");
        keys.sql("INSERT INTO keyring.subject_key VALUES (?::uuid, ?, ?, ?)")
                .params(
                        subject.get("tenant").asString(),
                        subject.get("subject").asString(),
                        subject.get("purpose").asString(),
                        subject.get("wrapped").binaryValue())
                .update();
        keyring = TestKeyring.open(access);
        serializer = new EventSerializer(names, keyring);
    }

    @AfterEach
    void close() {
        keyring.close();
    }

    @Test
    void an_event_of_an_old_revision_reads_as_one_of_today_though_parts_of_it_are_encrypted() {
        CustomerId customer = new CustomerId(file.get("event").get("customerId").asString());

        assertThat(serializer.classForType(upcast().getType())).isEqualTo(VisitNoted.class);
        assertThat(EventSerializerTest.read(serializer, upcast().getData()))
                .isEqualTo(new VisitNoted(
                        customer, LocalDate.of(2026, 11, 26), new PersonalText("brought two boxes"), "DOOR"));
    }

    @Test
    void an_upcast_event_reads_as_erased_like_any_other() {
        CustomerId customer = new CustomerId(file.get("event").get("customerId").asString());
        TestKeyring.erasure(keyring).eraseSubject(customer.tenantId(), customer);

        VisitNoted read = serializer.deserialize(upcast().getData());

        assertThat(read.remark()).isEqualTo(new PersonalText("[erased]"));
        assertThat(read.channel()).isEqualTo("DOOR");
    }

    @Test
    void without_its_upcast_an_old_revision_is_refused_and_not_half_read() {
        assertThatThrownBy(() -> serializer.deserialize(stored().getData()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Revision 1 of " + NAME);
    }

    @Test
    void an_event_of_today_passes_the_chain_untouched() {
        var today = new VisitNoted(
                new CustomerId(file.get("event").get("customerId").asString()),
                LocalDate.EPOCH,
                new PersonalText("x"),
                "PHONE");
        var stored = entry("2", serializer.serialize(today, byte[].class).getData());

        IntermediateEventRepresentation after =
                upcasts.upcast(Stream.of(stored)).toList().getFirst();

        assertThat(after).isSameAs(stored);
        assertThat(EventSerializerTest.read(serializer, after.getData())).isEqualTo(today);
    }

    @Test
    void a_chain_with_a_step_missing_or_too_many_stops_the_start() {
        assertThatThrownBy(() -> JsonUpcast.chain(names, List.of())).hasMessageContaining(NAME + " from 1");
        assertThatThrownBy(() -> JsonUpcast.chain(names, List.of(new VisitNotedSaysHow(), new VisitNotedSaysHow())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> JsonUpcast.chain(EventNames.scan(), List.of(new VisitNotedSaysHow())))
                .isInstanceOf(IllegalStateException.class);
    }

    private IntermediateEventRepresentation upcast() {
        return upcasts.upcast(Stream.of(stored())).toList().getFirst();
    }

    private IntermediateEventRepresentation stored() {
        return entry("1", JsonMapper.shared().writeValueAsBytes(file.get("event")));
    }

    private IntermediateEventRepresentation entry(String revision, byte[] payload) {
        return new InitialEventRepresentation(
                new GenericDomainEventEntry<>(
                        "",
                        file.get("event").get("customerId").asString(),
                        0,
                        new UUID(0, 0).toString(),
                        Instant.EPOCH,
                        NAME,
                        revision,
                        payload,
                        new byte[0]),
                serializer);
    }
}
