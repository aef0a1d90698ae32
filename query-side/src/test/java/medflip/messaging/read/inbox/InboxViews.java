package medflip.messaging.read.inbox;

/** Lets the tests of other views have what theirs join. */
public final class InboxViews {

    private InboxViews() {}

    public static Object projection() {
        return new InboxProjection();
    }
}
