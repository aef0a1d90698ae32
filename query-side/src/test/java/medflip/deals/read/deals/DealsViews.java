package medflip.deals.read.deals;

/** Lets the tests of other views have what theirs join. */
public final class DealsViews {

    private DealsViews() {}

    public static Object projection() {
        return new DealsProjection();
    }
}
