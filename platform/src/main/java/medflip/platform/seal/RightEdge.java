package medflip.platform.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Where a tree grows: the roots of the whole subtrees that make it, the largest first. */
final class RightEdge {

    static final int HASH = 32;

    /** Told of each node, leaves included, as soon as it is whole. */
    @FunctionalInterface
    interface Whole {
        void node(int level, long number, byte[] hash);
    }

    private long size;
    private final List<byte[]> peaks = new ArrayList<>();

    private RightEdge(long size) {
        this.size = size;
    }

    static RightEdge empty() {
        return new RightEdge(0);
    }

    static RightEdge of(long size, byte[] stored) {
        RightEdge edge = new RightEdge(size);
        if (stored.length != HASH * Long.bitCount(size)) {
            throw new IllegalStateException("A tree of " + size + " leaves doesn't end so");
        }
        ByteBuffer hashes = ByteBuffer.wrap(stored);
        while (hashes.hasRemaining()) {
            byte[] peak = new byte[HASH];
            hashes.get(peak);
            edge.peaks.add(peak);
        }
        return edge;
    }

    void add(byte[] leaf, Whole whole) {
        byte[] hash = leaf;
        int level = 0;
        whole.node(0, size, hash);
        while ((size >> level & 1) == 1) {
            hash = Merkle.node(peaks.removeLast(), hash);
            level++;
            whole.node(level, size >> level, hash);
        }
        peaks.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return Merkle.empty();
        }
        byte[] root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Merkle.node(peaks.get(i), root);
        }
        return root;
    }

    byte[] stored() {
        ByteBuffer hashes = ByteBuffer.allocate(HASH * peaks.size());
        peaks.forEach(hashes::put);
        return hashes.array();
    }
}
