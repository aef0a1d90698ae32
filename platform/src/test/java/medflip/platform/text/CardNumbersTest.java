package medflip.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import medflip.kernel.CardNumbers;
import medflip.kernel.PersonalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy promise P4.2: no number of a payment card is kept, wherever somebody types one. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "card: 4242 4242 4242 4242, thanks",
                "5555-5555-5555-4444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "6011111111111117"
            })
    void P4_2_a_text_with_the_number_of_a_card_is_refused(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
        assertThatThrownBy(() -> PersonalText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424241",
                "9400 1000 0000 0000 0000 00",
                "1Z999AA10123456784",
                "call me at +1 617 555 0142",
                "lot 4719082A",
                "UPC 353885008280",
                "42424242424242424242"
            })
    void other_numbers_are_not_taken_for_one(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }

    @Test
    void P4_2_what_came_from_outside_is_masked_but_for_the_last_digits() {
        assertThat(CardNumbers.masked("use 4242 4242 4242 4242 or 4242424242424241"))
                .isEqualTo("use ••••4242 or 4242424242424241");
    }
}
