package medflip.customers.read.plan;

/** Lets the tests of other views have what theirs join. */
public final class PlanViews {

    private PlanViews() {}

    public static Object projection() {
        return new CardPlanProjection();
    }
}
