package medflip.catalog.read.variants;

import java.util.Arrays;
import java.util.List;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.events.SeedCatalog;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds product variants by a few letters. */
@RestController
class VariantsApi {

    /** The variants of which some word begins with each word that is searched: {@code acc gu 100}. All without one. */
    @GetMapping("/api/catalog/variants")
    List<Variant> findVariants(Caller caller, @RequestParam(required = false) @Nullable String search) {
        List<String> beginnings = words(SearchText.fold(search));
        return SeedCatalog.variants().stream()
                .filter(variant -> matches(variant, beginnings))
                .map(Variant::of)
                .toList();
    }

    private static boolean matches(ProductVariant variant, List<String> beginnings) {
        List<String> words = words(SearchText.fold(
                variant.name(), variant.manufacturer(), variant.category(), variant.code(), variant.channel()));
        return beginnings.stream().allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    /** Dashes part words as spaces do, so that "gu" finds Accu-Chek Guide and "chek" does too. */
    private static List<String> words(String folded) {
        return Arrays.stream(folded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
