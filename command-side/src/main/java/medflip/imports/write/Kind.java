package medflip.imports.write;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import medflip.imports.write.Reading.Good;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one subject are read and entered: all that one subject has of its own. What is done with any file
 * (reading, previewing, running, resuming, taking back) is the same for all.
 *
 * @param <R> what a good row says
 */
interface Kind<R> {

    /** One heading and a half: a file that lacks a column is more likely about what most of its headings name. */
    int WHOLE = 3;

    /** What columns can mean, in the order in which people are shown them. */
    List<Field> fields();

    /** What may be done with rows that are in the books already; the usual first. */
    List<Mode> modes();

    /** By what rows are recognised; the usual first. */
    List<MatchBy> matches();

    /** The meaning of a heading. */
    default Optional<Field> named(String heading) {
        return fields().stream().filter(field -> field.isCalled(heading)).findFirst();
    }

    /** The field of a word of ours. */
    default Optional<Field> called(String word) {
        return fields().stream().filter(field -> field.word().equals(word)).findFirst();
    }

    /** What no column is taken for, although every row needs it. */
    default List<Field> missing(Collection<Field> taken) {
        return fields().stream()
                .filter(field -> field.required() && !taken.contains(field))
                .toList();
    }

    /** How clearly headings speak of this: by how many of them do, and whether all that is needed is there. */
    default int score(List<String> headings) {
        List<Field> understood = headings.stream()
                .map(this::named)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return 2 * understood.size() + (missing(understood).isEmpty() ? WHOLE : 0);
    }

    /** What a row says; null exactly where the reader has noted a fault. */
    @Nullable
    R read(RowReader row);

    /** Rows that are entered in one go, one after the other: those of one person, of one list. Others don't wait. */
    List<List<Good<R>>> together(List<Good<R>> rows);

    /** Begins to enter rows, or to try it. */
    Entering<R> entering(Books books, List<Good<R>> rows);

    /** What is done with a row whose thing is in the books already, or isn't. */
    enum Mode {
        /** What isn't there is made; what is there is changed as the file says. */
        BOTH,
        /** Only what isn't there is made. */
        CREATE,
        /** Only what is there is changed. */
        UPDATE
    }

    /** By what a row's thing is recognised in the books. */
    enum MatchBy {
        PHONE_OR_EMAIL,
        PHONE,
        EMAIL,
        CODE_OR_NAME,
        CODE,
        NAME,
        /** By all that the row says. */
        ROW,
        /** By the row's own number or name in the books that it comes from, which no other row has. */
        REFERENCE
    }

    /** Enters rows that belong together. */
    interface Entering<R> {

        /** Says what {@link #enter} would do now. */
        List<Outcome> foresee(List<Good<R>> together);

        /** Enters them. Doing it again, also after a crash in between, makes nothing twice and says the same. */
        List<Outcome> enter(List<Good<R>> together);
    }

    /** What became of a row. */
    enum Result {
        MADE,
        CHANGED,
        UNCHANGED,
        SKIPPED,
        REFUSED;

        boolean touched() {
            return this == MADE || this == CHANGED;
        }
    }

    /**
     * A stretch of a thing's history that a row added.
     *
     * @param before the thing's version before; -1 for none
     * @param after its version after
     */
    record Touched(String id, long before, long after) {

        static Touched made(String id, long version) {
            return new Touched(id, -1, version);
        }
    }

    /**
     * What became of a row, and why where that isn't plain.
     *
     * @param touched what has to be taken back with it, in the order in which it happened
     * @param key under which the row of a ledger is known in the log; null for others
     */
    record Outcome(
            int row,
            Result result,
            @Nullable String reason,
            List<Touched> touched,
            @Nullable String key) {

        static Outcome of(int row, Result result, String reason) {
            return new Outcome(row, result, reason, List.of(), null);
        }

        static Outcome of(int row, Result result, Touched... touched) {
            return new Outcome(row, result, null, List.of(touched), null);
        }

        /** The same for another row of the same thing. */
        Outcome asOf(int other) {
            return new Outcome(other, result, reason, touched, key);
        }

        @Override
        public String toString() {
            return row + " " + result + " " + Objects.toString(reason, "");
        }
    }
}
