package medflip.platform.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads dates as people write them, and as spreadsheets rewrite them; in the United States the month stands before the
 * day. Years are 2000 to 2099, in two digits or four. Dots between digits are read where the day stands first, and
 * refused elsewhere: {@code 4.3.2026} is April to some, March to others.
 */
public final class LooseDates {

    /** Which of two numbers is the month, where both could be. */
    public enum DayOrder {
        MONTH_FIRST,
        DAY_FIRST
    }

    private static final int MONTHS_OF_A_YEAR = 12;

    private static final String YEAR = "(?<year>\\d{4}|\\d{2})";
    private static final String NAME = "(?<month>\\p{L}{3,9})\\.?";

    private static final List<Pattern> DAYS = List.of(
            Pattern.compile("(?<month>\\d{1,2})(?<sign>[/-])(?<day>\\d{1,2})\\k<sign>" + YEAR),
            Pattern.compile("(?<year>\\d{4})(?<sign>[/-])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})"),
            Pattern.compile(NAME + "[ -](?<day>\\d{1,2}),?[ -]" + YEAR),
            Pattern.compile("(?<day>\\d{1,2})[ -]" + NAME + ",?[ -]" + YEAR));

    private static final List<Pattern> DAYS_FIRST = Stream.concat(
                    Stream.of(Pattern.compile("(?<day>\\d{1,2})(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>" + YEAR)),
                    DAYS.stream().skip(1))
            .toList();

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(?:\\d{4}|\\d{2})");

    private static final List<Pattern> MONTHS = List.of(
            Pattern.compile("(?<year>\\d{4})[/-](?<month>\\d{1,2})"),
            Pattern.compile("(?<month>\\d{1,2})[/-]" + YEAR),
            Pattern.compile(NAME + ",?[ /-]?" + YEAR));

    private LooseDates() {}

    /**
     * Reads a day: {@code 11/1/24}, {@code 11/01/2024}, {@code 2024-11-01}, {@code Nov 1, 2024}, {@code 1-Nov-24}.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static LocalDate day(String text) {
        return day(text, DayOrder.MONTH_FIRST);
    }

    /**
     * Reads a day whose numbers stand in this order; {@code 24.11.2026} too, where the day stands first.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static LocalDate day(String text, DayOrder order) {
        return matched(days(order), text)
                .map(LooseDates::day)
                .orElseThrow(() -> new IllegalArgumentException("This is no date. Write it like "
                        + (order == DayOrder.DAY_FIRST ? "24/11/2026." : "11/24/2026.")));
    }

    /** The order that these days are most likely written in: the one that makes days of more of them. */
    public static DayOrder order(List<String> texts) {
        long monthFirst = 0;
        long dayFirst = 0;
        for (String text : texts) {
            Matcher numbers = NUMBERS.matcher(text.strip());
            if (numbers.matches()) {
                boolean dots = numbers.group(2).equals(".");
                if (dots || Integer.parseInt(numbers.group(1)) > MONTHS_OF_A_YEAR) {
                    dayFirst++;
                } else if (Integer.parseInt(numbers.group(3)) > MONTHS_OF_A_YEAR) {
                    monthFirst++;
                }
            }
        }
        return dayFirst > monthFirst ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
    }

    /**
     * Reads the month printed on a box: {@code 2026-07}, {@code 07/2026}, {@code 07/26}, {@code Jul 2026}; or a day, of
     * which it takes the month.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static YearMonth month(String text) {
        return month(text, DayOrder.MONTH_FIRST);
    }

    /** Reads the month printed on a box, or that of a day whose numbers stand in this order. */
    public static YearMonth month(String text, DayOrder order) {
        return matched(MONTHS, text)
                .map(found -> existing("There is no such month.", () -> YearMonth.of(year(found), month(found))))
                .or(() -> matched(days(order), text).map(LooseDates::day).map(YearMonth::from))
                .orElseThrow(() -> new IllegalArgumentException("This is no month. Write it like 07/2027."));
    }

    private static List<Pattern> days(DayOrder order) {
        return order == DayOrder.DAY_FIRST ? DAYS_FIRST : DAYS;
    }

    private static Optional<Matcher> matched(List<Pattern> forms, String text) {
        String typed = text.strip();
        return forms.stream()
                .map(form -> form.matcher(typed))
                .filter(Matcher::matches)
                .findFirst();
    }

    private static LocalDate day(Matcher found) {
        return existing(
                "There is no such day.",
                () -> LocalDate.of(year(found), month(found), Integer.parseInt(found.group("day"))));
    }

    private static <T> T existing(String otherwise, Supplier<T> date) {
        try {
            return date.get();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(otherwise, e);
        }
    }

    private static int year(Matcher found) {
        String digits = found.group("year");
        int year = Integer.parseInt(digits) + (digits.length() == 2 ? 2000 : 0);
        if (year < 2000 || year > 2099) {
            throw new IllegalArgumentException("The year must be between 2000 and 2099.");
        }
        return year;
    }

    /** A number, or a name or its beginning, of three letters at least. */
    private static int month(Matcher found) {
        String month = found.group("month").toUpperCase(Locale.ROOT);
        if (Character.isDigit(month.charAt(0))) {
            return Integer.parseInt(month);
        }
        return Arrays.stream(Month.values())
                .filter(candidate -> candidate.name().startsWith(month))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such month."))
                .getValue();
    }
}
