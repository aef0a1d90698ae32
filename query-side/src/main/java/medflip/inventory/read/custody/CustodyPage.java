package medflip.inventory.read.custody;

import static medflip.platform.document.DocumentText.date;
import static medflip.platform.document.DocumentText.moneyOrNull;
import static medflip.platform.document.DocumentText.month;
import static medflip.platform.document.DocumentText.reference;
import static medflip.platform.document.DocumentText.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import medflip.inventory.read.custody.Custody.CustodyStep;
import medflip.inventory.read.custody.CustodyStore.CustodyPaper;
import medflip.platform.document.Document;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.document.Document.Parties;
import medflip.platform.document.Document.Party;
import medflip.platform.document.Document.Table;

/** The way of a lot's boxes, to be printed. */
final class CustodyPage {

    private static final List<Column> COLUMNS = List.of(
            Column.text("Day", 15),
            Column.text("What", 22),
            Column.figures("Boxes", 9),
            Column.figures("Amount", 14),
            Column.text("With whom, what was said", 40));

    private CustodyPage() {}

    static Document of(CustodyPaper paper) {
        Custody custody = paper.custody();
        List<Part> parts = new ArrayList<>(List.of(
                new Facts(List.of(
                        new Fact("Lot", reference(custody.lotId())),
                        new Fact("Item", custody.item()),
                        new Fact("Lot number", custody.lotNumber()),
                        new Fact("Expires", month(custody.expiry())),
                        new Fact("Condition", words(custody.grade())),
                        new Fact("Purchase", reference(custody.dealId())))),
                new Parties(List.of(
                        new Party(
                                "Came from",
                                List.of(
                                        custody.customerName().isBlank()
                                                ? "Not known any more"
                                                : custody.customerName())),
                        paper.business())),
                new Heading("The way of these boxes"),
                new Table(
                        COLUMNS, custody.steps().stream().map(CustodyPage::row).toList(), List.of())));
        if (!custody.photos().isEmpty()) {
            parts.add(new Paragraph(custody.photos().size() + " photos of these boxes are kept with the purchase."));
        }
        return new Document("Chain of custody", "custody-" + reference(custody.lotId()), parts);
    }

    private static List<String> row(CustodyStep step) {
        return List.of(
                date(step.on()),
                words(step.kind()),
                step.boxes() == null ? "" : step.boxes().toString(),
                Objects.requireNonNullElse(moneyOrNull(step.amount()), ""),
                said(step));
    }

    private static String said(CustodyStep step) {
        String buyer = Objects.requireNonNullElse(step.buyer(), "");
        String detail = Objects.requireNonNullElse(step.detail(), "");
        return buyer.isEmpty() || detail.isEmpty() ? buyer + detail : buyer + ", " + detail;
    }
}
