package medflip.imports.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import medflip.catalog.write.ProductIndex;
import medflip.customers.write.ContactIndex;
import medflip.imports.write.Bookkeeper.Entry;
import medflip.imports.write.Bookkeeper.Outcome;
import medflip.imports.write.ImportCommand.FinishImport;
import medflip.imports.write.ImportStore.Progress;
import medflip.imports.write.ImportStore.Run;
import medflip.imports.write.ImportStore.Totals;
import medflip.imports.write.Ledger.LedgerRow;
import medflip.imports.write.People.Person;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.PastAnswers;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings started imports in. It looks at what is to be done, not at who asked: any import that is running and that
 * nobody works on is taken, from the row where it was left. So a start, a restart after a crash and a second node are
 * one and the same. Rows that were under way when a process died are entered again, which changes nothing.
 */
@Component
class ImportRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    /** Rows between two notes of how far it is: a fraction of a second's work. */
    private static final int CHUNK = 50;

    /** Rows entered at the same time; the event store writes what comes together in one commit. */
    private static final int ROWS_AT_ONCE = 16;

    private static final int IMPORTS_AT_ONCE = 4;
    private static final int STOP_WITHIN_SECONDS = 10;

    private final ImportStore store;
    private final Commands commands;
    private final PastAnswers pastAnswers;
    private final ContactIndex contacts;
    private final ProductIndex products;
    private final BlindIndex index;
    private final Semaphore slots = new Semaphore(IMPORTS_AT_ONCE);
    private volatile boolean closing;

    ImportRunner(
            ImportStore store,
            Commands commands,
            PastAnswers pastAnswers,
            ContactIndex contacts,
            ProductIndex products,
            BlindIndex index) {
        this.store = store;
        this.commands = commands;
        this.pastAnswers = pastAnswers;
        this.contacts = contacts;
        this.products = products;
        this.index = index;
    }

    /** Looks, in the background, whether there is anything to do. Calling it too often does no harm. */
    void wake() {
        if (!closing && slots.tryAcquire()) {
            Thread.ofVirtual().name("imports").start(() -> {
                try {
                    workOff();
                } finally {
                    slots.release();
                }
            });
        }
    }

    /** Stops between two chunks, so that another process goes on from there. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        if (!slots.tryAcquire(IMPORTS_AT_ONCE, STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            log.warn("An import didn't stop in time; it goes on from its last chunk after the next start.");
        }
    }

    /** Works on imports, one after the other, until none is left that nobody works on. */
    void workOff() {
        while (!closing) {
            Optional<Run> run = store.claim();
            if (run.isEmpty()) {
                return;
            }
            try (Heartbeat alive = new Heartbeat(() -> store.keep(run.get()))) {
                work(run.get());
            } catch (RuntimeException e) {
                // The lease is left to run out: that is the pause before the next attempt.
                log.error(
                        "Import {} was interrupted and will be tried again",
                        run.get().id(),
                        e);
            }
        }
    }

    private void work(Run run) {
        Ledger ledger = Ledger.read(store.content(run.id()).orElseThrow());
        Bookkeeper bookkeeper = new Bookkeeper(
                commands,
                pastAnswers,
                contacts,
                products,
                new RowKeys(index, run.id().tenantId()),
                run.id(),
                run.startedPosition());
        List<Entry> entries = entries(run, ledger);
        try (ExecutorService rows = Executors.newFixedThreadPool(
                ROWS_AT_ONCE, Thread.ofVirtual().name("import-row-", 0).factory())) {
            for (int from = 0; from < entries.size(); from += CHUNK) {
                if (closing) {
                    store.release(run);
                    return;
                }
                List<Entry> chunk = entries.subList(from, Math.min(from + CHUNK, entries.size()));
                if (!store.advance(run, progress(chunk, enter(chunk, bookkeeper, rows)))) {
                    return;
                }
            }
        }
        Totals totals = store.totals(run.id());
        String once = run.id().value();
        long position = commands.send(
                        Caller.job(run.id().tenantId(), "import"),
                        new FinishImport(run.id(), totals.imported(), totals.alreadyThere(), totals.refused()),
                        Conditions.key("import/" + once + "/finish", once))
                .position();
        store.finish(run, ledger, position);
    }

    /** What is still to be entered. People are found over all rows, also those that are done. */
    private List<Entry> entries(Run run, Ledger ledger) {
        List<LedgerRow> good = ledger.good();
        List<Purchase> purchases =
                good.stream().map(row -> Objects.requireNonNull(row.purchase())).toList();
        List<Person> people = People.of(purchases.stream().map(Purchase::seller).toList());
        List<String> keys = new RowKeys(index, run.id().tenantId()).of(purchases);
        return IntStream.range(0, good.size())
                .filter(i -> good.get(i).number() > run.lastRow())
                .mapToObj(i -> new Entry(good.get(i).number(), keys.get(i), purchases.get(i), people.get(i)))
                .toList();
    }

    /** Enters people's rows side by side, and the rows of one person in their order. */
    private static List<Outcome> enter(List<Entry> chunk, Bookkeeper bookkeeper, ExecutorService rows) {
        Map<Person, List<Entry>> byPerson = new LinkedHashMap<>();
        chunk.forEach(entry -> byPerson.computeIfAbsent(entry.person(), person -> new ArrayList<>())
                .add(entry));
        List<Callable<List<Outcome>>> tasks = byPerson.values().stream()
                .<Callable<List<Outcome>>>map(
                        entries -> () -> entries.stream().map(bookkeeper::enter).toList())
                .toList();
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<List<Outcome>> done : rows.invokeAll(tasks)) {
                outcomes.addAll(done.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A row can't be entered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two chunks", e);
        }
    }

    private static Progress progress(List<Entry> chunk, List<Outcome> outcomes) {
        Map<Integer, String> refused = new LinkedHashMap<>();
        int imported = 0;
        int alreadyThere = 0;
        for (Outcome outcome : outcomes) {
            if (outcome.refusal() != null) {
                refused.put(outcome.row(), outcome.refusal());
            } else if (outcome.isNew()) {
                imported++;
            } else {
                alreadyThere++;
            }
        }
        return new Progress(chunk.getLast().row(), imported, alreadyThere, refused);
    }
}
