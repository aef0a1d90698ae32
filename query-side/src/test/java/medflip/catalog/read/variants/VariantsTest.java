package medflip.catalog.read.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import org.junit.jupiter.api.Test;

class VariantsTest {

    private static final Caller ANYBODY = Caller.job(new TenantId(new UUID(0, 1)), "test");

    @Test
    void a_few_letters_of_each_word_find_a_variant() {
        assertThat(new VariantsApi().findVariants(ANYBODY, "acc gu 100"))
                .isNotEmpty()
                .allSatisfy(variant -> assertThat(variant.name()).startsWith("Accu-Chek Guide"))
                .anySatisfy(variant -> assertThat(variant.name()).isEqualTo("Accu-Chek Guide 100ct"));
    }

    @Test
    void letters_from_the_middle_of_a_word_find_nothing() {
        assertThat(new VariantsApi().findVariants(ANYBODY, "uide")).isEmpty();
    }

    @Test
    void every_word_must_be_found() {
        assertThat(new VariantsApi().findVariants(ANYBODY, "acc verio")).isEmpty();
    }

    @Test
    void without_a_word_all_are_shown() {
        assertThat(new VariantsApi().findVariants(ANYBODY, null)).hasSizeGreaterThan(40);
    }
}
