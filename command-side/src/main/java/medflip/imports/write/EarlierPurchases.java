package medflip.imports.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import medflip.deals.events.DealId;
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.ImportRowStore.TakenBack;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Kind.Touched;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Resale;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.platform.command.PastAnswers.PastAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What the books have of a ledger's rows already. A row that is known by its reference and says something else than
 * when it came in is taken back, if nothing happened to it since, and entered anew under the next key.
 */
final class EarlierPurchases {

    /**
     * A good row, ready to be entered.
     *
     * @param inPlaceOf what this import took back because the row says something else by now
     */
    record Entry(
            int row,
            String key,
            Purchase purchase,
            Person person,
            @Nullable Touched inPlaceOf) {

        Entry(int row, String key, Purchase purchase, Person person) {
            this(row, key, purchase, person, null);
        }

        /** The row under the key that it has after it was taken back. */
        Entry again(@Nullable Touched before) {
            return new Entry(row, RowKeys.next(key), purchase, person, before == null ? inPlaceOf : before);
        }
    }

    private final Books books;
    private final RowKeys keys;
    private final PurchaseKeys purchases;

    EarlierPurchases(Books books) {
        this.books = books;
        this.keys = books.keys();
        this.purchases = new PurchaseKeys(books.pastAnswers(), keys, books.tenant());
    }

    /** The row under the key under which it stands in the books, or will. */
    Entry standing(Entry row) {
        Entry entry = row;
        Optional<PastAnswer> recorded = recorded(entry);
        while (recorded.isPresent() && purchases.wasTakenBack(keys.deal(entry.key()))) {
            entry = entry.again(replacement(entry, recorded.get()));
            recorded = recorded(entry);
        }
        return entry;
    }

    private Optional<PastAnswer> recorded(Entry entry) {
        return purchases.recorded(entry.key());
    }

    /** What this import took back of a row that it then enters as it is now; null if another took it back. */
    private @Nullable Touched replacement(Entry entry, PastAnswer recorded) {
        DealId deal = keys.deal(entry.key());
        return books.pastAnswers()
                .find(books.tenant(), TakingBack.key(deal))
                .filter(taken -> books.isOurs(taken.accepted()) && !books.isOurs(recorded.accepted()))
                .map(taken -> new Touched(
                        deal.value(),
                        recorded.accepted().version(),
                        taken.accepted().version()))
                .orElse(null);
    }

    /** What entering the row would do. */
    Outcome foresee(Entry entry) {
        try {
            Outcome silent = leftAlone(entry);
            if (silent != null) {
                return silent;
            }
            if (saysOtherwise(entry)) {
                return Outcome.of(entry.row(), Result.CHANGED);
            }
            Resale resale = entry.purchase().resale();
            boolean isRecorded = books.past(recording(entry)).isPresent();
            boolean isSold = resale == null
                    || books.past(keys.selling(entry.key(), resale)).isPresent();
            return Outcome.of(entry.row(), !isRecorded ? Result.MADE : isSold ? Result.UNCHANGED : withItsSale(entry));
        } catch (CommandRejected refused) {
            return Outcome.of(entry.row(), Result.REFUSED, Books.reason(refused));
        }
    }

    /** Boxes that lay on the shelf in an earlier file, and are sold by this one. */
    static Result withItsSale(Entry entry) {
        return entry.purchase().reference() == null ? Result.MADE : Result.CHANGED;
    }

    /** A row that isn't wanted, because the purchase is there, or isn't. */
    @Nullable
    Outcome leftAlone(Entry entry) {
        Mode mode = books.settings().mode();
        Optional<PastAnswer> recorded = recorded(entry);
        if (recorded.isEmpty() && mode == Mode.UPDATE && entry.inPlaceOf() == null) {
            return Outcome.of(entry.row(), Result.SKIPPED, "This purchase isn't in the books.");
        }
        boolean isAnothers =
                recorded.filter(past -> !books.isOurs(past.accepted())).isPresent();
        return isAnothers && mode == Mode.CREATE && entry.purchase().reference() != null
                ? Outcome.of(entry.row(), Result.SKIPPED, "This purchase is in the books already.")
                : null;
    }

    /** Whether an earlier import entered it, or something of it. */
    boolean isAnothers(Entry entry) {
        return recorded(entry).filter(past -> !books.isOurs(past.accepted())).isPresent();
    }

    /** Whether a row that is known by its reference says something else than when it came in. */
    boolean saysOtherwise(Entry entry) {
        if (entry.purchase().reference() == null) {
            return false;
        }
        Resale resale = entry.purchase().resale();
        return differs(recording(entry)) || resale != null && differs(keys.selling(entry.key(), resale));
    }

    private boolean differs(Conditions step) {
        return books.pastAnswers()
                .find(books.tenant(), String.valueOf(step.idempotencyKey()))
                .filter(past -> !past.requestHash().equals(step.requestHash()))
                .isPresent();
    }

    /** Takes the purchase back as it came in, if nothing happened to it since. */
    TakenBack takeBack(Entry entry) {
        List<Touched> made = purchases.made(
                entry.key(), recorded(entry).orElseThrow().accepted().version(), true);
        return takingBack().takeBack(new Entered(entry.row(), Result.CHANGED, null, made, null, null, null));
    }

    /**
     * Takes the purchase of a row back that was refused halfway, and enters again what was taken back for it.
     *
     * @return what else the row did, or all of it if it can't be
     */
    List<Touched> withdraw(Entry entry, String key, List<Touched> touched) {
        Map<Boolean, List<Touched>> parts =
                touched.stream().collect(Collectors.partitioningBy(PurchaseBack::isOfPurchase));
        List<Touched> purchase = Objects.requireNonNull(parts.get(true));
        boolean done = purchase.isEmpty()
                || takingBack()
                        .takeBack(new Entered(entry.row(), Result.REFUSED, null, purchase, key, null, null))
                        .done();
        return done ? Objects.requireNonNull(parts.get(false)) : List.copyOf(touched);
    }

    private TakingBack takingBack() {
        // Only purchases are taken back here; people stay.
        return new TakingBack(
                books.commands(),
                books.pastAnswers(),
                books.histories(),
                keys,
                (person, but) -> true,
                books.importId());
    }

    private Conditions recording(Entry entry) {
        return keys.recording(entry.key(), entry.purchase());
    }
}
