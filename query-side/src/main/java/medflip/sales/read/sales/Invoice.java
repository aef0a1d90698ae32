package medflip.sales.read.sales;

import static medflip.platform.document.DocumentText.date;
import static medflip.platform.document.DocumentText.dateOrNull;
import static medflip.platform.document.DocumentText.each;
import static medflip.platform.document.DocumentText.joined;
import static medflip.platform.document.DocumentText.money;
import static medflip.platform.document.DocumentText.month;
import static medflip.platform.document.DocumentText.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import medflip.kernel.Money;
import medflip.platform.document.Document;
import medflip.platform.document.Document.Column;
import medflip.platform.document.Document.Fact;
import medflip.platform.document.Document.Facts;
import medflip.platform.document.Document.Parties;
import medflip.platform.document.Document.Table;
import medflip.sales.read.sales.InvoiceStore.Invoiced;
import medflip.sales.read.sales.Sale.BuyerReceipt;
import medflip.sales.read.sales.Sale.SoldLine;

/** What a buyer owes for which boxes, what it took off, and what it has paid so far. */
final class Invoice {

    private static final List<Column> COLUMNS = List.of(
            Column.text("Item", 40),
            Column.text("Expires", 13),
            Column.text("Condition", 16),
            Column.figures("Boxes", 9),
            Column.figures("Each", 13),
            Column.figures("Amount", 15));

    private Invoice() {}

    /** Of a sale whose invoice has its number. */
    static Document of(Invoiced invoiced) {
        Sale sale = invoiced.sale();
        int number = Objects.requireNonNull(sale.item().invoiceNumber(), "invoice number");
        return new Document(
                "Invoice " + number,
                "invoice-" + number,
                List.of(
                        new Facts(List.of(
                                new Fact("Invoice", String.valueOf(number)),
                                new Fact("Date", dateOrNull(sale.invoicedOn())),
                                new Fact("Due", dateOrNull(sale.item().dueOn())),
                                new Fact("Shipped", dateOrNull(sale.shippedOn())),
                                new Fact("Carrier", sale.carrier()),
                                new Fact("Tracking number", sale.tracking()))),
                        new Parties(List.of(invoiced.buyer(), invoiced.business())),
                        new Table(COLUMNS, rows(sale), sums(sale))));
    }

    private static List<List<String>> rows(Sale sale) {
        return sale.lines().stream().flatMap(Invoice::rows).toList();
    }

    /** What was taken off a line stands below it. */
    private static Stream<List<String>> rows(SoldLine line) {
        List<String> sold = List.of(
                line.item(),
                month(line.expiry()),
                words(line.grade()),
                String.valueOf(line.quantity()),
                each(line.price(), line.quantity()),
                money(line.price()));
        if (!line.deducted().isPositive()) {
            return Stream.of(sold);
        }
        String why = line.rejected() == 0 ? "Deduction" : "Deduction, " + line.rejected() + " rejected";
        return Stream.of(
                sold, List.of(why, "", "", "", "", money(line.deducted().times(-1))));
    }

    private static List<Fact> sums(Sale sale) {
        List<Fact> sums = new ArrayList<>();
        if (sale.deducted().isPositive()) {
            sums.add(new Fact("Price", money(sale.price())));
            sums.add(new Fact("Deductions", money(sale.deducted().times(-1))));
        }
        Money total = sale.price().minus(sale.deducted());
        sums.add(new Fact("Total", money(total)));
        for (BuyerReceipt receipt : sale.receipts()) {
            if (receipt.undoneOn() == null) {
                String paid = joined(", ", "Paid " + date(receipt.receivedOn()), words(receipt.method()));
                sums.add(new Fact(paid, money(receipt.amount().times(-1))));
            }
        }
        sums.add(new Fact("Amount due", money(total.minus(sale.received()))));
        return sums;
    }
}
