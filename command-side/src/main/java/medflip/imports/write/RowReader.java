package medflip.imports.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.events.SeedCatalog;
import medflip.imports.write.Purchase.Payment;
import medflip.imports.write.Purchase.Resale;
import medflip.imports.write.Purchase.Seller;
import medflip.imports.write.Sheet.Row;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.Texts;
import medflip.platform.text.LooseDates;
import medflip.platform.text.LooseMoney;
import medflip.platform.text.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row, and finds all its faults at once.
 *
 * <p>A row is at fault where the books need something that is missing or impossible: date, seller, item, quantity,
 * expiry, amount paid; for a sale, all of buyer, date and amount; and where something is written that we can't make out
 * (a phone number, an e-mail address, a condition), since dropping it would lose what the business knows. Everything
 * else is only brought into one form. An item that the catalog doesn't have is kept as typed: businesses buy more than
 * the seed list knows.
 */
final class RowReader {

    private static final int ITEM_MAX = 200;
    private static final int BUYER_MAX = 120;
    private static final int LEAD_SOURCE_MAX = 80;
    private static final int QUANTITY_MAX = 100_000;

    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.0*)?");
    private static final Pattern TOTALS = Pattern.compile("(?i)(grand |sub ?|sub-)?totals?\\b.*|sum\\b.*");

    private final Row row;
    private final List<String> headings;
    private final Map<Column, Integer> places;
    private final List<Fault> faults = new ArrayList<>();

    RowReader(Row row, List<String> headings, Map<Column, Integer> places) {
        this.row = row;
        this.headings = headings;
        this.places = places;
    }

    /** The faults that {@link #read} found. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What the row says; null exactly where there are faults. */
    @Nullable
    Purchase read() {
        if (row.isEmpty()) {
            faults.add(new Fault(headings.getFirst(), "", "This row is empty."));
            return null;
        }
        if (isTotals()) {
            faults.add(new Fault(headings.getFirst(), firstCell(), "This is a totals row, not a deal."));
            return null;
        }
        if (hasStrayCells()) {
            faults.add(new Fault(
                    headings.getLast(),
                    row.cell(headings.size()),
                    "This row has more cells than there are headings. Put quotation marks around cells with commas."));
            return null;
        }
        LocalDate boughtOn = required(Column.DATE, LooseDates::day);
        Seller seller = seller();
        String item = required(Column.ITEM, RowReader::item);
        Integer quantity = required(Column.QUANTITY, RowReader::quantity);
        YearMonth expiry = required(Column.EXPIRY, LooseDates::month);
        Grade grade = parsed(Column.CONDITION, TradeWords::grade);
        Money paid = required(Column.PAID, LooseMoney::parse);
        Payment payment = parsed(Column.METHOD, TradeWords::payment);
        Money shipping = optional(Column.SHIPPING, LooseMoney::parse);
        Resale resale = resale();
        PersonalText note = optional(Column.NOTES, PersonalText::parse);
        if (boughtOn != null && expiry != null && expiry.isBefore(YearMonth.from(boughtOn))) {
            fault(Column.EXPIRY, "These boxes had expired when they were bought.");
        }
        if (boughtOn != null && resale != null && resale.soldOn().isBefore(boughtOn)) {
            fault(Column.SOLD_ON, "These boxes were sold before they were bought.");
        }
        if (expiry != null && resale != null && YearMonth.from(resale.soldOn()).isAfter(expiry)) {
            fault(Column.SOLD_ON, "These boxes had expired when they were sold.");
        }
        if (!faults.isEmpty()
                || boughtOn == null
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
                note);
    }

    private @Nullable Seller seller() {
        PersonName name = required(Column.SELLER, PersonName::parse);
        PhoneNumber phone = optional(Column.PHONE, PhoneNumbers::parse);
        EmailAddress email = optional(Column.EMAIL, EmailAddress::parse);
        String source = optional(Column.SOURCE, RowReader::leadSource);
        return name == null ? null : new Seller(name, phone, email, source);
    }

    /** A sale says to whom, when and for how much, or nothing of it. */
    private @Nullable Resale resale() {
        if (text(Column.BUYER).isBlank()
                && text(Column.SOLD_ON).isBlank()
                && text(Column.SOLD_FOR).isBlank()) {
            return null;
        }
        String buyer = required(Column.BUYER, text -> Texts.line("A buyer", text, BUYER_MAX));
        LocalDate soldOn = required(Column.SOLD_ON, LooseDates::day);
        Money proceeds = required(Column.SOLD_FOR, LooseMoney::parse);
        return buyer == null || soldOn == null || proceeds == null ? null : new Resale(buyer, soldOn, proceeds);
    }

    private boolean isTotals() {
        return text(Column.SELLER).isBlank()
                && text(Column.ITEM).isBlank()
                && TOTALS.matcher(firstCell()).matches();
    }

    private String firstCell() {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    private boolean hasStrayCells() {
        return row.cells().stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank());
    }

    private <T> @Nullable T required(Column column, Function<String, T> parse) {
        if (text(column).isBlank()) {
            fault(
                    column,
                    column == Column.BUYER || column == Column.SOLD_ON || column == Column.SOLD_FOR
                            ? "A sale says to whom, when and for how much; this part is missing."
                            : "This can't be left empty.");
            return null;
        }
        return parsed(column, parse);
    }

    private <T> @Nullable T optional(Column column, Function<String, T> parse) {
        return text(column).isBlank() ? null : parsed(column, parse);
    }

    private <T> @Nullable T parsed(Column column, Function<String, T> parse) {
        try {
            return parse.apply(text(column));
        } catch (IllegalArgumentException e) {
            fault(column, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void fault(Column column, String reason) {
        Integer place = places.get(column);
        faults.add(new Fault(place == null ? column.heading() : headings.get(place), text(column), reason));
    }

    private String text(Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    private static String item(String text) {
        String typed = Texts.line("An item", text, ITEM_MAX);
        return SeedCatalog.find(typed).map(ProductVariant::name).orElse(typed);
    }

    private static int quantity(String text) {
        var number = QUANTITY.matcher(text.strip());
        int quantity = number.matches() ? Integer.parseInt(number.group(1).replace(",", "")) : 0;
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw new IllegalArgumentException("A quantity is a whole number, 1 to " + QUANTITY_MAX + ".");
        }
        return quantity;
    }

    /** One form for {@code craigslist } and {@code Craigslist}: spaces folded, the first letter large. */
    private static String leadSource(String text) {
        String source = Texts.line("A lead source", text, LEAD_SOURCE_MAX);
        return source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
    }
}
