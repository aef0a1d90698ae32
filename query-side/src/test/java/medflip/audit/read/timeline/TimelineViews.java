package medflip.audit.read.timeline;

/** Lets the tests of other views have what theirs join. */
public final class TimelineViews {

    private TimelineViews() {}

    public static Object projection() {
        return new TimelineProjection();
    }
}
