package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return new Places(Files.write(folder.resolve("places.mmdb"), new MaxMindFile().with(networks))
                .toString());
    }

    /** As much of the format's version 2.0 as a few networks need: records of 24 bits, maps, lists and texts. */
    private static final class MaxMindFile {

        /** Of each node, where 0 and 1 lead: to a node, to a place in the data, or to nothing. */
        private final LinkedHashMap<Integer, @Nullable Object[]> nodes = new LinkedHashMap<>();

        private record Data(int offset) {}

        byte[] with(Map<String, Map<String, Object>> networks) throws IOException {
            boolean six = networks.keySet().stream().anyMatch(network -> network.contains(":"));
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            nodes.put(0, new Object[2]);
            for (Map.Entry<String, Map<String, Object>> network : networks.entrySet()) {
                String[] parts = network.getKey().split("/", 2);
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                grow(address, Integer.parseInt(parts[1]), new Data(data.size()));
                write(network.getValue(), data);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (@Nullable Object[] node : nodes.values()) {
                for (Object next : node) {
                    int number = next instanceof Data there
                            ? nodes.size() + 16 + there.offset()
                            : next instanceof Integer other ? other : nodes.size();
                    file.write(number >> 16);
                    file.write(number >> 8);
                    file.write(number);
                }
            }
            file.write(new byte[16]);
            file.write(data.toByteArray());
            file.write("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
            Map<String, Object> metadata = new LinkedHashMap<>();
            metadata.put("node_count", nodes.size());
            metadata.put("record_size", 24);
            metadata.put("ip_version", six ? 6 : 4);
            metadata.put("database_type", "Test");
            metadata.put("languages", List.of("en"));
            metadata.put("binary_format_major_version", 2);
            metadata.put("binary_format_minor_version", 0);
            metadata.put("build_epoch", 1_700_000_000);
            metadata.put("description", Map.of("en", "Test"));
            write(metadata, file);
            return file.toByteArray();
        }

        private void grow(byte[] address, int length, Data found) {
            @Nullable Object[] node = nodes.get(0);
            for (int bit = 0; bit < length; bit++) {
                int side = address[bit / 8] >> (7 - bit % 8) & 1;
                if (bit == length - 1) {
                    node[side] = found;
                } else {
                    if (node[side] == null) {
                        node[side] = nodes.size();
                        nodes.put(nodes.size(), new Object[2]);
                    }
                    node = nodes.get((Integer) node[side]);
                }
            }
        }

        private static void write(Object value, ByteArrayOutputStream out) {
            switch (value) {
                case Map<?, ?> map -> {
                    out.write(7 << 5 | map.size());
                    map.forEach((key, element) -> {
                        write(key, out);
                        write(element, out);
                    });
                }
                case List<?> list -> {
                    out.write(list.size());
                    out.write(11 - 7);
                    list.forEach(element -> write(element, out));
                }
                case Integer number -> {
                    out.write(6 << 5 | 4);
                    for (int shift = 24; shift >= 0; shift -= 8) {
                        out.write(number >> shift);
                    }
                }
                default -> {
                    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                    out.write(2 << 5 | Math.min(text.length, 28));
                    out.write(text, 0, text.length);
                }
            }
        }
    }
}
