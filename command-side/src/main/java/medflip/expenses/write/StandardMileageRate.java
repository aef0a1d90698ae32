package medflip.expenses.write;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;

/**
 * What a mile by car for a business counts, in tenths of a cent: the IRS's optional standard rates. A year beyond the
 * last that is known here has none; the IRS may change a rate within a year, as it did in 2022 and 2026.
 */
enum StandardMileageRate {
    FROM_2022(LocalDate.of(2022, Month.JANUARY, 1), 585, "Notice 2022-03"),
    FROM_JULY_2022(LocalDate.of(2022, Month.JULY, 1), 625, "Announcement 2022-13"),
    FROM_2023(LocalDate.of(2023, Month.JANUARY, 1), 655, "Notice 2023-03"),
    FROM_2024(LocalDate.of(2024, Month.JANUARY, 1), 670, "Notice 2024-08"),
    FROM_2025(LocalDate.of(2025, Month.JANUARY, 1), 700, "Notice 2025-05"),
    FROM_2026(LocalDate.of(2026, Month.JANUARY, 1), 725, "Notice 2026-10"),
    FROM_JULY_2026(LocalDate.of(2026, Month.JULY, 1), 760, "Announcement 2026-11");

    private static final LocalDate KNOWN_UNTIL = LocalDate.of(2026, Month.DECEMBER, 31);

    private final LocalDate from;
    private final int tenthsOfCents;
    private final String source;

    StandardMileageRate(LocalDate from, int tenthsOfCents, String source) {
        this.from = from;
        this.tenthsOfCents = tenthsOfCents;
        this.source = source;
    }

    LocalDate from() {
        return from;
    }

    int tenthsOfCents() {
        return tenthsOfCents;
    }

    /** What the IRS calls the paper in which it set the rate. */
    String source() {
        return source;
    }

    /** The rate of a day; empty before the first and after the last that is known. */
    static Optional<StandardMileageRate> on(LocalDate day) {
        return day.isAfter(KNOWN_UNTIL)
                ? Optional.empty()
                : List.of(values()).reversed().stream()
                        .filter(rate -> !day.isBefore(rate.from))
                        .findFirst();
    }
}
