package medflip.platform.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How texts are made alike before they are searched: case, accents and double spaces don't matter. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_SPACE = Pattern.compile("[^\\p{L}\\p{N} ]+");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    /** A phone number as people type it, whole or in part. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9()\\-./ ]{3,}");

    private static final int WORDS_MAX = 8;

    private SearchText() {}

    /** One folded text of all parts; absent ones are left out. */
    public static String fold(@Nullable String... parts) {
        String text = Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The digits alone: how a phone number is found however it is written. */
    public static String digits(String phone) {
        return NOT_DIGITS.matcher(phone).replaceAll("");
    }

    /**
     * The words of all parts, each after a space: so a space and a few letters find the beginnings of words alone. A
     * dash parts words as a space does, and what it parts is found in one as well.
     */
    public static String beginnings(@Nullable String... parts) {
        return Arrays.stream(parts)
                .map(SearchText::fold)
                .flatMap(part -> Stream.of(
                        NOT_WORD.matcher(part).replaceAll(" "),
                        NOT_SPACE.matcher(part).replaceAll("")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" ", " ", ""));
    }

    /** The letters that must all be found at the {@link #beginnings} of words, at most eight. */
    public static List<String> begun(@Nullable String search) {
        return NOT_WORD.splitAsStream(fold(search))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }

    /** What must all be found, at most eight words; the digits together where a phone number is looked for. */
    public static List<String> words(@Nullable String search) {
        String folded = fold(search);
        if (PHONE.matcher(folded).matches() && digits(folded).length() >= 3) {
            return List.of(digits(folded));
        }
        return Stream.of(folded.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }
}
