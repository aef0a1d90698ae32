package medflip.platform.seal;

/**
 * An entry's place in its tree.
 *
 * @param number of the leaf, from 0, without holes
 * @param position of the entry in its log
 */
public record Leaf(long number, long position, byte[] hash) {}
