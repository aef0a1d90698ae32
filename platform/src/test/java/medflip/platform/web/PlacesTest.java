package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Map<String, Object> NESTED = Map.of(
            "city", Map.of("names", Map.of("en", "Boston", "de", "Boston (Stadt)")),
            "subdivisions", List.of(Map.of("iso_code", "MA", "names", Map.of("en", "Massachusetts"))),
            "country", Map.of("iso_code", "US", "names", Map.of("en", "United States")));

    @Test
    void P2_5_an_address_is_told_with_its_city_state_and_country(@TempDir Path folder) throws IOException {
        Places places = places(folder, Map.of("203.0.113.0/24", NESTED));
        assertThat(places.of("203.0.113.7")).contains("Boston, Massachusetts, United States");
        assertThat(places.told("203.0.113.7")).isEqualTo("203.0.113.7 (Boston, Massachusetts, United States)");
        assertThat(places.of("203.0.112.255")).isEmpty();
        assertThat(places.told("203.0.112.255")).isEqualTo("203.0.112.255");
    }

    @Test
    void records_may_be_flat_and_of_countries_alone(@TempDir Path folder) throws IOException {
        Places places = places(
                folder,
                Map.of(
                        "198.51.100.0/24",
                        Map.of("city", "Lyon", "state1", "Rhône", "country_code", "FR"),
                        "192.0.2.0/24",
                        Map.of("country_code", "DE"),
                        "203.0.113.0/24",
                        Map.of("city", "Singapore", "country_code", "SG")));
        assertThat(places.of("198.51.100.1")).contains("Lyon, Rhône, France");
        assertThat(places.of("192.0.2.200")).contains("Germany");
        assertThat(places.of("203.0.113.1")).as("a city that is its country").contains("Singapore");
    }

    @Test
    void an_address_of_IPv6_has_a_place_if_the_file_has_it(@TempDir Path folder) throws IOException {
        Places places = places(folder, Map.of("2001:db8::/32", NESTED));
        assertThat(places.of("2001:db8::1")).contains("Boston, Massachusetts, United States");
        assertThat(places.of("::1")).isEmpty();
    }

    @Test
    void without_a_file_no_place_is_known() {
        assertThat(new Places("").told("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void a_file_that_is_missing_or_something_else_is_named_at_the_start(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.mmdb");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Places(missing.toString()))
                .withMessageContaining("medflip.places.database")
                .withMessageContaining("missing.mmdb");
        Path other = Files.writeString(folder.resolve("other.mmdb"), "no database");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Places(other.toString()))
                .withMessageContaining("isn't a MaxMind DB");
    }

    private static Places places(Path folder, Map<String, Map<String, Object>> networks) throws IOException {
        return new Places(
                MaxMindFile.write(folder.resolve("places.mmdb"), networks).toString());
    }
}
