package medflip.platform.web;

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

/**
 * A MaxMind DB of a few networks, with as much of the format's version 2.0 as that needs: records of 24 bits, maps,
 * lists and texts.
 */
public final class MaxMindFile {

    /** Of each node, where 0 and 1 lead: to a node, to a place in the data, or to nothing. */
    private final LinkedHashMap<Integer, @Nullable Object[]> nodes = new LinkedHashMap<>();

    private record Data(int offset) {}

    private MaxMindFile() {}

    /** @param networks what is known of each, such as of {@code 203.0.113.0/24} */
    public static Path write(Path file, Map<String, Map<String, Object>> networks) throws IOException {
        return Files.write(file, new MaxMindFile().with(networks));
    }

    private byte[] with(Map<String, Map<String, Object>> networks) throws IOException {
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
