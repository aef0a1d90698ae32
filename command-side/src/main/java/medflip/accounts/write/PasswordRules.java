package medflip.accounts.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a new password must be (NIST SP 800-63B-4, 3.1.1.2): long, since it may be all that guards the account, and
 * nothing that is guessed first. There are no rules on characters, and it never has to be changed for its age.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 15;
    static final int LONGEST = 128;

    /** What isn't made of the name of somebody or something must itself be longer than this. */
    private static final int LEFT_OVER = 7;

    private static final int SHORTEST_NAME = 4;
    private static final Pattern NO_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DECORATION = Pattern.compile("^[\\d\\p{Punct}\\s]+|[\\d\\p{Punct}\\s]+$");
    private static final String[] ROWS = {
        "abcdefghijklmnopqrstuvwxyz", "0123456789", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"
    };

    private final Set<String> common;

    PasswordRules() {
        ClassPathResource list = new ClassPathResource("accounts/common-passwords.txt");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8))) {
            common = lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param context what is known of who chooses it: address, name of the business
     * @throws IllegalArgumentException with a reason that a person can read
     */
    String check(String password, String... context) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "A password has " + SHORTEST + " to " + LONGEST + " characters. A few words do well.");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain)) {
            throw new IllegalArgumentException("This is among the first passwords that somebody would try.");
        }
        if (Stream.concat(
                        Stream.of("medflip", "medflipprofit"),
                        Stream.of(context).flatMap(PasswordRules::names))
                .anyMatch(name -> isMadeOf(plain, name))) {
            throw new IllegalArgumentException("This is too close to your address, your business's name or ours.");
        }
        return password;
    }

    /** On the list; or with nothing but digits and signs around it; or something short again and again; or in a row. */
    private boolean isCommon(String password) {
        String bare = DECORATION.matcher(password).replaceAll("");
        return Stream.of(password, bare, unit(password), unit(bare)).anyMatch(common::contains)
                || unit(password).length() <= SHORTEST_NAME
                || isRun(password)
                || bare.isEmpty();
    }

    /** The shortest text that the password repeats; the password itself if it repeats none. */
    private static String unit(String password) {
        for (int length = 1; length <= password.length() / 2; length++) {
            String unit = password.substring(0, length);
            if (unit.repeat(password.length() / length + 1).startsWith(password)) {
                return unit;
            }
        }
        return password;
    }

    /** Along the alphabet, the digits or a row of keys, forwards or backwards. */
    private static boolean isRun(String password) {
        return Stream.of(ROWS)
                .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
                .anyMatch(
                        row -> row.repeat(password.length() / row.length() + 2).contains(password));
    }

    private static Stream<String> names(String known) {
        String lower = known.toLowerCase(Locale.ROOT);
        return Stream.of(lower, lower.replaceFirst("@.*", ""))
                .map(name -> NO_LETTERS_OR_DIGITS.matcher(name).replaceAll(""))
                .filter(name -> name.length() >= SHORTEST_NAME);
    }

    private static boolean isMadeOf(String password, String name) {
        String letters = NO_LETTERS_OR_DIGITS.matcher(password).replaceAll("");
        return letters.contains(name)
                && Objects.requireNonNull(letters.replace(name, "")).length() <= LEFT_OVER;
    }
}
