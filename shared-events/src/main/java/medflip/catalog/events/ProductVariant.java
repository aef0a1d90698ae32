package medflip.catalog.events;

import java.util.Locale;
import java.util.Optional;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * One sealed box as it is traded. Of an item that nobody has looked up yet only the name is known.
 *
 * @param name how people call it: {@code OneTouch Verio 50ct}
 * @param category what kind of supply it is, in one word: {@code strips}
 * @param line the maker's name within the brand
 * @param count how many are in a box
 * @param unit what is counted: {@code strips}
 * @param code UPC, NDC or reference of the maker's
 */
public record ProductVariant(
        @NotPersonal("an item of the catalog") String name,
        @NotPersonal("a kind of supply") @Nullable String category,
        @NotPersonal("a company") @Nullable String manufacturer,
        @NotPersonal("a brand") @Nullable String brand,
        @NotPersonal("a product line") @Nullable String line,
        @Nullable Integer count,
        @NotPersonal("what is counted") @Nullable String unit,
        @NotPersonal("a code printed on the box") @Nullable String code,
        Channel channel) {

    /** What is known of an item of this name: the seed list's entry, or else the name alone. */
    public static ProductVariant called(String name) {
        return SeedCatalog.find(name)
                .orElseGet(() -> new ProductVariant(name, null, null, null, null, null, null, null, Channel.RETAIL));
    }

    /** How people call a box of this brand, line and count. */
    public static String nameOf(String brand, @Nullable String line, @Nullable Integer count) {
        return brand + (line == null ? "" : " " + line) + (count == null ? "" : " " + count + "ct");
    }

    /** What variants of one product have in common that are meant for different channels; none for a name alone. */
    public Optional<String> twinKey() {
        return brand == null ? Optional.empty() : Optional.of(fold(nameOf(brand, line, count)));
    }

    /** The same box, as another kind of supply. */
    public ProductVariant in(@Nullable String otherCategory) {
        return new ProductVariant(name, otherCategory, manufacturer, brand, line, count, unit, code, channel);
    }

    /** The same box, meant for another channel. */
    public ProductVariant in(Channel otherChannel) {
        return new ProductVariant(name, category, manufacturer, brand, line, count, unit, code, otherChannel);
    }

    /** One form of a name however it is written: case, dashes and double spaces don't matter. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
