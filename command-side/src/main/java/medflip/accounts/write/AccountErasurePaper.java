package medflip.accounts.write;

import static medflip.platform.document.CertificateParts.counts;
import static medflip.platform.document.CertificateParts.fact;
import static medflip.platform.document.CertificateParts.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import medflip.platform.document.CertificateParts;
import medflip.platform.document.Document;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.privacy.Signer.Signed;
import tools.jackson.databind.json.JsonMapper;

/** That a business was erased, on paper: the same as the signed certificate says, and how it is checked. */
final class AccountErasurePaper {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AccountErasurePaper() {}

    static Document of(Signed signed) {
        Map<?, ?> told = JSON.readValue(signed.text(), Map.class);
        List<Part> said = List.of(
                new Paragraph(
                        "All keys of this business and of everybody whom it knew were destroyed, and every row that"
                                + " it had was deleted. What its log still holds can't be read by anybody."),
                new Facts(List.of(
                        fact("Business", told, "business"),
                        fact("Closed on", told, "closedOn"),
                        fact("Begun on", told, "begunOn"),
                        fact("Nothing could be written from", told, "fencedAt"),
                        fact("Completed at", told, "completedAt"),
                        fact("Keys destroyed", told, "destroyedKeys"),
                        fact("SHA-256 over their fingerprints", told, "keysDigest"))),
                new Heading("Rows deleted"),
                counts("Table", "Rows", (Map<?, ?>) Objects.requireNonNull(told.get("rows"))));
        return CertificateParts.document(text(told, "business"), said, told, signed);
    }
}
