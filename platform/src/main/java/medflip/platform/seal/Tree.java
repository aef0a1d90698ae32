package medflip.platform.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree as it is stored, up to one size of it: what proofs are made from (RFC 6962, 2.1.1 and 2.1.2).
 *
 * @param size leaves, from 1
 */
record Tree(long size, Nodes nodes) {

    /** Every so many levels, nodes are kept. */
    static final int KEPT_LEVELS = 8;

    /** What is kept of it. */
    @FunctionalInterface
    interface Nodes {

        /**
         * So many whole nodes of a level that is kept, side by side.
         *
         * @throws IllegalStateException if one isn't there
         */
        List<byte[]> of(int level, long first, int count);
    }

    byte[] root() {
        return hash(0, size);
    }

    /** By which {@link Merkle#isIncluded} is told that the leaf is in it. */
    List<byte[]> inclusion(long number) {
        List<byte[]> path = new ArrayList<>();
        include(number, 0, size, path);
        return path;
    }

    private void include(long number, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + half(to - from);
        if (number < middle) {
            include(number, from, middle, path);
            path.add(hash(middle, to));
        } else {
            include(number, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    /** By which {@link Merkle#isConsistent} is told that a smaller tree is its beginning. */
    List<byte[]> consistency(long smaller) {
        List<byte[]> path = new ArrayList<>();
        if (smaller < size) {
            extend(smaller, 0, size, true, path);
        }
        return path;
    }

    private void extend(long smaller, long from, long to, boolean known, List<byte[]> path) {
        if (smaller == to) {
            if (!known) {
                path.add(hash(from, to));
            }
            return;
        }
        long middle = from + half(to - from);
        if (smaller <= middle) {
            extend(smaller, from, middle, known, path);
            path.add(hash(middle, to));
        } else {
            extend(smaller, middle, to, false, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return whole(Long.numberOfTrailingZeros(count), from);
        }
        long middle = from + half(count);
        return Merkle.node(hash(from, middle), hash(middle, to));
    }

    /** A whole subtree, from the nodes below it that are kept. */
    private byte[] whole(int level, long firstLeaf) {
        int kept = level - level % KEPT_LEVELS;
        List<byte[]> hashes = new ArrayList<>(nodes.of(kept, firstLeaf >> kept, 1 << (level - kept)));
        while (hashes.size() > 1) {
            List<byte[]> above = new ArrayList<>(hashes.size() / 2);
            for (int i = 0; i < hashes.size(); i += 2) {
                above.add(Merkle.node(hashes.get(i), hashes.get(i + 1)));
            }
            hashes = above;
        }
        return hashes.getFirst();
    }

    /** The largest power of two below it. */
    private static long half(long count) {
        return Long.highestOneBit(count - 1);
    }
}
