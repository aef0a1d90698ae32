package medflip.imports.write;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a column can mean.
 *
 * @param word what the API calls it
 * @param heading what a newcomer would write above the column
 * @param required whether a row without it can't be entered
 * @param names how headings call it, folded; the heading among them
 */
record Field(String word, String heading, boolean required, Set<String> names) {

    static Field required(String word, String heading, String... synonyms) {
        return of(word, heading, true, synonyms);
    }

    static Field optional(String word, String heading, String... synonyms) {
        return of(word, heading, false, synonyms);
    }

    /** Whether a heading means this; case, spaces and punctuation don't matter. */
    boolean isCalled(String heading) {
        return names.contains(fold(heading));
    }

    static String fold(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Field of(String word, String heading, boolean required, String... synonyms) {
        Set<String> names = Stream.concat(Stream.of(word, heading), List.of(synonyms).stream())
                .map(Field::fold)
                .collect(Collectors.toUnmodifiableSet());
        return new Field(word, heading, required, names);
    }
}
