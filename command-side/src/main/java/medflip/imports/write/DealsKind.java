package medflip.imports.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.events.SeedCatalog;
import medflip.imports.write.EarlierPurchases.Entry;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Payment;
import medflip.imports.write.Purchase.Resale;
import medflip.imports.write.Purchase.Seller;
import medflip.imports.write.Reading.Good;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.Texts;
import medflip.platform.text.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The ledger that a business kept before: a purchase a row, and for how much the boxes were sold on.
 *
 * <p>A row needs date, seller, item, quantity, expiry and amount paid; for a sale, all of buyer, date and amount. An
 * item that the catalog doesn't have is kept as typed: businesses buy more than the seed list knows.
 */
final class DealsKind implements Kind<Purchase> {

    static final Field DATE = Field.required(
            "date", "Date", "bought", "bought on", "date bought", "purchase date", "purchased", "Datum", "Fecha");
    static final Field SELLER = Field.required(
            "seller", "Seller", "name", "customer", "bought from", "seller name", "customer name", "Person");
    static final Field PHONE =
            Field.optional("phone", "Phone", "phone number", "cell", "mobile", "tel", "telephone", "phones");
    static final Field EMAIL = Field.optional("email", "Email", "e mail", "mail", "email address", "emails");
    static final Field SOURCE =
            Field.optional("source", "Source", "lead source", "lead", "referred by", "found us", "heard of us");
    static final Field ITEM = Field.required("item", "Item", "product", "description", "supplies", "product name");
    static final Field QUANTITY = Field.required("quantity", "Qty", "boxes", "count");
    static final Field EXPIRY =
            Field.required("expiry", "Exp", "expires", "expiration", "exp date", "expiry date", "expiration date");
    static final Field CONDITION = Field.optional("condition", "Cond", "grade");
    static final Field PAID =
            Field.required("paid", "Paid", "cost", "amount paid", "total paid", "price paid", "payout");
    static final Field METHOD =
            Field.optional("method", "How paid", "paid by", "paid with", "payment", "payment method");
    static final Field BUYER = Field.optional("buyer", "Sold to");
    static final Field SOLD_ON = Field.optional("soldOn", "Sold date", "sold on", "date sold", "sale date");
    static final Field SOLD_FOR = Field.optional("soldFor", "Sold for", "sale price", "sale amount", "proceeds");
    static final Field SHIPPING = Field.optional("shipping", "Ship", "label", "label cost", "postage", "shipping cost");
    static final Field REFERENCE = Field.optional(
            "reference", "Reference", "ref", "id", "number", "deal number", "purchase number", "receipt number");
    static final Field NOTES = Field.optional("notes", "Notes", "note", "comment", "comments", "remarks");

    private static final int ITEM_MAX = 200;
    private static final int BUYER_MAX = 120;
    private static final int LEAD_SOURCE_MAX = 80;
    private static final int QUANTITY_MAX = 100_000;

    private static final String NO_WHOLE_SALE = "A sale says to whom, when and for how much; this part is missing.";

    @Override
    public List<Field> fields() {
        return List.of(
                DATE, SELLER, PHONE, EMAIL, SOURCE, ITEM, QUANTITY, EXPIRY, CONDITION, PAID, METHOD, BUYER, SOLD_ON,
                SOLD_FOR, SHIPPING, REFERENCE, NOTES);
    }

    /** Where all that a row says is what it is known by, there is nothing to change. */
    @Override
    public List<Mode> modes() {
        return List.of(Mode.BOTH, Mode.CREATE, Mode.UPDATE);
    }

    @Override
    public List<MatchBy> matches() {
        return List.of(MatchBy.ROW, MatchBy.REFERENCE);
    }

    @Override
    public @Nullable Purchase read(RowReader row) {
        LocalDate boughtOn = row.required(DATE, row::day);
        Seller seller = seller(row);
        String item = row.required(ITEM, DealsKind::item);
        Integer quantity = row.required(QUANTITY, RowReader.whole("A quantity", QUANTITY_MAX));
        YearMonth expiry = row.required(EXPIRY, row::month);
        Grade grade = row.parsed(CONDITION, TradeWords::grade);
        Money paid = row.required(PAID, row::money);
        Payment payment = row.parsed(METHOD, TradeWords::payment);
        Money shipping = row.optional(SHIPPING, row::money);
        Resale resale = resale(row);
        PersonalText note = row.optional(NOTES, PersonalText::parse);
        String reference = row.reference(REFERENCE);
        if (boughtOn != null && expiry != null && expiry.isBefore(YearMonth.from(boughtOn))) {
            row.fault(EXPIRY, "These boxes had expired when they were bought.");
        }
        if (boughtOn != null && resale != null && resale.soldOn().isBefore(boughtOn)) {
            row.fault(SOLD_ON, "These boxes were sold before they were bought.");
        }
        if (expiry != null && resale != null && YearMonth.from(resale.soldOn()).isAfter(expiry)) {
            row.fault(SOLD_ON, "These boxes had expired when they were sold.");
        }
        if (boughtOn == null
                || seller == null
                || item == null
                || quantity == null
                || expiry == null
                || grade == null
                || paid == null
                || payment == null) {
            return null;
        }
        return new Purchase(
                boughtOn,
                seller,
                item,
                quantity,
                expiry,
                grade,
                paid,
                payment,
                shipping == null ? Money.zero(paid.currency()) : shipping,
                resale,
                note,
                reference);
    }

    /** The rows of one person, in their order; people are found over all rows. */
    @Override
    public List<List<Good<Purchase>>> together(List<Good<Purchase>> rows) {
        List<Person> people = people(rows);
        Map<Person, List<Good<Purchase>>> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byPerson.computeIfAbsent(people.get(i), person -> new ArrayList<>()).add(rows.get(i));
        }
        return List.copyOf(byPerson.values());
    }

    @Override
    public Entering<Purchase> entering(Books books, List<Good<Purchase>> rows) {
        List<Person> people = people(rows);
        List<String> keys = books.keys().of(rows.stream().map(Good::content).toList());
        Map<Integer, Entry> entries = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int number = rows.get(i).number();
            entries.put(number, new Entry(number, keys.get(i), rows.get(i).content(), people.get(i)));
        }
        return new OneOfEachReference<>(new Bookkeeper(books, entries), rows, Purchase::reference);
    }

    private static List<Person> people(List<Good<Purchase>> rows) {
        return People.of(rows.stream().map(row -> row.content().seller()).toList());
    }

    private static @Nullable Seller seller(RowReader row) {
        PersonName name = row.required(SELLER, PersonName::parse);
        PhoneNumber phone = row.optional(PHONE, PhoneNumbers::parse);
        EmailAddress email = row.optional(EMAIL, EmailAddress::parse);
        String source = row.optional(SOURCE, DealsKind::leadSource);
        return name == null ? null : new Seller(name, phone, email, source);
    }

    /** A sale says to whom, when and for how much, or nothing of it. */
    private static @Nullable Resale resale(RowReader row) {
        if (row.isBlank(BUYER) && row.isBlank(SOLD_ON) && row.isBlank(SOLD_FOR)) {
            return null;
        }
        String buyer = row.required(BUYER, text -> Texts.line("A buyer", text, BUYER_MAX), NO_WHOLE_SALE);
        LocalDate soldOn = row.required(SOLD_ON, row::day, NO_WHOLE_SALE);
        Money proceeds = row.required(SOLD_FOR, row::money, NO_WHOLE_SALE);
        return buyer == null || soldOn == null || proceeds == null ? null : new Resale(buyer, soldOn, proceeds);
    }

    private static String item(String text) {
        String typed = Texts.line("An item", text, ITEM_MAX);
        return SeedCatalog.find(typed).map(ProductVariant::name).orElse(typed);
    }

    /** One form for {@code craigslist } and {@code Craigslist}: spaces folded, the first letter large. */
    static String leadSource(String text) {
        String source = Texts.line("A lead source", text, LEAD_SOURCE_MAX);
        return source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
    }
}
