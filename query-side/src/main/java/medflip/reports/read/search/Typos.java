package medflip.reports.read.search;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a mistyped word could have been: every word that is one letter more, one less, one other, or two neighbours
 * swapped away (Damerau and Levenshtein's distance of 1), itself among them. A word of eight letters has about 450.
 */
final class Typos {

    /** Of a shorter word, too much is one letter away. */
    private static final int SHORTEST = 4;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Typos() {}

    /** @param word in small letters; a short one, or one with digits, is taken as it is */
    static Set<String> near(String word) {
        Set<String> near = new TreeSet<>(Set.of(word));
        if (word.length() < SHORTEST || word.chars().anyMatch(Character::isDigit)) {
            return near;
        }
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String rest = word.substring(i);
            insert(before, rest, near);
            if (!rest.isEmpty()) {
                insert(before, rest.substring(1), near);
            }
            if (!rest.isEmpty() && word.length() > SHORTEST) {
                near.add(before + rest.substring(1));
            }
            if (rest.length() > 1) {
                near.add(before + rest.charAt(1) + rest.charAt(0) + rest.substring(2));
            }
        }
        return near;
    }

    private static void insert(String before, String after, Set<String> near) {
        LETTERS.chars().forEach(letter -> near.add(before + (char) letter + after));
    }
}
