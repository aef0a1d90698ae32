package medflip.sales.read.sales;

/** Lets the tests of other views have what theirs join. */
public final class SalesViews {

    private SalesViews() {}

    public static Object projection() {
        return new SalesProjection();
    }
}
