package medflip.platform.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people in the United States write them, month before day, and as spreadsheets rewrite them. Years are
 * 2000 to 2099, in two digits or four. Dots between digits are refused: {@code 4.3.2026} is April to some, March to
 * others.
 */
public final class LooseDates {

    private static final Pattern MONTH_DAY_YEAR = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(\\d{4})([/-])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,9})\\.?[ -](\\d{1,2}),?[ -](\\d{4}|\\d{2})");
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("(\\d{1,2})[ -](\\p{L}{3,9})\\.?,?[ -](\\d{4}|\\d{2})");

    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[/-](\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/-](\\d{4}|\\d{2})");
    private static final Pattern NAME_YEAR = Pattern.compile("(\\p{L}{3,9})\\.?,?[ /-]?(\\d{4}|\\d{2})");

    private static final String NO_DATE = "This is no date. Write it like 11/24/2026.";
    private static final String NO_MONTH = "This is no month. Write it like 07/2027.";

    private LooseDates() {}

    /**
     * Reads a day: {@code 11/1/24}, {@code 11/01/2024}, {@code 2024-11-01}, {@code Nov 1, 2024}, {@code 1-Nov-24}.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static LocalDate day(String text) {
        String typed = text.strip();
        Matcher found;
        if ((found = MONTH_DAY_YEAR.matcher(typed)).matches()) {
            return day(year(found.group(4)), number(found.group(1)), number(found.group(3)));
        }
        if ((found = YEAR_MONTH_DAY.matcher(typed)).matches()) {
            return day(year(found.group(1)), number(found.group(3)), number(found.group(4)));
        }
        if ((found = NAME_DAY_YEAR.matcher(typed)).matches()) {
            return day(year(found.group(3)), named(found.group(1), NO_DATE), number(found.group(2)));
        }
        if ((found = DAY_NAME_YEAR.matcher(typed)).matches()) {
            return day(year(found.group(3)), named(found.group(2), NO_DATE), number(found.group(1)));
        }
        throw new IllegalArgumentException(NO_DATE);
    }

    /**
     * Reads the month printed on a box: {@code 2026-07}, {@code 07/2026}, {@code 07/26}, {@code Jul 2026}; or a day, of
     * which it takes the month.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static YearMonth month(String text) {
        String typed = text.strip();
        Matcher found;
        if ((found = YEAR_MONTH.matcher(typed)).matches()) {
            return month(year(found.group(1)), number(found.group(2)));
        }
        if ((found = MONTH_YEAR.matcher(typed)).matches()) {
            return month(year(found.group(2)), number(found.group(1)));
        }
        if ((found = NAME_YEAR.matcher(typed)).matches()) {
            return month(year(found.group(2)), named(found.group(1), NO_MONTH));
        }
        try {
            return YearMonth.from(day(typed));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage().equals(NO_DATE) ? NO_MONTH : e.getMessage(), e);
        }
    }

    private static LocalDate day(int year, int month, int day) {
        return existing("There is no such day.", () -> LocalDate.of(year, month, day));
    }

    private static YearMonth month(int year, int month) {
        return existing("There is no such month.", () -> YearMonth.of(year, month));
    }

    private static <T> T existing(String otherwise, Supplier<T> date) {
        try {
            return date.get();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(otherwise, e);
        }
    }

    private static int year(String digits) {
        int year = digits.length() == 2 ? 2000 + number(digits) : number(digits);
        if (year < 2000 || year > 2099) {
            throw new IllegalArgumentException("The year must be between 2000 and 2099.");
        }
        return year;
    }

    /** A month's name or its beginning, of three letters at least. */
    private static int named(String name, String otherwise) {
        String beginning = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(otherwise))
                .getValue();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
