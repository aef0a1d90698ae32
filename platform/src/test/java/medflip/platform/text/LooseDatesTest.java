package medflip.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import medflip.platform.text.LooseDates.DayOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/4/26",
                "03/04/26",
                "3/04/2026",
                "03/04/2026",
                "3-4-2026",
                "2026-03-04",
                "2026/3/4",
                "Mar 4, 2026",
                "March 4, 2026",
                "mar. 4 2026",
                "4 Mar 2026",
                "4-Mar-26",
                " 3/4/26 "
            })
    void a_day_reads_in_every_form(String typed) {
        assertThat(LooseDates.day(typed)).isEqualTo(LocalDate.of(2026, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07",
                "2026/7",
                "07/2026",
                "7/2026",
                "07/26",
                "7-26",
                "Jul 2026",
                "July 2026",
                "Jul-26",
                "JUL2026",
                "2026-07-31",
                "7/31/26",
                "Jul 31, 2026"
            })
    void an_expiry_reads_in_every_form(String typed) {
        assertThat(LooseDates.month(typed)).isEqualTo(YearMonth.of(2026, 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    13/45/2025   | There is no such day.
                    2/29/2025    | There is no such day.
                    2026-13-01   | There is no such day.
                    11/1/1924    | The year must be between 2000 and 2099.
                    TOTAL        | This is no date. Write it like 11/24/2026.
                    4.3.2026     | This is no date. Write it like 11/24/2026.
                    Foo 4, 2026  | There is no such month.
                    45000        | This is no date. Write it like 11/24/2026.
                    """)
    void an_impossible_day_says_why(String typed, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LooseDates.day(typed))
                .withMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    soon       | This is no month. Write it like 07/2027.
                    13/2025    | There is no such month.
                    Foo 2026   | There is no such month.
                    13/45/2025 | There is no such day.
                    """)
    void an_impossible_month_says_why(String typed, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LooseDates.month(typed))
                .withMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({"24.12.2025, 2025-12-24", "4/3/26, 2026-03-04", "2026-03-04, 2026-03-04", "1-Nov-24, 2024-11-01"})
    void the_day_stands_first_where_that_is_said(String typed, LocalDate day) {
        assertThat(LooseDates.day(typed, DayOrder.DAY_FIRST)).isEqualTo(day);
    }

    @Test
    void the_order_is_the_one_that_makes_days_of_most() {
        assertThat(LooseDates.order(List.of("4/3/26", "24/12/25", "x"))).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(LooseDates.order(List.of("4.3.2026"))).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(LooseDates.order(List.of("4/3/26", "12/24/25"))).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(LooseDates.order(List.of("4/3/26"))).isEqualTo(DayOrder.MONTH_FIRST);
    }
}
