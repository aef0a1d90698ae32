package medflip.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventDocumentTest {

    @Test
    void the_page_of_events_says_what_the_events_are() throws IOException {
        EventNames names = EventNames.scan();
        Map<String, JsonNode> stored = new TreeMap<>();
        try (Keyring keyring = TestKeyring.create()) {
            EventSerializer serializer = new EventSerializer(names, keyring);
            Examples.all(names)
                    .forEach((name, event) -> stored.put(
                            name,
                            JsonMapper.shared()
                                    .readTree(serializer
                                            .serialize(event, byte[].class)
                                            .getData())));
        }

        String page = EventDocument.of(names, Project.path("shared-events/src/main/java"), stored);

        assertThat(page).contains("| name | PersonName | `customers.name`, of the customer |");
        Project.assertFile(Project.path("docs/events.md"), page);
    }
}
