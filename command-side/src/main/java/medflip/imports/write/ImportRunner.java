package medflip.imports.write;

import java.util.ArrayList;
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
import java.util.stream.Collectors;
import medflip.catalog.write.ProductIndex;
import medflip.customers.write.ContactIndex;
import medflip.customers.write.PhoneClaimIndex;
import medflip.imports.write.ImportCommand.FinishImport;
import medflip.imports.write.ImportCommand.FinishUndo;
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.ImportRowStore.RowCounts;
import medflip.imports.write.ImportStore.Run;
import medflip.imports.write.ImportStore.State;
import medflip.imports.write.Kind.Entering;
import medflip.imports.write.Reading.Good;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.Histories;
import medflip.platform.command.PastAnswers;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import medflip.platform.work.Heartbeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries imports, brings them in and takes them back. It looks at what is to be done, not at who asked: any job that
 * nobody works on is taken, from the row where it was left. So a start, a restart after a crash and a second node are
 * one and the same. Rows that were under way when a process died are worked on again, which changes nothing.
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
    private final ImportRowStore rows;
    private final Commands commands;
    private final PastAnswers pastAnswers;
    private final Histories histories;
    private final ContactIndex contacts;
    private final PhoneClaimIndex claims;
    private final ProductIndex products;
    private final BusinessCalendar calendar;
    private final BlindIndex index;
    private final Belongings belongings;
    private final Semaphore slots = new Semaphore(IMPORTS_AT_ONCE);
    private volatile boolean closing;

    ImportRunner(
            ImportStore store,
            ImportRowStore rows,
            Commands commands,
            PastAnswers pastAnswers,
            Histories histories,
            ContactIndex contacts,
            PhoneClaimIndex claims,
            ProductIndex products,
            BusinessCalendar calendar,
            BlindIndex index,
            Belongings belongings) {
        this.store = store;
        this.rows = rows;
        this.commands = commands;
        this.pastAnswers = pastAnswers;
        this.histories = histories;
        this.contacts = contacts;
        this.claims = claims;
        this.products = products;
        this.calendar = calendar;
        this.index = index;
        this.belongings = belongings;
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

    /** Works on jobs, one after the other, until none is left that nobody works on. */
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
                store.stumbled(run.get());
                log.error(
                        "Import {} was interrupted and will be tried again: {}",
                        run.get().id(),
                        FaultLine.of(e));
            }
        }
    }

    private void work(Run run) {
        if (run.state() == State.UNDOING) {
            undo(run);
            return;
        }
        Settings settings = store.find(run.id()).orElseThrow().about().understanding();
        Reading<?> reading = Reading.of(store.content(run.id()).orElseThrow(), settings);
        if (!work(run, reading)) {
            return;
        }
        if (run.state() == State.CHECKING) {
            store.finishCheck(run);
            return;
        }
        RowCounts counts = rows.counts(run.id());
        store.finish(
                run,
                reading,
                end(
                        run,
                        "finish",
                        new FinishImport(
                                run.id(),
                                counts.made(),
                                counts.changed(),
                                counts.unchanged(),
                                counts.skipped(),
                                counts.refused())));
    }

    /** Works on what is left of the rows. False if it has to be left to somebody else. */
    private <R> boolean work(Run run, Reading<R> reading) {
        List<Good<R>> good = reading.good();
        Books books = new Books(
                commands,
                pastAnswers,
                histories,
                contacts,
                claims,
                products,
                keys(run),
                run.id(),
                reading.settings(),
                run.startedPosition(),
                calendar.today(run.id().tenantId()));
        Entering<R> entering = reading.kind().entering(books, good);
        boolean really = run.state() == State.RUNNING;
        return inChunks(
                run,
                rest(reading.kind().together(good), run.done()),
                together -> really ? entering.enter(together) : entering.foresee(together),
                outcomes -> rows.advance(
                        run, outcomes.stream().flatMap(List::stream).toList()));
    }

    private void undo(Run run) {
        belongings.catchUp();
        TakingBack back = new TakingBack(commands, pastAnswers, histories, keys(run), belongings, run.id());
        Map<Boolean, List<List<Entered>>> left = TakingBack.wholeStretches(rows.touching(run.id())).stream()
                .filter(row -> row.takenBack() == null)
                .collect(Collectors.partitioningBy(
                        TakingBack::broughtPerson, Collectors.mapping(List::of, Collectors.toList())));
        if (takenBack(run, back, Objects.requireNonNull(left.get(false)))
                && takenBack(run, back, Objects.requireNonNull(left.get(true)))) {
            RowCounts counts = rows.counts(run.id());
            store.finishUndo(run, end(run, "undone", new FinishUndo(run.id(), counts.takenBack(), counts.kept())));
        }
    }

    private boolean takenBack(Run run, TakingBack back, List<List<Entered>> left) {
        return inChunks(run, left, one -> back.takeBack(one.getFirst()), taken -> rows.takenBack(run, taken));
    }

    private RowKeys keys(Run run) {
        return new RowKeys(index, run.id().tenantId());
    }

    private long end(Run run, String step, ImportCommand command) {
        String once = run.id().value();
        return commands.send(
                        Caller.job(run.id().tenantId(), "import"),
                        command,
                        Conditions.key("import/" + once + "/" + step, once))
                .position();
    }

    /** What of the groups isn't done, if so many rows are; a chunk ends with a group. */
    private static <R> List<List<R>> rest(List<List<R>> groups, int done) {
        int seen = 0;
        int first = 0;
        while (first < groups.size() && seen < done) {
            seen += groups.get(first).size();
            first++;
        }
        return groups.subList(first, groups.size());
    }

    private interface Noting<T> {
        /** False if the job is somebody else's by now. */
        boolean note(List<T> done);
    }

    private interface Working<R, T> {
        T work(List<R> together);
    }

    /** Works on groups of rows side by side, and on the rows of one group in their order. */
    private <R, T> boolean inChunks(Run run, List<List<R>> groups, Working<R, T> working, Noting<T> noting) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                ROWS_AT_ONCE, Thread.ofVirtual().name("import-row-", 0).factory())) {
            int next = 0;
            while (next < groups.size()) {
                if (closing) {
                    store.release(run);
                    return false;
                }
                List<Callable<T>> chunk = new ArrayList<>();
                for (int size = 0; next < groups.size() && size < CHUNK; next++) {
                    List<R> together = groups.get(next);
                    size += together.size();
                    chunk.add(() -> working.work(together));
                }
                if (!noting.note(all(threads, chunk))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> chunk) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(chunk)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A row can't be worked on", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two chunks", e);
        }
    }
}
