package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalData;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every form in which an event was ever written, kept in {@code shared-events/contract}. */
class GoldenFilesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path CONTRACT = Project.path("shared-events/contract");
    private static final EventNames NAMES = EventNames.scan();
    private static final Keyring KEYRING = TestKeyring.create();
    private static final EventSerializer SERIALIZER = new EventSerializer(NAMES, KEYRING);
    private static final EventUpcasterChain UPCASTS = JsonUpcast.scan(NAMES);
    private static final Map<String, DomainEvent> EXAMPLES = Examples.all(NAMES);

    @AfterAll
    static void close() {
        KEYRING.close();
    }

    @Test
    void every_event_has_an_example() {
        assertThat(EXAMPLES.keySet()).containsExactlyElementsOf(NAMES.all());
    }

    @Test
    void every_event_is_written_as_its_golden_file_says_and_reads_from_it() throws IOException {
        for (var example : EXAMPLES.entrySet()) {
            String name = example.getKey();
            DomainEvent event = example.getValue();
            Path file = CONTRACT.resolve(name + "." + NAMES.revision(name) + ".json");
            ObjectNode stored = (ObjectNode)
                    JSON.readTree(SERIALIZER.serialize(event, byte[].class).getData());
            ObjectNode open = form(name, event).open(stored, fieldIds(event.getClass()));

            Project.assertFile(file, JSON.writeValueAsString(open) + "\n");
            assertThat(read(file, event)).isEqualTo(event);
        }
    }

    @Test
    void every_form_ever_written_still_reads() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(CONTRACT)) {
            files = found.toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(EXAMPLES.size());
        for (Path file : files) {
            String[] parts = file.getFileName().toString().split("\\.");
            String name = parts[0] + "." + parts[1];
            assertThat(NAMES.find(name))
                    .as("%s is of an event that is gone", file)
                    .isPresent();
            assertThat(Integer.parseInt(parts[2])).isBetween(1, NAMES.revision(name));
            assertThat(read(file, EXAMPLES.get(name)))
                    .isInstanceOf(NAMES.find(name).orElseThrow());
        }
    }

    /** Reads as the event store does: seals, upcasts, deserializes. */
    private static Object read(Path file, DomainEvent example) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.");
        String name = parts[0] + "." + parts[1];
        ObjectNode open = (ObjectNode) JSON.readTree(Files.readString(file));
        var entry = new GenericDomainEventEntry<>(
                "",
                example.aggregateId().value(),
                0,
                new UUID(0, 0).toString(),
                Instant.EPOCH,
                name,
                parts[2],
                JSON.writeValueAsBytes(form(name, example).seal(open)),
                "{}".getBytes(StandardCharsets.UTF_8));
        IntermediateEventRepresentation stored = new InitialEventRepresentation(entry, SERIALIZER);
        return SERIALIZER.deserialize(
                UPCASTS.upcast(Stream.of(stored)).toList().getFirst().getData());
    }

    private static OpenForm form(String name, DomainEvent event) {
        return new OpenForm(KEYRING, name, event.aggregateId().value());
    }

    private static Map<String, String> fieldIds(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(PersonalData.class))
                .collect(Collectors.toMap(
                        component -> component.getName(),
                        component -> component.getAnnotation(PersonalData.class).value()));
    }
}
