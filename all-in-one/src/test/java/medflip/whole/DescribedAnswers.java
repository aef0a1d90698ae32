package medflip.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the service says of itself: with which status each endpoint answers where all went well. */
final class DescribedAnswers {

    private record Endpoint(String method, Pattern path, Set<Integer> successes) {}

    private final List<Endpoint> endpoints = new ArrayList<>();

    /** @param description as {@code /v3/api-docs} tells it */
    DescribedAnswers(JsonNode description) {
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            Pattern pattern = Pattern.compile(Pattern.quote(path.getKey()).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Set<Integer> successes = new TreeSet<>();
                operation.getValue().get("responses").propertyNames().stream()
                        .filter(status -> status.startsWith("2"))
                        .map(Integer::valueOf)
                        .forEach(successes::add);
                endpoints.add(new Endpoint(operation.getKey().toUpperCase(Locale.ROOT), pattern, successes));
            }
        }
    }

    /**
     * Compares an answer with what was said of it.
     *
     * @throws AssertionError if it is a success that the description doesn't know
     */
    void check(String method, String path, int status) {
        if (status < 200 || status >= 300 || !path.startsWith("/api/")) {
            return;
        }
        // A path without a placeholder is meant before one with it.
        Endpoint endpoint = endpoints.stream()
                .filter(each -> each.method().equals(method))
                .filter(each -> each.path().matcher(path).matches())
                .min((one, other) -> Integer.compare(placeholders(one), placeholders(other)))
                .orElseThrow(() -> new AssertionError("The API doesn't describe " + method + " " + path));
        if (!endpoint.successes().contains(status)) {
            throw new AssertionError(
                    "%s %s answered %d; described are %s".formatted(method, path, status, endpoint.successes()));
        }
    }

    private static int placeholders(Endpoint endpoint) {
        return endpoint.path().pattern().split("\\[\\^/]\\+", -1).length;
    }
}
