package medflip.imports.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.CorrectProduct;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.catalog.write.ProductCommand.RestoreProduct;
import medflip.catalog.write.ProductCommand.RetireProduct;
import medflip.imports.write.ProductsKind.ProductRow;
import medflip.imports.write.Reading.Good;
import medflip.kernel.DomainEvent;
import medflip.kernel.Texts;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** Items of the catalog. */
final class ProductsKind implements Kind<ProductRow> {

    private static final Field NAME =
            Field.required("name", "Name", "product", "item", "product name", "item name", "title");
    private static final Field CODE = Field.optional(
            "code", "Code", "upc", "ndc", "sku", "ref", "barcode", "product code", "item number", "reference");
    private static final Field CATEGORY = Field.optional("category", "Category", "type", "kind");
    private static final Field MANUFACTURER = Field.optional("manufacturer", "Manufacturer", "maker", "company", "mfr");
    private static final Field BRAND = Field.optional("brand", "Brand");
    private static final Field LINE = Field.optional("line", "Line", "product line", "model");
    private static final Field COUNT =
            Field.optional("count", "Count", "ct", "size", "pack size", "box size", "per box", "quantity per box");
    private static final Field UNIT = Field.optional("unit", "Unit", "uom", "units");
    private static final Field CHANNEL = Field.optional("channel", "Channel", "market");

    private static final int NAME_MAX = 200;
    private static final int WORD_MAX = 80;
    private static final int COUNT_MAX = 100_000;

    /** What a row says; what it is silent about is null. */
    record ProductRow(
            String name,
            @Nullable String code,
            @Nullable String category,
            @Nullable String manufacturer,
            @Nullable String brand,
            @Nullable String line,
            @Nullable Integer count,
            @Nullable String unit,
            @Nullable Channel channel) {

        ProductVariant over(ProductVariant variant) {
            return new ProductVariant(
                    name,
                    or(category, variant.category()),
                    or(manufacturer, variant.manufacturer()),
                    or(brand, variant.brand()),
                    or(line, variant.line()),
                    or(count, variant.count()),
                    or(unit, variant.unit()),
                    or(code, variant.code()),
                    channel == null ? variant.channel() : channel);
        }

        private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
            return said == null ? known : said;
        }
    }

    @Override
    public List<Field> fields() {
        return List.of(NAME, CODE, CATEGORY, MANUFACTURER, BRAND, LINE, COUNT, UNIT, CHANNEL);
    }

    @Override
    public List<Mode> modes() {
        return List.of(Mode.BOTH, Mode.CREATE, Mode.UPDATE);
    }

    @Override
    public List<MatchBy> matches() {
        return List.of(MatchBy.CODE_OR_NAME, MatchBy.CODE, MatchBy.NAME);
    }

    @Override
    public @Nullable ProductRow read(RowReader row) {
        String name = row.required(NAME, ProductsKind::name);
        String code = row.optional(CODE, ProductsKind::word);
        String category = row.optional(CATEGORY, text -> word(text).toLowerCase(Locale.ROOT));
        String manufacturer = row.optional(MANUFACTURER, ProductsKind::word);
        String brand = row.optional(BRAND, ProductsKind::word);
        String line = row.optional(LINE, ProductsKind::word);
        Integer count = row.optional(COUNT, RowReader.whole("A count", COUNT_MAX));
        String unit = row.optional(UNIT, ProductsKind::word);
        Channel channel = row.optional(CHANNEL, TradeWords::channel);
        return name == null
                ? null
                : new ProductRow(name, code, category, manufacturer, brand, line, count, unit, channel);
    }

    private static String name(String text) {
        String name = Texts.line("A name", text, NAME_MAX);
        if (ProductVariant.fold(name).isEmpty()) {
            throw new IllegalArgumentException("A name has letters or digits.");
        }
        return name;
    }

    private static String word(String text) {
        return Texts.line("This", text, WORD_MAX);
    }

    @Override
    public List<List<Good<ProductRow>>> together(List<Good<ProductRow>> rows) {
        Map<String, List<Good<ProductRow>>> byName = new LinkedHashMap<>();
        rows.forEach(
                row -> byName.computeIfAbsent(ProductVariant.fold(row.content().name()), name -> new ArrayList<>())
                        .add(row));
        return List.copyOf(byName.values());
    }

    @Override
    public Entering<ProductRow> entering(Books books, List<Good<ProductRow>> rows) {
        return new ProductsKeeping(books);
    }

    /** What the catalog says of a product, and whether it is retired. */
    record State(ProductVariant variant, boolean retired) {

        static @Nullable State of(List<DomainEvent> history) {
            State state = null;
            for (DomainEvent event : history) {
                boolean retired = state != null && state.retired();
                state = switch (event) {
                    case ProductAdded added -> new State(added.variant(), false);
                    case ProductCorrected corrected -> new State(corrected.variant(), retired);
                    case ProductRetired retiring ->
                        new State(Objects.requireNonNull(state).variant(), true);
                    case ProductRestored restored ->
                        new State(Objects.requireNonNull(state).variant(), false);
                    default -> state;
                };
            }
            return state;
        }
    }

    /** What makes a product be again as after the first of these events. */
    static List<Command> takingBack(ProductId id, List<DomainEvent> before, List<DomainEvent> after) {
        State was = State.of(before);
        State is = Objects.requireNonNull(State.of(after));
        if (was == null) {
            return List.of(new RetireProduct(id));
        }
        List<Command> commands = new ArrayList<>();
        if (!was.variant().equals(is.variant())) {
            commands.add(new CorrectProduct(id, was.variant()));
        }
        if (was.retired() && !is.retired()) {
            commands.add(new RetireProduct(id));
        }
        return commands;
    }

    private static final class ProductsKeeping extends Keeping<ProductRow, State, ProductId> {

        private final Books books;

        ProductsKeeping(Books books) {
            super(books);
            this.books = books;
        }

        @Override
        Optional<ProductId> find(ProductRow row) {
            MatchBy matchBy = books.settings().matchBy();
            Optional<ProductId> byCode = matchBy == MatchBy.NAME || row.code() == null
                    ? Optional.empty()
                    : books.products().findByCode(books.tenant(), row.code());
            return matchBy == MatchBy.CODE
                    ? byCode
                    : byCode.or(() -> books.products().find(books.tenant(), row.name()));
        }

        @Override
        ProductId newId(ProductRow row) {
            return ProductId.named(books.tenant(), row.name());
        }

        @Override
        Command make(ProductId id, ProductRow row) {
            return new EnterProduct(id, row.over(ProductVariant.called(row.name())), books.importId());
        }

        @Override
        @Nullable
        State state(List<DomainEvent> history) {
            return State.of(history);
        }

        @Override
        boolean isAside(State state) {
            return state.retired();
        }

        @Override
        State merged(State state, ProductRow row) {
            return new State(row.over(state.variant()), state.retired());
        }

        @Override
        Command bringBack(ProductId id) {
            return new RestoreProduct(id);
        }

        @Override
        List<Command> corrections(ProductId id, State from, State to) {
            return from.equals(to) ? List.of() : List.of(new CorrectProduct(id, to.variant()));
        }

        @Override
        String skipped(boolean isThere) {
            return isThere ? "This item is in the catalog already." : "This item isn't in the catalog.";
        }

        @Override
        ProductRow combined(List<Good<ProductRow>> together) {
            return together.getLast().content();
        }
    }
}
