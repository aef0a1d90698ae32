package medflip.imports.write;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a ledger can mean, and what people call it. */
enum Column {
    DATE("date", "Date", true, "bought, bought on, date bought, purchase date, purchased"),
    SELLER("seller", "Seller", true, "name, customer, bought from, seller name, customer name"),
    PHONE("phone", "Phone", false, "phone number, cell, mobile, tel, telephone"),
    EMAIL("email", "Email", false, "e mail, mail, email address"),
    SOURCE("source", "Source", false, "lead source, lead, referred by, found us"),
    ITEM("item", "Item", true, "product, description, supplies"),
    QUANTITY("quantity", "Qty", true, "quantity, boxes, count"),
    EXPIRY("expiry", "Exp", true, "expiry, expires, expiration, exp date, expiry date, expiration date"),
    CONDITION("condition", "Cond", false, "condition, grade"),
    PAID("paid", "Paid", true, "cost, amount paid, total paid, price paid, payout"),
    METHOD("method", "How paid", false, "method, paid by, paid with, payment, payment method"),
    BUYER("buyer", "Sold to", false, "buyer"),
    SOLD_ON("soldOn", "Sold date", false, "sold on, date sold, sale date"),
    SOLD_FOR("soldFor", "Sold for", false, "sale price, sale amount, proceeds"),
    SHIPPING("shipping", "Ship", false, "shipping, label, label cost, postage, shipping cost"),
    NOTES("notes", "Notes", false, "note, comment, comments, remarks");

    private static final Map<String, Column> BY_NAME = byName();

    private final String word;
    private final String heading;
    private final boolean required;
    private final String synonyms;

    Column(String word, String heading, boolean required, String synonyms) {
        this.word = word;
        this.heading = heading;
        this.required = required;
        this.synonyms = synonyms;
    }

    /** What the API calls this meaning. */
    String word() {
        return word;
    }

    /** The heading that a newcomer would write. */
    String heading() {
        return heading;
    }

    static List<Column> required() {
        return Arrays.stream(values()).filter(column -> column.required).toList();
    }

    /** Finds the meaning of a heading; case, spaces and punctuation don't matter. */
    static Optional<Column> of(String heading) {
        return Optional.ofNullable(BY_NAME.get(fold(heading)));
    }

    private static Map<String, Column> byName() {
        Map<String, Column> names = new HashMap<>();
        for (Column column : values()) {
            names.put(fold(column.heading), column);
            for (String synonym : column.synonyms.split(", ")) {
                names.put(synonym, column);
            }
        }
        return Map.copyOf(names);
    }

    private static String fold(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
