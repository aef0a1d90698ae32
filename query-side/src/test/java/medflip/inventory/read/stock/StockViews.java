package medflip.inventory.read.stock;

/** Lets the tests of other views have what theirs join. */
public final class StockViews {

    private StockViews() {}

    public static Object projection() {
        return new StockProjection();
    }
}
