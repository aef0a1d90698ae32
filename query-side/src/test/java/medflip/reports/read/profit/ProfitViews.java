package medflip.reports.read.profit;

/** Lets the tests of other views have what theirs join. */
public final class ProfitViews {

    private ProfitViews() {}

    public static Object projection() {
        return new ProfitProjection();
    }
}
