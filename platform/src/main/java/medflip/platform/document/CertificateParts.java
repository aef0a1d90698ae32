package medflip.platform.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.document.Document.Table;
import medflip.platform.privacy.Signer.Signed;
import org.jspecify.annotations.Nullable;

/** What every certificate of an erasure says on paper: the same as its signed JSON does. */
public final class CertificateParts {

    private CertificateParts() {}

    /**
     * The certificate on paper.
     *
     * @param number by which its file is called
     * @param said what is said of this erasure alone; what is of all follows
     */
    public static Document document(String number, List<Part> said, Map<?, ?> told, Signed signed) {
        List<Part> parts = new ArrayList<>(said);
        parts.addAll(scanned(told));
        parts.addAll(elsewhere(told));
        parts.addAll(signature(signed));
        return new Document("Certificate of erasure", "erasure-" + number, parts);
    }

    /** What was looked through, after everything was let go of. */
    private static List<Part> scanned(Map<?, ?> told) {
        Map<?, ?> scan = (Map<?, ?>) Objects.requireNonNull(told.get("scan"));
        return List.of(
                new Heading("What was looked through afterwards"),
                new Facts(List.of(
                        fact("Tables", scan, "tables"),
                        fact("Values looked for", scan, "values"),
                        fact("Also said of others", scan, "alsoOfOthers"),
                        fact("Found", scan, "found"),
                        fact("Gone from backups on", told, "backupsGoneOn"))));
    }

    /** What other services did; nothing in a certificate of before that was asked. */
    private static List<Part> elsewhere(Map<?, ?> told) {
        if (!(told.get("elsewhere") instanceof List<?> services) || services.isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(List.of(new Heading("At other services")));
        List<List<String>> rows = new ArrayList<>();
        for (Object service : services) {
            Map<?, ?> one = (Map<?, ?>) service;
            rows.add(List.of(text(one, "service"), text(one, "deleted"), text(one, "refused")));
        }
        parts.add(new Table(
                List.of(Column.text("Service", 3), Column.figures("Deleted", 1), Column.figures("Given up", 1)),
                rows,
                List.of()));
        for (Object service : services) {
            Map<?, ?> one = (Map<?, ?>) service;
            if (one.get("remark") != null) {
                parts.add(new Paragraph(text(one, "service") + ": " + one.get("remark")));
            }
        }
        return parts;
    }

    /** Who vouches for it, and how that is checked without asking the service. */
    private static List<Part> signature(Signed signed) {
        return List.of(
                new Heading("Signature"),
                new Paragraph("Ed25519 over the certificate in its JSON form: " + signed.signature()),
                new Paragraph("Public key: " + signed.publicKey()),
                new Paragraph(
                        "Any program that knows Ed25519 (RFC 8032) checks it. The service publishes its keys under"
                                + " /api/signing-keys."));
    }

    /** How many there were of each. */
    public static Table counts(String each, String things, Map<?, ?> counts) {
        return new Table(
                List.of(Column.text(each, 3), Column.figures(things, 1)),
                counts.entrySet().stream()
                        .map(count -> List.of(
                                count.getKey().toString(), count.getValue().toString()))
                        .toList(),
                List.of());
    }

    /** A value of the certificate under a label. */
    public static Fact fact(String label, Map<?, ?> of, String name) {
        return new Fact(label, text(of, name));
    }

    /** A value as words. */
    public static String text(Map<?, ?> of, String name) {
        @Nullable Object value = of.get(name);
        return String.valueOf(value).replace('_', ' ');
    }
}
