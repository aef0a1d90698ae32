package medflip.expenses.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardMileageRateTest {

    @ParameterizedTest
    @CsvSource({
        "2022-01-01, 585", "2022-06-30, 585", "2022-07-01, 625", "2023-01-01, 655", "2023-12-31, 655",
        "2024-01-01, 670", "2024-12-31, 670", "2025-06-15, 700", "2026-06-30, 725", "2026-07-01, 760",
        "2026-12-31, 760"
    })
    void each_day_has_the_rate_that_the_irs_set_for_it(LocalDate day, int tenthsOfCents) {
        assertThat(StandardMileageRate.on(day).map(StandardMileageRate::tenthsOfCents))
                .contains(tenthsOfCents);
    }

    @Test
    void days_outside_of_what_is_known_have_none() {
        assertThat(StandardMileageRate.on(LocalDate.of(2021, 12, 31))).isEqualTo(Optional.empty());
        assertThat(StandardMileageRate.on(LocalDate.of(2027, 1, 1))).isEqualTo(Optional.empty());
    }

    @Test
    void rates_stand_in_the_order_of_their_days_and_name_their_source() {
        List<StandardMileageRate> rates = List.of(StandardMileageRate.values());
        assertThat(rates).extracting(StandardMileageRate::from).isSorted();
        assertThat(rates).allSatisfy(rate -> assertThat(rate.source()).matches("(Notice|Announcement) 20\\d\\d-\\d+"));
    }
}
