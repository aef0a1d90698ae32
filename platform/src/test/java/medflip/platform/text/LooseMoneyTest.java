package medflip.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import medflip.platform.text.LooseMoney.DecimalSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseMoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    16            | 1600
                    0             | 0
                    40.00         | 4000
                    $40.00        | 4000
                    $ 45.46       | 4546
                    $ 1069.00     | 106900
                    $1,069.00     | 106900
                    USD 12        | 1200
                    12 $          | 1200
                    .5            | 50
                    12.           | 1200
                    12,50         | 1250
                    1.234,56      | 123456
                    1,234         | 123400
                    1.234         | 123
                    168.144       | 16814
                    5.54104       | 554
                    -0            | 0
                    """)
    void an_amount_reads_in_every_form(String typed, long cents) {
        assertThat(LooseMoney.parse(typed).minor()).isEqualTo(cents);
        assertThat(LooseMoney.parse(typed).currency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    109.415  | 10942
                    167.625  | 16762
                    149.195  | 14920
                    410.025  | 41002
                    """)
    void half_a_cent_goes_to_the_even_cent(String typed, long cents) {
        assertThat(LooseMoney.parse(typed).minor()).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "$-5.00", "-$5", "($5.00)", "5-", "\u22125"})
    void a_negative_amount_is_refused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LooseMoney.parse(typed))
                .withMessage("An amount can't be negative.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "", "$", "1,23,456", "1.2.3", "1-2", "--5", "12 or 13", "€12", "1e3"})
    void what_is_no_amount_is_refused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LooseMoney.parse(typed))
                .withMessage("This is no amount of money. Write it like 40.00.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=SUM(J2:J9999)", " = 5"})
    void a_formula_is_no_amount(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LooseMoney.parse(typed))
                .withMessageStartingWith("This is a formula");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.234,56   | 123456
                    1.234      | 123400
                    12,5       | 1250
                    -1.030,00  | -103000
                    (12,00)    | -1200
                    """)
    void behind_a_comma_stand_cents_where_that_is_said(String typed, long minor) {
        assertThat(LooseMoney.parseSigned(typed, DecimalSign.COMMA).minor()).isEqualTo(minor);
    }

    @Test
    void the_sign_is_the_one_that_most_amounts_have() {
        assertThat(LooseMoney.decimalSign(List.of("12,50", "1.030,00", "Boston, 5", "24.12.25")))
                .isEqualTo(DecimalSign.COMMA);
        assertThat(LooseMoney.decimalSign(List.of("12.50", "1,030.00", "3,5"))).isEqualTo(DecimalSign.POINT);
    }
}
