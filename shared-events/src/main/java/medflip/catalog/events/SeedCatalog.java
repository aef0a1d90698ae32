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
import org.jspecify.annotations.Nullable;

/** The product variants that every business starts from, and the one way to write each. */
public final class SeedCatalog {

    private static final List<ProductVariant> VARIANTS = read();
    private static final Map<String, ProductVariant> BY_FOLDED_NAME = VARIANTS.stream()
            .collect(Collectors.toMap(variant -> ProductVariant.fold(variant.name()), Function.identity()));

    private SeedCatalog() {}

    public static List<ProductVariant> variants() {
        return VARIANTS;
    }

    /** Finds a variant by its name however it is written: case, dashes and double spaces don't matter. */
    public static Optional<ProductVariant> find(String name) {
        return Optional.ofNullable(BY_FOLDED_NAME.get(ProductVariant.fold(name)));
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
        String line = orNull(f[3]);
        int count = Integer.parseInt(f[4]);
        return new ProductVariant(
                ProductVariant.nameOf(f[2], line, count),
                f[0],
                f[1],
                f[2],
                line,
                count,
                f[5],
                orNull(f[6]),
                Channel.valueOf(f[7].toUpperCase(Locale.ROOT)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
