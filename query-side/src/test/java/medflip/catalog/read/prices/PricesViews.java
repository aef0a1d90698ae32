package medflip.catalog.read.prices;

/** Lets the tests of other views have price lists, and the rules that go with them. */
public final class PricesViews {

    private PricesViews() {}

    public static Object projection() {
        return new PricesProjection();
    }
}
