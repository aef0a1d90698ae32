package medflip.reports.read.filed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has become different since a report was filed.
 *
 * @param reproduced whether asked again as of then it said the same, byte for byte
 * @param columns their titles
 * @param changes the first 500
 * @param changeCount how many there are; 0 where nothing is different
 */
record SinceFiled(boolean reproduced, List<String> columns, List<LineChange> changes, int changeCount) {

    private static final int SHOWN = 500;

    /** A line of the report; its cells before and now, empty where there is no such line. */
    record LineChange(List<String> before, List<String> now) {}

    /**
     * Compares lines as a set: their order follows from what they say. Lines that begin alike are one line that
     * changed.
     *
     * @param before with its titles first
     * @param now likewise
     */
    static SinceFiled compare(boolean reproduced, List<List<String>> before, List<List<String>> now) {
        List<List<String>> gone = without(before.subList(1, before.size()), now);
        List<List<String>> come = without(now.subList(1, now.size()), before);
        Map<String, List<List<String>>> byFirst = new LinkedHashMap<>();
        come.forEach(line ->
                byFirst.computeIfAbsent(first(line), key -> new ArrayList<>()).add(line));
        List<LineChange> changes = new ArrayList<>();
        for (List<String> line : gone) {
            List<List<String>> alike = byFirst.getOrDefault(first(line), List.of());
            changes.add(new LineChange(line, alike.isEmpty() ? List.of() : alike.removeFirst()));
        }
        byFirst.values().forEach(lines -> lines.forEach(line -> changes.add(new LineChange(List.of(), line))));
        return new SinceFiled(
                reproduced, now.getFirst(), changes.stream().limit(SHOWN).toList(), changes.size());
    }

    private static List<List<String>> without(List<List<String>> lines, List<List<String>> others) {
        Map<List<String>, Integer> counts = new HashMap<>();
        others.forEach(line -> counts.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> counts.merge(line, -1, Integer::sum) < 0)
                .toList();
    }

    private static String first(List<String> line) {
        return line.isEmpty() ? "" : line.getFirst();
    }
}
