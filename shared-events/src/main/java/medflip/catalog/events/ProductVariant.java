package medflip.catalog.events;

/** One sealed box as it is traded: brand, line, count, code (may be empty) and channel. */
public record ProductVariant(
        String category,
        String manufacturer,
        String brand,
        String line,
        int count,
        String unit,
        String code,
        String channel) {

    /** How people call it: {@code OneTouch Verio 50ct}. */
    public String name() {
        return (brand + " " + line).strip() + " " + count + "ct";
    }
}
