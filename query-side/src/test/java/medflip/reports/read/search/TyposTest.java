package medflip.reports.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TyposTest {

    @Test
    void one_letter_more_less_other_or_swapped_is_near() {
        assertThat(Typos.near("anderson"))
                .containsAll(
                        List.of("anderson", "andersson", "andeson", "andersen", "adnerson", "nderson", "andersonb"))
                .doesNotContain("andeso", "andersin2", "odnersan");
    }

    @Test
    void short_words_and_those_with_digits_are_taken_as_they_are() {
        assertThat(Typos.near("doe")).containsExactly("doe");
        assertThat(Typos.near("1z999aa1")).containsExactly("1z999aa1");
    }

    @Test
    void nothing_shorter_than_four_letters_is_near_a_word_of_four() {
        assertThat(Typos.near("mart")).contains("marta", "mar" + "k", "amrt").allMatch(word -> word.length() >= 4);
    }
}
