package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The browser UI's types are made from {@code browser-ui/openapi.json}: it must be what the service says of itself. */
class OpenApiTest {

    private static final Path FILE = Path.of("..", "browser-ui", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void the_description_that_the_screens_are_built_on_is_the_services_own() throws IOException {
        ObjectNode own = (ObjectNode) RunningService.shared()
                .browser()
                .get("/v3/api-docs")
                .expect(200)
                .json();
        // Names the port of this run.
        own.remove("servers");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, JSON.writeValueAsString(own) + "\n");
        }
        JsonNode file = JSON.readTree(Files.readString(FILE));
        assertThat(file)
                .as("Refresh it: mvn test -pl all-in-one -am -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dgolden.update=true, then build browser-ui")
                .isEqualTo(own);
    }
}
