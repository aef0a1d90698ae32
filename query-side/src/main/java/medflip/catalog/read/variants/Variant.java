package medflip.catalog.read.variants;

import medflip.catalog.events.ProductVariant;

/**
 * One sealed box as it is traded.
 *
 * @param name how people call it; what a quote's line names
 * @param code UPC, NDC or reference of the maker's; may be empty
 * @param channel where the box was meant to be sold: retail boxes are worth more than others
 */
record Variant(
        String name,
        String category,
        String manufacturer,
        String brand,
        String line,
        int count,
        String unit,
        String code,
        String channel) {

    static Variant of(ProductVariant variant) {
        return new Variant(
                variant.name(),
                variant.category(),
                variant.manufacturer(),
                variant.brand(),
                variant.line(),
                variant.count(),
                variant.unit(),
                variant.code(),
                variant.channel());
    }
}
