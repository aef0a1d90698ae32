package medflip.catalog.write;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medflip.catalog.events.Prices.TierPrice;
import medflip.kernel.Money;
import medflip.platform.text.LooseMoney;
import org.jspecify.annotations.Nullable;

/**
 * A price list as people have it: a spreadsheet's CSV with a column for each tier, or lines as buyers send them by
 * message, {@code OneTouch Verio 50 - 8+ 22, 5-7 15}. Months that stand alone in a line ({@code 8+ / 5-7}) are meant
 * for the bare prices of the lines below it. A second price, {@code 8+ 22/11} or {@code 8+ 22 damaged 11}, and in a
 * table a column {@code 8+ damaged}, is what slightly damaged boxes are worth.
 */
record PriceSheet(List<Line> lines) {

    private static final int TEXT_MAX = 200_000;
    private static final int LINES_MAX = 5_000;

    private static final String MONTHS =
            "(?<![\\w.])(?<from>\\d{1,2})\\s*(?:(?:months?|mos?|m)?\\s*\\+|(?:[-\\u2013]| to )(?<to>\\d{1,2}))\\s*(?:months?|mos?|m\\b)?";
    private static final String PRICE = "\\$?\\s*(?<price>\\d{1,5}(?:\\.\\d{1,2})?)(?![\\w.+])";
    private static final String DAMAGED_WORD = "(?:slight(?:ly)?\\s+)?(?:damaged?|dmg|dings?|dinged)";

    /** A slash before other months only separates them from the price. */
    private static final String DAMAGED = "(?:\\s*(?:/|[,(]?\\s*" + DAMAGED_WORD
            + "\\s*:?)\\s*\\$?\\s*(?<damaged>\\d{1,5}(?:\\.\\d{1,2})?)"
            + "(?![\\w.]|\\s*\\+|\\s*[-\\u2013]\\s*\\d|\\s+to\\s|\\s*(?:months?|mos?|m)\\b)\\)?)?";

    private static final Pattern TIER = Pattern.compile("(?i)" + MONTHS);
    private static final Pattern TIER_PRICE = Pattern.compile("(?i)" + MONTHS + "\\s*[:=@-]?\\s*" + PRICE + DAMAGED);
    private static final Pattern BARE_PRICES = Pattern.compile("(?:[\\s,/|:-]+\\$?\\d{1,5}(?:\\.\\d{1,2})?)+\\s*$");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;:/|=@*\\u2022\\u2013-]+");
    private static final Pattern ITEM_HEADING = Pattern.compile("(?i)\\W*(item|product|name)s?\\W*");
    private static final Pattern TIER_HEADING =
            Pattern.compile("(?i)\\s*(?<from>\\d{1,2})\\s*(\\+|[-\\u2013]\\d{1,2}|months?|mos?|m)*\\s*(?<damaged>"
                    + DAMAGED_WORD + ")?\\s*");

    /**
     * One line as it was written and as it is understood.
     *
     * @param number of the line, from 1
     * @param fault why it can't be taken, in words for a person; without one it can
     */
    record Line(
            int number,
            String text,
            @Nullable UUID productId,
            @Nullable String item,
            List<TierPrice> tiers,
            @Nullable String fault) {}

    /** A column of a table. */
    private record Heading(int fromMonths, boolean damaged) {

        static Heading of(String cell) {
            Matcher found = TIER_HEADING.matcher(cell);
            return found.matches()
                    ? new Heading(Integer.parseInt(found.group("from")), found.group("damaged") != null)
                    : new Heading(0, false);
        }
    }

    /** What a line says. */
    private record Said(String item, List<TierPrice> tiers) {}

    static String checked(String text) {
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException("A price list has at most " + TEXT_MAX + " characters.");
        }
        return text;
    }

    static PriceSheet read(String text, ProductNames products) {
        List<Line> lines = isTable(text) ? table(text, products) : messages(text, products);
        return new PriceSheet(onceEach(lines.subList(0, Math.min(lines.size(), LINES_MAX))));
    }

    private static boolean isTable(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.split("[,;\\t]", -1))
                .filter(cells -> cells.length > 1
                        && ITEM_HEADING.matcher(cells[0]).matches()
                        && Stream.of(cells)
                                .skip(1)
                                .allMatch(cell ->
                                        TIER_HEADING.matcher(unquoted(cell)).matches()))
                .isPresent();
    }

    private static List<Line> table(String text, ProductNames products) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElseThrow();
        char delimiter = heading.contains("\t") ? '\t' : heading.contains(";") ? ';' : ',';
        List<Heading> headings = Stream.of(heading.split(String.valueOf(delimiter), -1))
                .skip(1)
                .map(PriceSheet::unquoted)
                .map(Heading::of)
                .toList();
        List<Line> lines = new ArrayList<>();
        try (Stream<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()) {
            rows.skip(1)
                    .forEach(row -> lines.add(line(
                            (int) row.getStartingLineNumber(),
                            String.join(" ", row.getFields()).strip(),
                            products,
                            written -> row(row.getFields(), headings))));
        } catch (CsvParseException e) {
            lines.add(new Line(1, heading, null, null, List.of(), "This is no CSV: a quotation mark is left open."));
        }
        return lines;
    }

    private static Said row(List<String> cells, List<Heading> headings) {
        List<TierPrice> tiers = new ArrayList<>();
        Map<Integer, Money> damaged = new HashMap<>();
        for (int i = 0; i < headings.size() && i + 1 < cells.size(); i++) {
            if (!cells.get(i + 1).isBlank()) {
                Money price = LooseMoney.parse(cells.get(i + 1));
                if (headings.get(i).damaged()) {
                    damaged.put(headings.get(i).fromMonths(), price);
                } else {
                    tiers.add(new TierPrice(headings.get(i).fromMonths(), price));
                }
            }
        }
        List<TierPrice> whole = tiers.stream()
                .map(tier -> new TierPrice(tier.fromMonths(), tier.price(), damaged.remove(tier.fromMonths())))
                .toList();
        if (!damaged.isEmpty()) {
            throw new IllegalArgumentException("There is a price for damaged boxes, and none for perfect ones.");
        }
        return new Said(cells.getFirst(), whole);
    }

    private static List<Line> messages(String text, ProductNames products) {
        List<Line> lines = new ArrayList<>();
        List<Integer> usual = List.of();
        int number = 0;
        for (String written : text.lines().toList()) {
            number++;
            List<Integer> alone = monthsAlone(written);
            if (!alone.isEmpty()) {
                usual = alone;
            } else if (!SEPARATORS.matcher(written).replaceAll("").isEmpty()) {
                List<Integer> months = usual;
                lines.add(line(number, written.strip(), products, line -> message(line, months)));
            }
        }
        return lines;
    }

    private static List<Integer> monthsAlone(String written) {
        String rest = TIER.matcher(written).replaceAll("");
        return SEPARATORS.matcher(rest).replaceAll("").isEmpty()
                ? TIER.matcher(written)
                        .results()
                        .map(found -> Integer.parseInt(found.group("from")))
                        .toList()
                : List.of();
    }

    private static Said message(String written, List<Integer> usual) {
        List<MatchResult> found = TIER_PRICE.matcher(written).results().toList();
        if (found.isEmpty()) {
            return bare(written, usual);
        }
        String rest = TIER_PRICE
                .matcher(written.substring(found.getFirst().start()))
                .replaceAll("")
                .replaceAll("(?i)\\b(each|ea|per box|a box|months?|mos?)\\b", "");
        String unread = SEPARATORS.matcher(rest).replaceAll(" ").strip();
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    "“" + unread + "” isn't understood. Write it like: item - 8+ 22, 5-7 15");
        }
        return new Said(
                written.substring(0, found.getFirst().start()),
                found.stream()
                        .map(tier -> new TierPrice(
                                Integer.parseInt(tier.group("from")),
                                LooseMoney.parse(tier.group("price")),
                                tier.group("damaged") == null ? null : LooseMoney.parse(tier.group("damaged"))))
                        .toList());
    }

    private static Said bare(String written, List<Integer> usual) {
        Matcher prices = BARE_PRICES.matcher(written);
        List<MatchResult> numbers =
                prices.find() ? NUMBER.matcher(prices.group()).results().toList() : List.of();
        if (usual.isEmpty() || numbers.size() < usual.size()) {
            throw new IllegalArgumentException("There are no months and prices. Write it like: item - 8+ 22, 5-7 15");
        }
        List<MatchResult> last = numbers.subList(numbers.size() - usual.size(), numbers.size());
        List<TierPrice> tiers = new ArrayList<>();
        for (int i = 0; i < usual.size(); i++) {
            tiers.add(new TierPrice(usual.get(i), LooseMoney.parse(last.get(i).group())));
        }
        return new Said(written.substring(0, prices.start() + last.getFirst().start()), tiers);
    }

    private static Line line(int number, String text, ProductNames products, Function<String, Said> read) {
        try {
            Said said = read.apply(text);
            ProductNames.Named product = products.find(said.item());
            return new Line(number, text, product.id().local(), product.name(), ordered(said.tiers()), null);
        } catch (IllegalArgumentException fault) {
            return new Line(number, text, null, null, List.of(), fault.getMessage());
        }
    }

    private static List<TierPrice> ordered(List<TierPrice> tiers) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("There is no price in this line.");
        }
        if (tiers.stream().map(TierPrice::fromMonths).distinct().count() < tiers.size()) {
            throw new IllegalArgumentException("The same months stand here twice.");
        }
        if (tiers.stream().map(TierPrice::price).noneMatch(Money::isPositive)) {
            throw new IllegalArgumentException("A price is more than nothing.");
        }
        if (tiers.stream()
                .anyMatch(tier -> tier.damaged() != null && tier.damaged().compareTo(tier.price()) > 0)) {
            throw new IllegalArgumentException("Damaged boxes are worth more here than perfect ones.");
        }
        return tiers.stream()
                .sorted(Comparator.comparingInt(TierPrice::fromMonths).reversed())
                .toList();
    }

    /** Of two lines for one product the second is at fault: which of them is meant, only a person knows. */
    private static List<Line> onceEach(List<Line> lines) {
        Map<UUID, Integer> seen = new HashMap<>();
        return lines.stream()
                .map(line -> {
                    Integer earlier =
                            line.productId() == null ? null : seen.putIfAbsent(line.productId(), line.number());
                    return earlier == null
                            ? line
                            : new Line(
                                    line.number(),
                                    line.text(),
                                    null,
                                    line.item(),
                                    List.of(),
                                    line.item() + " stands in line " + earlier + " already.");
                })
                .toList();
    }

    private static String unquoted(String cell) {
        return cell.replace("\"", "").strip();
    }
}
