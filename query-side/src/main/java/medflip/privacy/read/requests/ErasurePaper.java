package medflip.privacy.read.requests;

import static medflip.platform.document.CertificateParts.counts;
import static medflip.platform.document.CertificateParts.fact;
import static medflip.platform.document.CertificateParts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import medflip.platform.document.CertificateParts;
import medflip.platform.document.Document;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.document.Document.Table;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.view.Json;

/** That a person was erased, on paper: the same as the signed certificate says, and how it is checked. */
final class ErasurePaper {

    private static final int FINGERPRINT_SHOWN = 32;

    private ErasurePaper() {}

    static Document of(Signed signed) {
        Map<?, ?> told = Json.value(signed.text(), Map.class);
        List<Part> said = List.of(
                new Paragraph(
                        "Everything that was known of this person was erased. Amounts, quantities, items and dates"
                                + " of their deals stay for the books, without the person."),
                new Facts(List.of(
                        fact("Request", told, "request"),
                        fact("Person", told, "person"),
                        fact("Asked on", told, "askedOn"),
                        fact("Asked", told, "askedBy"),
                        fact("Identity", told, "identity"),
                        fact("Ordered by", told, "orderedBy"),
                        fact("Ordered at", told, "orderedAt"),
                        fact("Completed at", told, "completedAt"))),
                new Heading("Keys destroyed"),
                new Table(
                        List.of(Column.text("Of", 3), Column.text("Fingerprint (SHA-256)", 3)),
                        rows((List<?>) Objects.requireNonNull(told.get("keys"))),
                        List.of()),
                new Heading("What was let go of"),
                counts("Kept in", "Things", held(told)));
        return CertificateParts.document(text(told, "request"), said, told, signed);
    }

    private static List<List<String>> rows(List<?> keys) {
        return keys.stream()
                .map(key -> (Map<?, ?>) key)
                .map(key -> List.of(
                        text(key, "subject"),
                        ((List<?>) Objects.requireNonNull(key.get("fingerprints")))
                                .stream()
                                        .map(print -> print.toString().substring(0, FINGERPRINT_SHOWN) + "…")
                                        .findFirst()
                                        .orElse("nothing was ever said under it")))
                .toList();
    }

    private static Map<Object, Object> held(Map<?, ?> told) {
        Map<Object, Object> held = new LinkedHashMap<>();
        held.put("log, unreadable from now on", text(told, "events"));
        held.putAll((Map<?, ?>) Objects.requireNonNull(told.get("held")));
        return held;
    }
}
