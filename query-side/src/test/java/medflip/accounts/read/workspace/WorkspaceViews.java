package medflip.accounts.read.workspace;

/** Lets the tests of other views have a business: their sums of money are in its currency. */
public final class WorkspaceViews {

    private WorkspaceViews() {}

    public static Object projection() {
        return new WorkspaceProjection();
    }
}
