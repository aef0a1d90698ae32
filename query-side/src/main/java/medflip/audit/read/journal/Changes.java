package medflip.audit.read.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import medflip.platform.view.EventFeed.Fact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an event changed: each value that it says, beside the one that its stream had said of it before. */
final class Changes {

    /**
     * A value.
     *
     * @param name where it stands in the event, such as {@code quote.lines.0.quantity}
     * @param before absent where nothing was said of it before
     * @param after absent where it is no longer there
     */
    record ChangedValue(
            String name, @Nullable String before, @Nullable String after) {}

    /** What is called after its business and its kind is told by its id alone. */
    private static final Pattern STREAM = Pattern.compile("^[0-9a-f-]{36}/[\\w-]+/(?=[0-9a-f-]{36}$)");

    private Changes() {}

    /**
     * @param stream all events of a thing, in order
     * @param position of the one that is asked about
     */
    static List<ChangedValue> of(List<Fact> stream, long position, JsonMapper json) {
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        for (Fact fact : stream) {
            Map<String, Map<String, String>> said = said(json.valueToTree(fact.data()));
            if (fact.position() == position) {
                return changes(known, said);
            }
            known.putAll(said);
        }
        return List.of();
    }

    private static List<ChangedValue> changes(
            Map<String, Map<String, String>> known, Map<String, Map<String, String>> said) {
        List<ChangedValue> changes = new ArrayList<>();
        said.forEach((field, after) -> {
            Map<String, String> before = known.getOrDefault(field, Map.of());
            after.forEach((name, value) -> {
                if (!Objects.equals(before.get(name), value)) {
                    changes.add(new ChangedValue(name, before.get(name), value));
                }
            });
            before.forEach((name, value) -> {
                if (!after.containsKey(name)) {
                    changes.add(new ChangedValue(name, value, null));
                }
            });
        });
        return changes;
    }

    /** What an event says, by its fields and what stands in these. */
    private static Map<String, Map<String, String>> said(JsonNode event) {
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        event.properties().forEach(field -> {
            Map<String, String> values = new LinkedHashMap<>();
            flatten(field.getKey(), field.getValue(), values);
            fields.put(field.getKey(), values);
        });
        return fields;
    }

    private static void flatten(String name, JsonNode value, Map<String, String> values) {
        if (value.has("minor") && value.has("currency")) {
            values.put(
                    name,
                    amount(value.get("minor").asLong(), value.get("currency").asString()));
        } else if (value.isObject()) {
            value.properties().forEach(each -> flatten(name + "." + each.getKey(), each.getValue(), values));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(name + "." + i, value.get(i), values);
            }
        } else if (!value.isNull()) {
            values.put(name, STREAM.matcher(value.asString()).replaceFirst(""));
        }
    }

    /** In major units, as everywhere where a person reads. */
    private static String amount(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits()) + " " + currency;
    }
}
