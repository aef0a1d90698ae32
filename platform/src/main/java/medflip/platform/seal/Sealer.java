package medflip.platform.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.privacy.Signer;
import medflip.platform.seal.SealStore.Completeness;
import medflip.platform.seal.SealStore.End;
import medflip.platform.seal.SealStore.Node;
import medflip.platform.seal.SealedLog.Entry;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Seals what is recorded, beside the way of those who record, one batch after the other and one process at a time. It
 * begins at the first entry there ever was. What it signs it has compared with what it signed before; what it hands out
 * lies in a file outside of the databases as well.
 */
public final class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    /** Entries a transaction: few, so that nobody who waits for a processor or a disk waits long. */
    private static final int BATCH = 250;

    /** Of a backlog's batch, how many times as long as it took nothing is done then: others have 19 of 20 moments. */
    private static final int REST = 19;

    /** So long a log is sealed at ease before the next has its turn, and what is sealed is signed. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final List<SealedLog> logs;
    private final SealStore store;
    private final Signer signer;
    private final CheckpointFile file;
    private final Clock clock;
    private final Duration checkpointEvery;
    private final Duration anchorEvery;
    private volatile @Nullable Completeness completeness;
    private volatile List<String> faults = List.of();

    Sealer(
            List<SealedLog> logs,
            SealStore store,
            Signer signer,
            CheckpointFile file,
            Clock clock,
            Duration checkpointEvery,
            Duration anchorEvery) {
        this.logs = List.copyOf(logs);
        this.store = store;
        this.signer = signer;
        this.file = file;
        this.clock = clock;
        this.checkpointEvery = checkpointEvery;
        this.anchorEvery = anchorEvery;
    }

    /** One for the events of a database alone, at which no service runs: for measuring what it costs another one. */
    public static Sealer ofEvents(DataSource service, Signer signer, Path file, Clock clock) {
        SealStore store = new SealStore(
                JdbcClient.create(service),
                new TenantJdbc(service, TenantPredicate.byParameter()),
                new JdbcTransactionManager(service));
        return new Sealer(
                List.of(new EventLog(new EventTable(service))),
                store,
                signer,
                new CheckpointFile(file),
                clock,
                Duration.ZERO,
                Duration.ZERO);
    }

    /** Seals what is settled, a backlog at ease and in turns, then signs what is due to be signed. */
    void work() {
        sealAtEase();
        Instant due = clock.instant().minus(checkpointEvery);
        for (End end : store.uncheckedSince(due)) {
            checkpoint(end.tenant(), end.log());
        }
        anchor(false);
    }

    /** Seals all that is settled now, as fast as it can: somebody waits for it. */
    public void sealAll() {
        for (SealedLog each : logs) {
            while (sealSome(each) == BATCH) {
                // There is more.
            }
        }
    }

    /**
     * Seals what is settled, of each log for half a minute, in a twentieth of the time; the rest the next time. Ends
     * early where its thread is interrupted.
     */
    public void sealAtEase() {
        for (SealedLog each : logs) {
            long turn = System.nanoTime();
            long began = turn;
            while (sealSome(each) == BATCH && began - turn < TURN.toNanos()) {
                try {
                    Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - began)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                began = System.nanoTime();
            }
        }
    }

    private int sealSome(SealedLog each) {
        return store.alone(() -> sealBatch(each));
    }

    private int sealBatch(SealedLog each) {
        List<Entry> entries = each.behind(store.place(each.name()), BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        Map<TenantId, List<Entry>> byTenant = SealStore.byTenant(entries, Entry::tenant);
        Map<TenantId, End> ends = store.ends(each.name(), byTenant.keySet());
        List<Node> nodes = new ArrayList<>();
        Collection<End> grown = new ArrayList<>();
        byTenant.forEach((tenant, some) -> {
            End end = ends.get(tenant);
            RightEdge edge = end == null ? RightEdge.empty() : end.edge();
            for (Entry entry : some) {
                edge.add(entry.leaf(), (level, number, hash) -> {
                    if (level % Tree.KEPT_LEVELS == 0) {
                        nodes.add(new Node(tenant, level, number, level == 0 ? entry.position() : null, hash));
                    }
                });
            }
            grown.add(new End(tenant, each.name(), some.getLast().position(), edge));
        });
        store.keep(each.name(), nodes, grown);
        return entries.size();
    }

    /**
     * The newest checkpoint of a tree, made now if it has grown since the last one; empty where nothing is in it.
     *
     * @throws BrokenSeal if what is stored doesn't go on from what was signed before
     */
    Optional<Checkpoint> checkpoint(TenantId tenant, LogName name) {
        return store.alone(() -> {
            End end = store.ends(name, List.of(tenant)).get(tenant);
            Optional<Checkpoint> last = store.newest(tenant, name);
            if (end == null
                    || last.isPresent() && last.get().size() == end.edge().size()) {
                return last;
            }
            byte[] root = end.edge().root();
            last.ifPresent(before -> requireContinued(before, end, root));
            Instant now = clock.instant();
            String note = Notes.signed(
                    signer, Checkpoint.text(tenant, name, end.edge().size(), root, now));
            return Optional.of(store.add(tenant, name, end.edge().size(), root, note, now));
        });
    }

    private void requireContinued(Checkpoint before, End end, byte[] root) {
        Tree tree = new Tree(end.edge().size(), store.nodes(end.tenant(), end.log()));
        if (!Merkle.isConsistent(
                before.size(),
                tree.size(),
                before.root(),
                root,
                tree.consistency(Math.min(before.size(), tree.size())))) {
            throw new BrokenSeal("The log " + Checkpoint.origin(end.tenant(), end.log())
                    + " doesn't go on from what was signed of it: somebody has changed it, or its seal");
        }
    }

    /** Signs over all trees and writes what was signed since to the file outside, if that is due or wanted now. */
    void anchor(boolean now) {
        store.alone(() -> {
            long since = store.newest(TenantId.SERVICE, LogName.ALL)
                    .map(Checkpoint::number)
                    .orElse(0L);
            Instant due = clock.instant().minus(anchorEvery);
            boolean isDue = now
                    || store.newest(TenantId.SERVICE, LogName.ALL)
                            .filter(last -> last.madeAt().isAfter(due))
                            .isEmpty();
            if (isDue && store.newestNumber() > since) {
                List<Checkpoint> heads = store.heads(Long.MAX_VALUE);
                RightEdge all = over(heads);
                Instant at = clock.instant();
                String note = Notes.signed(
                        signer, Checkpoint.text(TenantId.SERVICE, LogName.ALL, all.size(), all.root(), at));
                store.add(TenantId.SERVICE, LogName.ALL, all.size(), all.root(), note, at);
                handOut(store.behind(since));
            }
            return true;
        });
    }

    /** What doesn't go on from what was handed out before isn't put over it: the file shows that it was so. */
    private void handOut(List<Checkpoint> made) {
        Set<String> broken = file.newest().stream()
                .filter(handed -> !stands(handed))
                .map(CheckpointFile.Handed::origin)
                .collect(Collectors.toSet());
        file.add(made.stream()
                .filter(one -> !broken.contains(Checkpoint.origin(one.tenant(), one.log())))
                .map(Checkpoint::note)
                .toList());
    }

    /** The tree whose leaves are checkpoints. */
    static RightEdge over(List<Checkpoint> heads) {
        RightEdge all = RightEdge.empty();
        heads.forEach(head -> all.add(ofHead(head), (level, number, hash) -> {}));
        return all;
    }

    static byte[] ofHead(Checkpoint head) {
        return Merkle.leaf("checkpoint/1", head.note());
    }

    /** Looks whether anything is missing, is too much, or isn't as it was handed out. Reads all events and leaves. */
    void check() {
        Completeness counted = store.completeness();
        completeness = counted;
        List<String> found = new ArrayList<>();
        if (!counted.isWhole()) {
            found.add(counted.toString());
        }
        file.newest().forEach(handed -> {
            if (!stands(handed)) {
                found.add("handed out, and not so any more: " + handed.origin() + " with " + handed.size());
            }
        });
        faults = List.copyOf(found);
        if (!found.isEmpty()) {
            log.error("The seal is broken: {}", found);
        }
    }

    /** Whether a tree still begins as it was when that was handed out. */
    private boolean stands(CheckpointFile.Handed handed) {
        if (handed.log() == LogName.ALL) {
            return true;
        }
        try {
            End end = store.ends(handed.log(), List.of(handed.tenant())).get(handed.tenant());
            return end != null
                    && handed.size() <= end.edge().size()
                    && Arrays.equals(
                            handed.root(), new Tree(handed.size(), store.nodes(handed.tenant(), handed.log())).root());
        } catch (BrokenSeal e) {
            return false;
        }
    }

    /** For how long the entry that waits longest has waited for its seal; zero where none waits. */
    Duration age() {
        Instant now = clock.instant();
        return logs.stream()
                .flatMap(each -> Stream.ofNullable(
                        each.recordedBehind(store.place(each.name())).orElse(null)))
                .map(recorded -> Duration.between(recorded, now))
                .filter(age -> !age.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What {@link #check} found; empty where all is well. */
    List<String> faults() {
        return faults;
    }

    /** What was counted last; null before the first time. */
    @Nullable
    Completeness counted() {
        return completeness;
    }
}
