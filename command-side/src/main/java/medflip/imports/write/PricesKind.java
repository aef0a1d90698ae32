package medflip.imports.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.ProductId;
import medflip.catalog.write.PriceListCommand.PublishPrices;
import medflip.catalog.write.PriceListCommand.WithdrawPrices;
import medflip.imports.write.PricesKind.Priced;
import medflip.imports.write.Reading.Good;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.Texts;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * A price list, of the business or of one of its buyers: a row an item, a column a tier ({@code 8+}, {@code 5-7},
 * {@code 8+ damaged}). All its rows together become the list's next version; items that the file doesn't name keep
 * their prices.
 */
final class PricesKind implements Kind<Priced> {

    private static final Field ITEM = Field.required("item", "Item", "product", "name", "product name");

    private static final Pattern TIER =
            Pattern.compile("(?i)(?=.*[+m\\u2013-]|price)\\s*(?:price\\s*)?(?<from>\\d{1,2})\\s*"
                    + "(?:\\+|[-\\u2013]\\s*\\d{1,2}|months?|mos?|m|\\s)*\\s*(?<damaged>\\(?(?:slight(?:ly)?\\s+)?"
                    + "(?:damaged?|dmg|dings?|dinged)\\)?)?\\s*");
    private static final Pattern WORD = Pattern.compile("months-(?<from>\\d{1,2})(?<damaged>-damaged)?");

    private static final int MONTHS_MAX = 60;
    private static final int NAME_MAX = 200;

    /** What a row says of an item. */
    record Priced(String item, List<TierPrice> tiers) {}

    /** The tiers that files usually have; a heading may name any other. */
    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(ITEM));
        for (int months : List.of(12, 10, 9, 8, 7, 6, 5, 4, 3, 0)) {
            fields.add(tier(months, false));
            fields.add(tier(months, true));
        }
        return fields;
    }

    private static Field tier(int months, boolean damaged) {
        return Field.optional(
                "months-" + months + (damaged ? "-damaged" : ""), months + "+ months" + (damaged ? ", damaged" : ""));
    }

    @Override
    public Optional<Field> named(String heading) {
        return ITEM.isCalled(heading)
                ? Optional.of(ITEM)
                : of(TIER.matcher(heading)).filter(field -> !heading.isBlank());
    }

    @Override
    public Optional<Field> called(String word) {
        return word.equals(ITEM.word()) ? Optional.of(ITEM) : of(WORD.matcher(word));
    }

    private static Optional<Field> of(Matcher found) {
        return Optional.of(found)
                .filter(Matcher::matches)
                .filter(tier -> Integer.parseInt(tier.group("from")) <= MONTHS_MAX)
                .map(tier -> tier(Integer.parseInt(tier.group("from")), tier.group("damaged") != null));
    }

    @Override
    public List<Field> missing(Collection<Field> taken) {
        List<Field> missing = new ArrayList<>(taken.contains(ITEM) ? List.of() : List.of(ITEM));
        if (taken.stream().noneMatch(field -> !field.equals(ITEM) && !isDamaged(field))) {
            missing.add(tier(8, false));
        }
        return missing;
    }

    @Override
    public List<Mode> modes() {
        return List.of(Mode.BOTH, Mode.CREATE, Mode.UPDATE);
    }

    @Override
    public List<MatchBy> matches() {
        return List.of(MatchBy.NAME);
    }

    @Override
    public @Nullable Priced read(RowReader row) {
        String item = row.required(ITEM, text -> Texts.line("An item", text, NAME_MAX));
        Map<Integer, Money> prices = new TreeMap<>(Comparator.reverseOrder());
        Map<Integer, Money> damaged = new TreeMap<>();
        for (Field field : row.fields()) {
            Money price = field.equals(ITEM) ? null : row.optional(field, row::money);
            if (price != null && !price.isPositive()) {
                row.fault(field, "A price is more than nothing. Leave the cell empty if nothing is paid.");
            } else if (price != null) {
                (isDamaged(field) ? damaged : prices).put(months(field), price);
            }
        }
        List<TierPrice> tiers = new ArrayList<>();
        prices.forEach((months, price) -> tiers.add(new TierPrice(months, price, damaged.remove(months))));
        if (prices.isEmpty()) {
            row.fault(ITEM, "There is no price in this row.");
        } else if (!damaged.isEmpty()) {
            row.fault(ITEM, "There is a price for damaged boxes, and none for perfect ones.");
        } else if (tiers.stream()
                .anyMatch(tier -> tier.damaged() != null && tier.damaged().compareTo(tier.price()) > 0)) {
            row.fault(ITEM, "Damaged boxes are worth more here than perfect ones.");
        }
        return item == null ? null : new Priced(item, tiers);
    }

    private static boolean isDamaged(Field field) {
        return field.word().endsWith("-damaged");
    }

    private static int months(Field field) {
        Matcher word = WORD.matcher(field.word());
        return word.matches() ? Integer.parseInt(word.group("from")) : 0;
    }

    /** One list, hence one version. */
    @Override
    public List<List<Good<Priced>>> together(List<Good<Priced>> rows) {
        return rows.isEmpty() ? List.of() : List.of(rows);
    }

    @Override
    public Entering<Priced> entering(Books books, List<Good<Priced>> rows) {
        return new Publishing(books);
    }

    /** What makes a version that was published hold no longer. */
    static List<Command> takingBack(PriceListId id, List<DomainEvent> before, List<DomainEvent> after) {
        return after.stream()
                .skip(before.size())
                .filter(PricesPublished.class::isInstance)
                .<Command>map(published -> new WithdrawPrices(id, ((PricesPublished) published).version()))
                .toList();
    }

    private record Publishing(Books books) implements Entering<Priced> {

        @Override
        public List<Outcome> foresee(List<Good<Priced>> together) {
            return outcomes(together, false);
        }

        @Override
        public List<Outcome> enter(List<Good<Priced>> together) {
            return outcomes(together, true);
        }

        private List<Outcome> outcomes(List<Good<Priced>> together, boolean really) {
            PriceListId list = list();
            Conditions publishing = books.step(list, "publish");
            Optional<Accepted> published = books.past(publishing);
            List<DomainEvent> all = books.history(list);
            // What the list said before this import, also where it was published before a crash.
            List<DomainEvent> history =
                    published.map(done -> all.subList(0, (int) done.version())).orElse(all);
            Map<ProductId, PriceLine> lines = new LinkedHashMap<>();
            Prices prices = latest(history);
            prices.lines().forEach(line -> lines.put(line.productId(), line));
            List<Outcome> outcomes = place(together, lines);
            boolean differs =
                    outcomes.stream().anyMatch(outcome -> outcome.result().touched());
            if (!differs || !really) {
                return outcomes;
            }
            try {
                long version = published
                        .map(Accepted::version)
                        .orElseGet(() -> books.send(
                                        new PublishPrices(
                                                list,
                                                buyer(),
                                                latestVersion(history),
                                                Objects.requireNonNullElse(
                                                        books.settings().effectiveFrom(), books.today()),
                                                new Prices(
                                                        prices.grades(),
                                                        prices.channels(),
                                                        List.copyOf(lines.values()))),
                                        publishing)
                                .version());
                Touched touched = new Touched(list.value(), version - 1, version);
                return outcomes.stream()
                        .map(outcome -> outcome.result().touched()
                                ? Outcome.of(outcome.row(), outcome.result(), touched)
                                : outcome)
                        .toList();
            } catch (CommandRejected refused) {
                return together.stream()
                        .map(row -> Outcome.of(row.number(), Result.REFUSED, Books.reason(refused)))
                        .toList();
            }
        }

        /** Puts each row's prices into the lines, and says what became of it. */
        private List<Outcome> place(List<Good<Priced>> together, Map<ProductId, PriceLine> lines) {
            Function<String, ProductId> names = books.products().byWords(books.tenant());
            Map<ProductId, Integer> rows = new LinkedHashMap<>();
            return together.stream()
                    .map(row -> {
                        try {
                            ProductId product = names.apply(row.content().item());
                            Integer earlier = rows.putIfAbsent(product, row.number());
                            return earlier == null
                                    ? place(
                                            row,
                                            new PriceLine(product, row.content().tiers()),
                                            lines)
                                    : Outcome.of(
                                            row.number(),
                                            Result.REFUSED,
                                            "This item stands in row " + earlier + " already.");
                        } catch (IllegalArgumentException unknown) {
                            return Outcome.of(row.number(), Result.REFUSED, String.valueOf(unknown.getMessage()));
                        }
                    })
                    .toList();
        }

        private Outcome place(Good<Priced> row, PriceLine line, Map<ProductId, PriceLine> lines) {
            PriceLine known = lines.get(line.productId());
            Mode mode = books.settings().mode();
            if (known == null && mode == Mode.UPDATE) {
                return Outcome.of(row.number(), Result.SKIPPED, "This item isn't in the list.");
            }
            if (known != null && mode == Mode.CREATE) {
                return Outcome.of(row.number(), Result.SKIPPED, "This item is in the list already.");
            }
            lines.put(line.productId(), line);
            return Outcome.of(
                    row.number(), known == null ? Result.MADE : known.equals(line) ? Result.UNCHANGED : Result.CHANGED);
        }

        private PriceListId list() {
            return books.settings().buyerId() == null
                    ? PriceListId.own(books.tenant())
                    : PriceListId.of(books.tenant(), books.settings().buyerId());
        }

        private @Nullable BuyerId buyer() {
            return books.settings().buyerId() == null
                    ? null
                    : BuyerId.of(books.tenant(), books.settings().buyerId());
        }

        private static int latestVersion(List<DomainEvent> history) {
            return (int)
                    history.stream().filter(PricesPublished.class::isInstance).count();
        }

        /** The newest version that wasn't withdrawn. */
        private static Prices latest(List<DomainEvent> history) {
            List<Integer> withdrawn = history.stream()
                    .filter(PricesWithdrawn.class::isInstance)
                    .map(event -> ((PricesWithdrawn) event).version())
                    .toList();
            return history.stream()
                    .filter(PricesPublished.class::isInstance)
                    .map(PricesPublished.class::cast)
                    .filter(published -> !withdrawn.contains(published.version()))
                    .reduce((earlier, later) -> later)
                    .map(PricesPublished::prices)
                    .orElse(Prices.usual(List.of()));
        }
    }
}
