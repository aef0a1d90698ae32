package medflip.platform.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.Signer;
import org.springframework.stereotype.Component;

/** What a tenant may have of the seal: its checkpoints, and proofs that can be checked without us. */
@Component
public class Seals {

    private static final int PAGE = 5_000;

    private final Sealer sealer;
    private final SealStore store;
    private final Signer signer;

    Seals(Sealer sealer, SealStore store, Signer signer) {
        this.sealer = sealer;
        this.store = store;
        this.signer = signer;
    }

    /**
     * Signs as checkpoints are signed.
     *
     * @param text whole lines
     */
    public String signed(String text) {
        return Notes.signed(signer, text);
    }

    /**
     * That an entry is in a tree.
     *
     * @param proof hashes beside the way from the leaf to the root, from below (RFC 6962, 2.1.1)
     */
    public record Inclusion(Leaf leaf, Checkpoint checkpoint, List<byte[]> proof) {}

    /**
     * That a tree begins with all that an earlier one had.
     *
     * @param proof as RFC 6962 has it (2.1.2)
     */
    public record Consistency(Checkpoint from, Checkpoint to, List<byte[]> proof) {}

    /**
     * That a tenant's checkpoint is among all.
     *
     * @param number of its leaf in the tree over all
     */
    public record AmongAll(Checkpoint all, Checkpoint own, long number, List<byte[]> proof) {}

    /**
     * How it stands.
     *
     * @param age for how long what waits longest has waited
     * @param faults what the last look found wrong; 0 where all is as it was sealed
     */
    public record Standing(Duration age, int faults) {}

    public Standing standing() {
        return new Standing(sealer.age(), sealer.faults().size());
    }

    /** The newest checkpoint, over all that is recorded by now; empty where there is nothing yet. */
    public Optional<Checkpoint> current(TenantId tenant, LogName log) {
        sealer.sealAll();
        return sealer.checkpoint(tenant, log);
    }

    /** Those before one of them, the newest first. */
    public List<Checkpoint> checkpoints(TenantId tenant, LogName log, long below, int most) {
        return store.checkpoints(tenant, log, below, most);
    }

    /** Every one of a tenant's up to one of them, the newest first. */
    public void eachCheckpoint(TenantId tenant, LogName log, long upTo, Consumer<Checkpoint> each) {
        long below = upTo + 1;
        List<Checkpoint> page;
        do {
            page = store.checkpoints(tenant, log, below, PAGE);
            page.forEach(each);
            below = page.isEmpty() ? 0 : page.getLast().number();
        } while (page.size() == PAGE);
    }

    /**
     * That the entry at a position is sealed, by the newest checkpoint.
     *
     * @throws CommandRejected if the tenant has no such entry
     */
    public Inclusion inclusion(TenantId tenant, LogName log, long position) {
        Checkpoint checkpoint = current(tenant, log).orElseThrow(Seals::notFound);
        Leaf leaf = store.leaf(tenant, log, position)
                .filter(known -> known.number() < checkpoint.size())
                .orElseThrow(Seals::notFound);
        return new Inclusion(
                leaf, checkpoint, new Tree(checkpoint.size(), store.nodes(tenant, log)).inclusion(leaf.number()));
    }

    /**
     * That one checkpoint goes on from another.
     *
     * @param from size of the earlier one
     * @param to size of the later one
     * @throws CommandRejected if no checkpoint of such a size was signed
     */
    public Consistency consistency(TenantId tenant, LogName log, long from, long to) {
        Checkpoint earlier = store.ofSize(tenant, log, from).orElseThrow(Seals::notFound);
        Checkpoint later = store.ofSize(tenant, log, to)
                .filter(one -> one.size() >= earlier.size())
                .orElseThrow(Seals::notFound);
        return new Consistency(
                earlier, later, new Tree(later.size(), store.nodes(tenant, log)).consistency(earlier.size()));
    }

    /** That the tenant's checkpoint is among all that were signed over together last; makes that now. */
    public Optional<AmongAll> amongAll(TenantId tenant, LogName log) {
        sealer.anchor(true);
        return store.newest(TenantId.SERVICE, LogName.ALL).flatMap(all -> {
            List<Checkpoint> heads = store.heads(all.number());
            return IntStream.range(0, heads.size())
                    .filter(i ->
                            heads.get(i).tenant().equals(tenant) && heads.get(i).log() == log)
                    .boxed()
                    .findFirst()
                    .map(i -> new AmongAll(all, heads.get(i), i, beside(heads, i)));
        });
    }

    private static List<byte[]> beside(List<Checkpoint> heads, int number) {
        List<byte[]> leaves = heads.stream().map(Sealer::ofHead).toList();
        Tree.Nodes nodes = (level, first, count) -> {
            RightEdge part = RightEdge.empty();
            List<byte[]> found = new ArrayList<>();
            long begin = first << level;
            long end = (first + count) << level;
            for (byte[] leaf : leaves.subList((int) begin, (int) end)) {
                part.add(leaf, (at, index, hash) -> {
                    if (at == level) {
                        found.add(hash);
                    }
                });
            }
            return found;
        };
        return new Tree(leaves.size(), nodes).inclusion(number);
    }

    /** A tenant's leaves up to a size, in order. */
    public void eachLeaf(TenantId tenant, LogName log, long size, Consumer<Leaf> each) {
        long from = 0;
        while (from < size) {
            List<Leaf> page = store.leaves(tenant, log, from, (int) Math.min(PAGE, size - from));
            if (page.isEmpty()) {
                throw new BrokenSeal("Leaves of " + Checkpoint.origin(tenant, log) + " are missing");
            }
            page.forEach(each);
            from += page.size();
        }
    }

    private static CommandRejected notFound() {
        return new CommandRejected(RequestRejection.NOT_FOUND);
    }
}
