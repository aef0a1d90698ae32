package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same as the screens count: {@code segments.test.ts}. */
class SegmentsTest {

    @Test
    void a_part_has_160_plain_characters_and_153_where_there_are_many() {
        assertThat(Segments.of("")).isZero();
        assertThat(Segments.of("a".repeat(160))).isOne();
        assertThat(Segments.of("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void some_characters_count_twice() {
        assertThat(Segments.of("€".repeat(80))).isOne();
        assertThat(Segments.of("€".repeat(81))).isEqualTo(2);
    }

    @Test
    void one_other_character_makes_them_70_and_67() {
        assertThat(Segments.of("a".repeat(69) + "’")).isOne();
        assertThat(Segments.of("a".repeat(70) + "’")).isEqualTo(2);
        assertThat(Segments.of("🙂".repeat(35))).isOne();
        assertThat(Segments.of("🙂".repeat(36))).isEqualTo(2);
    }
}
