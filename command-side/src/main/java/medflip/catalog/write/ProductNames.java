package medflip.catalog.write;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;

/** Finds a product by what somebody else calls it: {@code onetouch verio 50} is OneTouch Verio 50ct. */
record ProductNames(List<Named> all) {

    private static final Pattern COUNTED = Pattern.compile("(\\d+) ?(?:ct|cnt|count|pk|pack|strips|boxes)\\b");
    private static final int SHOWN = 3;

    record Named(ProductId id, String name) {

        private List<String> words() {
            return words(name);
        }

        private static List<String> words(String text) {
            return Stream.of(COUNTED.matcher(ProductVariant.fold(text))
                            .replaceAll("$1")
                            .split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /** @throws IllegalArgumentException with a reason that a person can read: none fits, or several fit equally well */
    Named find(String text) {
        List<String> words = Named.words(text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("There is no item in this line.");
        }
        List<Named> fitting = all.stream()
                .filter(product -> fits(words, product.words()))
                .sorted(Comparator.comparingInt(product -> product.words().size()))
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("None of your products is called “" + text.strip() + "”. Add it first.");
        }
        int closest = fitting.getFirst().words().size();
        List<Named> best = fitting.stream()
                .filter(product -> product.words().size() == closest)
                .toList();
        if (best.size() > 1) {
            throw new IllegalArgumentException(
                    "Which one? " + best.stream().limit(SHOWN).map(Named::name).collect(Collectors.joining(", ")));
        }
        return best.getFirst();
    }

    private static boolean fits(List<String> words, List<String> name) {
        return words.stream().allMatch(word -> name.stream().anyMatch(candidate -> begins(word, candidate)));
    }

    /** A number is meant whole: 5 isn't the beginning of 50. */
    private static boolean begins(String word, String candidate) {
        return candidate.startsWith(word)
                && (candidate.length() == word.length()
                        || !Character.isDigit(word.charAt(word.length() - 1))
                        || !Character.isDigit(candidate.charAt(word.length())));
    }
}
