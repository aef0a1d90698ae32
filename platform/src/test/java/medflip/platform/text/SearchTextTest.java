package medflip.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void case_accents_and_spaces_do_not_matter() {
        assertThat(SearchText.fold("  José\u00a0 ÑÚÑEZ ", null, "ﬁx")).isEqualTo("jose nunez fix");
        assertThat(SearchText.fold("Jose\u0301")).isEqualTo(SearchText.fold("JOSÉ"));
    }

    @Test
    void different_words_stay_different() {
        assertThat(SearchText.fold("Verio")).isNotEqualTo(SearchText.fold("Veri0"));
    }

    @Test
    void a_search_is_its_words() {
        assertThat(SearchText.words(" Pat  Doe ")).containsExactly("pat", "doe");
        assertThat(SearchText.words(null)).isEmpty();
        assertThat(SearchText.words("  ")).isEmpty();
        assertThat(SearchText.words("a b c d e f g h i j")).hasSize(8);
    }

    @Test
    void a_phone_number_is_its_digits_and_a_count_is_a_word() {
        assertThat(SearchText.words("(617) 555-0155")).containsExactly("6175550155");
        assertThat(SearchText.words("+1 617")).containsExactly("1617");
        assertThat(SearchText.words("50")).containsExactly("50");
        assertThat(SearchText.words("verio 50")).containsExactly("verio", "50");
    }
}
