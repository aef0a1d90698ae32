package medflip.expenses.read.expenses;

/** Lets the tests of other views have what theirs join. */
public final class ExpensesViews {

    private ExpensesViews() {}

    public static Object projection() {
        return new ExpensesProjection();
    }
}
