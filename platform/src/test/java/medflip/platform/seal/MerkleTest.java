package medflip.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTest {

    /** Entries and roots that implementations of Certificate Transparency test themselves by. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** More leaves than lie under one kept node, twice over and some. */
    private static final int LARGE = 600;

    /** A tree as it would be stored. */
    private static final class Grown {
        private final Map<String, byte[]> nodes = new TreeMap<>();
        private final List<byte[]> roots = new ArrayList<>();
        private final List<byte[]> leaves = new ArrayList<>();

        Grown(int size) {
            RightEdge edge = RightEdge.empty();
            for (int i = 0; i < size; i++) {
                byte[] leaf = Merkle.leaf("entry", i);
                leaves.add(leaf);
                edge.add(leaf, (level, number, hash) -> {
                    if (level % Tree.KEPT_LEVELS == 0) {
                        nodes.put(level + "/" + number, hash);
                    }
                });
                edge = RightEdge.of(edge.size(), edge.stored());
                roots.add(edge.root());
            }
        }

        Tree tree(long size) {
            return new Tree(
                    size,
                    (level, first, count) -> IntStream.range(0, count)
                            .mapToObj(i -> nodes.get(level + "/" + (first + i)))
                            .toList());
        }
    }

    private final Grown grown = new Grown(LARGE);

    @Test
    void roots_are_those_of_rfc_6962() {
        RightEdge edge = RightEdge.empty();
        List<String> roots = new ArrayList<>();
        for (String entry : ENTRIES) {
            edge.add(Merkle.leafOf(HexFormat.of().parseHex(entry)), (level, number, hash) -> {});
            roots.add(HexFormat.of().formatHex(edge.root()));
        }
        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void the_stored_nodes_give_the_root_of_every_size() {
        for (int size = 1; size <= LARGE; size++) {
            assertThat(grown.tree(size).root()).as("%d leaves", size).isEqualTo(grown.roots.get(size - 1));
        }
    }

    @Test
    void every_leaf_is_proven_to_be_in_and_no_other_is() {
        for (int size : new int[] {1, 2, 3, 7, 8, 255, 256, 257, 511, LARGE}) {
            for (int number = 0; number < size; number += 1 + size / 40) {
                List<byte[]> proof = grown.tree(size).inclusion(number);
                byte[] root = grown.roots.get(size - 1);
                assertThat(Merkle.isIncluded(number, size, grown.leaves.get(number), proof, root))
                        .isTrue();
                assertThat(Merkle.isIncluded(number, size, Merkle.leaf("another"), proof, root))
                        .isFalse();
                assertThat(size > 1
                                && Merkle.isIncluded((number + 1) % size, size, grown.leaves.get(number), proof, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_size_is_proven_to_be_the_beginning_of_a_larger_one_and_no_other_tree_is() {
        for (int to : new int[] {1, 2, 5, 8, 255, 256, 257, LARGE}) {
            for (int from = 1; from <= to; from += 1 + to / 60) {
                List<byte[]> proof = grown.tree(to).consistency(from);
                byte[] early = grown.roots.get(from - 1);
                byte[] late = grown.roots.get(to - 1);
                assertThat(Merkle.isConsistent(from, to, early, late, proof))
                        .as("%d and %d", from, to)
                        .isTrue();
                assertThat(Merkle.isConsistent(from, to, Merkle.leaf("another"), late, proof))
                        .as("%d and %d", from, to)
                        .isFalse();
                assertThat(Merkle.isConsistent(from, to, early, Merkle.leaf("another"), proof))
                        .as("%d and %d", from, to)
                        .isFalse();
            }
        }
    }

    @Test
    void no_two_entries_are_written_alike() {
        assertThat(Merkle.leaf("ab", "c")).isNotEqualTo(Merkle.leaf("a", "bc"));
        assertThat(Merkle.leaf("a", null)).isNotEqualTo(Merkle.leaf("a", ""));
    }
}
