package medflip.platform.privacy;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is said about somebody, in clear, for as long as it is looked for: taken before their keys are destroyed.
 *
 * @param identifying names, numbers and addresses: where one of them stands, the person is meant
 * @param other whatever else was said
 */
public record PersonalValues(Set<String> identifying, Set<String> other) {

    /** A shorter value stands in anything. */
    static final int SHORTEST = 6;

    public PersonalValues {
        identifying = new TreeSet<>(identifying);
        other = new TreeSet<>(other);
    }

    /** @param said personal components of events, and records or lists of such */
    public static PersonalValues of(Collection<?> said) {
        PersonalValues values = new PersonalValues(Set.of(), Set.of());
        said.forEach(values::add);
        values.other().removeAll(values.identifying());
        return values;
    }

    private void add(Object said) {
        switch (said) {
            case PersonName name -> add(identifying, name.value());
            case PhoneNumber phone -> add(identifying, phone.value());
            case EmailAddress email -> add(identifying, email.value());
            case PersonalText text -> add(other, text.value());
            case String text -> add(text.contains("@") || text.startsWith("+") ? identifying : other, text);
            case Collection<?> many -> many.stream().filter(one -> one != null).forEach(this::add);
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    Object part = part(component, record);
                    if (part != null) {
                        add(part);
                    }
                }
            }
            default -> {
                // Constants, dates and figures tell nobody apart.
            }
        }
    }

    private static @Nullable Object part(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }

    private static void add(Set<String> values, String value) {
        if (value.strip().length() >= SHORTEST) {
            values.add(value.strip());
        }
    }

    /** All of them. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(identifying);
        all.addAll(other);
        return all;
    }

    /** Whether one of the identifying values stands there, in any of its spellings. */
    public boolean identify(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return identifying.stream().flatMap(value -> spellings(value).stream()).anyMatch(text::contains);
    }

    /**
     * How a value may stand in a text that was put into lower case: as it is, a number as people write it, between the
     * quotation marks of JSON, as a part of an address, and as the hexadecimal bytes that a database shows a binary
     * value in.
     */
    static Set<String> spellings(String value) {
        Set<String> forms = new LinkedHashSet<>();
        String lower = value.toLowerCase(Locale.ROOT);
        forms.add(lower);
        if (value.matches("\\+1\\d{10}")) {
            String digits = value.substring(2);
            String area = digits.substring(0, 3);
            String exchange = digits.substring(3, 6);
            String line = digits.substring(6);
            forms.add(digits);
            forms.add("(%s) %s-%s".formatted(area, exchange, line));
            List.of("-", " ", ".").forEach(gap -> forms.add(String.join(gap, area, exchange, line)));
        }
        forms.add(lower.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t"));
        for (String form : Set.copyOf(forms)) {
            // A blank is written in either way.
            String encoded = URLEncoder.encode(form, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            forms.add(encoded);
            forms.add(encoded.replace("+", "%20"));
        }
        for (String form : Set.copyOf(forms)) {
            forms.add(hex(form.getBytes(StandardCharsets.UTF_8)));
        }
        forms.add(hex(value.getBytes(StandardCharsets.UTF_8)));
        forms.add(hex(value.getBytes(StandardCharsets.UTF_16LE)));
        return forms;
    }

    /** How a value may stand in Base64: that depends on where in the text it begins, and letters' case matters. */
    static List<String> base64(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return List.of(0, 1, 2).stream()
                .map(before -> {
                    byte[] shifted = new byte[before + bytes.length];
                    System.arraycopy(bytes, 0, shifted, before, bytes.length);
                    String form = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                    return form.substring(before == 0 ? 0 : before + 1, form.length() - 2);
                })
                .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Counts only, so that no log line ever holds a value. */
    @Override
    public String toString() {
        return "PersonalValues[" + identifying.size() + " + " + other.size() + "]";
    }
}
