package medflip.deals.read.deals;

import static medflip.platform.document.DocumentText.date;
import static medflip.platform.document.DocumentText.dateOrNull;
import static medflip.platform.document.DocumentText.money;
import static medflip.platform.document.DocumentText.moneyOrNull;
import static medflip.platform.document.DocumentText.reference;
import static medflip.platform.document.DocumentText.words;

import java.util.List;
import medflip.deals.read.deals.Deal.Payout;
import medflip.deals.read.deals.PapersStore.DealPaper;
import medflip.platform.document.Document;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Heading;
import medflip.platform.document.Document.Paragraph;
import medflip.platform.document.Document.Parties;
import medflip.platform.document.Document.Signatures;

/** That money was paid to a seller: how much, how, when and what for. */
final class PayoutReceipt {

    private PayoutReceipt() {}

    /** Of a payout that was made. */
    static Document of(DealPaper paper, Payout payout) {
        Deal deal = paper.deal();
        String purchase = reference(deal.item().id());
        return new Document(
                "Payment receipt",
                "receipt-" + payout.paidOn() + "-" + reference(payout.payoutId()),
                List.of(
                        new Facts(List.of(
                                new Fact("Receipt", reference(payout.payoutId())),
                                new Fact("Paid on", date(payout.paidOn())),
                                new Fact("Amount", money(payout.amount())),
                                new Fact("Paid by", words(payout.method())),
                                new Fact("Reference", payout.reference()),
                                new Fact("Arrived on", dateOrNull(payout.confirmedOn())))),
                        new Parties(List.of(paper.seller(), paper.business())),
                        new Heading("What it was paid for"),
                        new Facts(List.of(
                                new Fact("Purchase", purchase),
                                new Fact("Agreed on", dateOrNull(deal.agreedOn())),
                                new Fact("Boxes", String.valueOf(deal.item().boxes())),
                                new Fact("Price", moneyOrNull(deal.agreed())),
                                new Fact("Paid in all", money(deal.item().paid())),
                                new Fact("Still owed", money(deal.item().owed())))),
                        new Paragraph(deal.item().items()),
                        new Signatures(List.of("Received by, signature and date"))));
    }
}
