package medflip.platform.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values that are looked for, in all their spellings. A text is gone through once, however many they are. */
final class Wanted {

    private final List<String> spelled;
    private final Needles inAnyCase;
    private final Needles exact;

    Wanted(Collection<String> values) {
        spelled = values.stream()
                .flatMap(value -> PersonalValues.spellings(value).stream())
                .distinct()
                .toList();
        inAnyCase = new Needles(spelled);
        exact = new Needles(values.stream()
                .flatMap(value -> PersonalValues.base64(value).stream())
                .distinct()
                .toList());
    }

    /** In lower case, but for Base64. */
    List<String> spelled() {
        return spelled;
    }

    /** Whether the text says one of them. */
    boolean in(String text) {
        return inAnyCase.in(text.toLowerCase(Locale.ROOT)) || exact.in(text);
    }

    /**
     * Texts by the hash of how they begin, which rolls along what is searched.
     *
     * @see <a href="https://doi.org/10.1147/rd.312.0249">Karp and Rabin, 1987</a>
     */
    private static final class Needles {

        private static final int LONGEST_BEGINNING = PersonalValues.SHORTEST;
        private static final int LIKELY_BITS = 1 << 20;
        private static final int BASE = 31;

        private final Map<Integer, List<String>> byBeginning = new HashMap<>();
        /** Of the hashes above: most places of a text are passed by a look at one bit. */
        private final BitSet likely = new BitSet(LIKELY_BITS);

        private final int beginning;
        private final int weightOfFirst;

        Needles(Collection<String> needles) {
            beginning = Math.min(needles.stream().mapToInt(String::length).min().orElse(0), LONGEST_BEGINNING);
            int weight = 1;
            for (int i = 1; i < beginning; i++) {
                weight *= BASE;
            }
            weightOfFirst = weight;
            for (String needle : needles) {
                int hash = needle.substring(0, beginning).hashCode();
                byBeginning.computeIfAbsent(hash, unseen -> new ArrayList<>()).add(needle);
                likely.set(bit(hash));
            }
        }

        boolean in(String text) {
            if (byBeginning.isEmpty() || text.length() < beginning) {
                return false;
            }
            int hash = text.substring(0, beginning).hashCode();
            for (int start = 0; ; start++) {
                if (likely.get(bit(hash)) && isAt(text, start, hash)) {
                    return true;
                }
                int next = start + beginning;
                if (next >= text.length()) {
                    return false;
                }
                // As String.hashCode has it.
                hash = BASE * (hash - weightOfFirst * text.charAt(start)) + text.charAt(next);
            }
        }

        private boolean isAt(String text, int start, int hash) {
            for (String needle : byBeginning.getOrDefault(hash, List.of())) {
                if (text.startsWith(needle, start)) {
                    return true;
                }
            }
            return false;
        }

        private static int bit(int hash) {
            return (hash ^ hash >>> 12) & LIKELY_BITS - 1;
        }
    }
}
