package medflip.expenses.read.mileage;

/** Lets the tests of other views have what theirs join. */
public final class MileageViews {

    private MileageViews() {}

    public static Object projection() {
        return new MileageProjection();
    }
}
