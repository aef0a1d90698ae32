package medflip.catalog.read.buyers;

/** Lets the tests of other views have what theirs join. */
public final class BuyersViews {

    private BuyersViews() {}

    public static Object projection() {
        return new BuyersProjection();
    }
}
