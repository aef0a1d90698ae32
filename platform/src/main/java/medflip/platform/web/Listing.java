package medflip.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import medflip.platform.view.Touched.Thing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rows of a list or report, for whoever takes them away: over HTTP, into an archive. They are read only when they
 * are written, one by one, so that memory stays flat whatever their number.
 */
public final class Listing<T> {

    private final String name;
    private final CsvColumns<T> columns;
    private final Consumer<Consumer<T>> rows;
    private final Function<? super T, ?> told;
    private final List<String> reads;

    private final @Nullable Identity<T> identity;
    /** Things of the list's kind that no row was for; known once all rows were handed over. */
    private final Set<UUID> gone;

    /** What a row is, and what else shows on it. */
    private record Identity<T>(String kind, Function<T, UUID> id, List<Function<T, @Nullable UUID>> others) {}

    private Listing(
            String name,
            CsvColumns<T> columns,
            Consumer<Consumer<T>> rows,
            Function<? super T, ?> told,
            List<String> reads,
            @Nullable Identity<T> identity,
            Set<UUID> gone) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
        this.told = told;
        this.reads = reads;
        this.identity = identity;
        this.gone = gone;
    }

    /**
     * @param name of the file, without its ending
     * @param rows hands each row to the consumer it is given, out of one snapshot
     */
    public static <T> Listing<T> of(String name, CsvColumns<T> columns, Consumer<Consumer<T>> rows) {
        return new Listing<>(name, columns, rows, row -> row, List.of(), null, Set.of());
    }

    /** In JSON, a row is told so, and not as it is. */
    public Listing<T> telling(Function<? super T, ?> said) {
        return new Listing<>(name, columns, rows, said, reads, identity, gone);
    }

    /** It reads these views, where its method can't say so by {@link Reads}. */
    public Listing<T> reading(List<String> views) {
        return new Listing<>(name, columns, rows, told, List.copyOf(views), identity, gone);
    }

    /**
     * Each row is a thing of its own, so that those alone can be asked for that may have changed; else all are, if
     * anything has.
     *
     * @param kind first part of the thing's stream, such as deal
     * @param others things that show on the row, and that nothing it is made of has ever named
     */
    public Listing<T> ofThings(String kind, Function<T, UUID> id, List<Function<T, @Nullable UUID>> others) {
        return new Listing<>(name, columns, rows, told, reads, new Identity<>(kind, id, List.copyOf(others)), gone);
    }

    /**
     * Only the rows that may look different now. Told as JSON, the things of the list's kind that may, and aren't in it
     * (any more), follow as {@code {"id": …, "gone": true}}.
     */
    Listing<?> changed(Set<Thing> touched) {
        Identity<T> known = identity;
        if (known == null) {
            return touched.isEmpty() ? new Listing<T>(name, columns, each -> {}, told, reads, null, Set.of()) : this;
        }
        Set<UUID> ids = touched.stream().map(Thing::id).collect(Collectors.toSet());
        Set<UUID> absent = touched.stream()
                .filter(thing -> thing.kind().equals(known.kind()))
                .map(Thing::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Listing<T>(
                name,
                columns,
                each -> rows.accept(row -> {
                    UUID id = known.id().apply(row);
                    absent.remove(id);
                    if (ids.contains(id)
                            || known.others().stream()
                                    .map(other -> other.apply(row))
                                    .anyMatch(ids::contains)) {
                        each.accept(row);
                    }
                }),
                told,
                reads,
                null,
                absent);
    }

    Set<UUID> gone() {
        return gone;
    }

    String name() {
        return name;
    }

    CsvColumns<T> columns() {
        return columns;
    }

    List<String> reads() {
        return reads;
    }

    Object told(T row) {
        return told.apply(row);
    }

    /**
     * Writes all of it to a file.
     *
     * @return how many rows there were
     */
    public long writeTo(OutputStream out, ListingFormat format, JsonMapper json) throws IOException {
        return writeTo(() -> out, format, json);
    }

    /** @param open asked when the first lines are there, or it is known that there are none */
    long writeTo(Supplier<OutputStream> open, ListingFormat format, JsonMapper json) throws IOException {
        try (LinesBeside<T> lines = new LinesBeside<>(open, format, this, json)) {
            rows.accept(lines::take);
            return lines.end();
        }
    }

    /** Hands every row to the consumer. */
    void forEach(Consumer<T> each) {
        rows.accept(each);
    }

    /** Asks for its rows and takes none, so that whatever is wrong with the question shows. */
    void begin() {
        try {
            rows.accept(row -> {
                throw new Enough();
            });
        } catch (Enough enough) {
            // There are rows: the question is a good one.
        }
    }

    private static final class Enough extends RuntimeException {
        Enough() {
            super("One row is enough", null, false, false);
        }
    }
}
