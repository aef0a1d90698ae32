package medflip.deals.read.deals;

import static medflip.platform.document.DocumentText.date;
import static medflip.platform.document.DocumentText.money;
import static medflip.platform.document.DocumentText.moneyOrNull;
import static medflip.platform.document.DocumentText.month;
import static medflip.platform.document.DocumentText.reference;
import static medflip.platform.document.DocumentText.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Attestation;
import medflip.deals.events.Outcome;
import medflip.deals.read.deals.Deal.Found;
import medflip.deals.read.deals.Deal.Payout;
import medflip.deals.read.deals.Deal.PayoutState;
import medflip.deals.read.deals.PapersStore.DealPaper;
import medflip.kernel.Money;
import medflip.platform.document.Document;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Part;
import medflip.platform.document.Document.Parties;
import medflip.platform.document.Document.Signatures;
import medflip.platform.document.Document.Table;
import org.jspecify.annotations.Nullable;

/** What was bought from whom for how much, and what the seller said to be true. */
final class BillOfSale {

    private static final List<Column> COLUMNS = List.of(
            Column.text("Item", 40),
            Column.text("Expires", 13),
            Column.text("Condition", 16),
            Column.figures("Boxes", 9),
            Column.figures("Each", 13),
            Column.figures("Amount", 15));

    private BillOfSale() {}

    /** Of a deal that was agreed on. */
    static Document of(DealPaper paper) {
        Deal deal = paper.deal();
        Money agreed = Objects.requireNonNull(deal.agreed(), "agreed");
        String reference = reference(deal.item().id());
        List<Part> parts = new ArrayList<>(List.of(
                new Facts(List.of(
                        new Fact("Purchase", reference),
                        new Fact("Date", date(Objects.requireNonNull(deal.agreedOn(), "agreed"))))),
                new Parties(List.of(paper.seller(), paper.business())),
                new Table(COLUMNS, rows(deal), List.of(new Fact("Total", money(agreed)))),
                new Paragraph("The seller sells these goods to the buyer for the total above."),
                new Heading("The seller's statement"),
                new Paragraph(statement(deal))));
        List<Part> paid = deal.payouts().stream()
                .filter(payout -> isPaid(payout.state()))
                .<Part>map(payout -> new Facts(List.of(new Fact(date(payout.paidOn()), payment(payout)))))
                .toList();
        if (!paid.isEmpty()) {
            parts.add(new Heading("Payment"));
            parts.addAll(paid);
        }
        parts.add(new Signatures(List.of("Seller's signature and date", "For the buyer, signature and date")));
        return new Document("Bill of sale", "bill-of-sale-" + deal.agreedOn() + "-" + reference, parts);
    }

    /** What went to stock alone was bought. Of a past purchase only the whole price is known. */
    private static List<List<String>> rows(Deal deal) {
        return deal.lines().stream()
                .flatMap(line -> line.found().stream()
                        .filter(found -> found.outcome() == Outcome.STOCK)
                        .map(found -> row(line.item(), found)))
                .toList();
    }

    private static List<String> row(String item, Found found) {
        Money each = found.unitPrice();
        return List.of(
                item,
                month(found.expiry()),
                found.grade() == null ? "" : words(found.grade()),
                String.valueOf(found.quantity()),
                Objects.requireNonNullElse(moneyOrNull(each), ""),
                each == null ? "" : money(found.total()));
    }

    private static String statement(Deal deal) {
        String version = deal.attestationVersion();
        if (version == null || deal.acceptedOn() == null) {
            return "None is on record: this purchase is from before the books were kept here.";
        }
        return "\u201c%s\u201d\nConfirmed on %s %s (text of %s)."
                .formatted(Attestation.text(version), date(deal.acceptedOn()), by(deal.acceptedBy()), version);
    }

    private static String by(@Nullable AcceptedBy by) {
        return by == AcceptedBy.LINK ? "by the seller, by a private link" : "by the seller to the buyer";
    }

    private static String payment(Payout payout) {
        return Stream.of(money(payout.amount()), words(payout.method()), payout.reference())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    static boolean isPaid(PayoutState state) {
        return state == PayoutState.SENT || state == PayoutState.CONFIRMED;
    }
}
