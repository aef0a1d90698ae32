package medflip.catalog.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The product variants that every business starts from, and the one way to write each. */
public final class SeedCatalog {

    private static final List<ProductVariant> VARIANTS = read();
    private static final Map<String, ProductVariant> BY_FOLDED_NAME =
            VARIANTS.stream().collect(Collectors.toMap(variant -> fold(variant.name()), Function.identity()));

    private SeedCatalog() {}

    public static List<ProductVariant> variants() {
        return VARIANTS;
    }

    /** Finds a variant by its name however it is written: case, dashes and double spaces don't matter. */
    public static Optional<ProductVariant> find(String name) {
        return Optional.ofNullable(BY_FOLDED_NAME.get(fold(name)));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static List<ProductVariant> read() {
        try (InputStream in = Objects.requireNonNull(SeedCatalog.class.getResourceAsStream("/catalog/seed.csv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // The file is ours and has no quoted field, so a split is a whole parser for it.
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(SeedCatalog::variant)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProductVariant variant(String[] f) {
        return new ProductVariant(f[0], f[1], f[2], f[3], Integer.parseInt(f[4]), f[5], f[6], f[7]);
    }
}
