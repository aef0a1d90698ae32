package medflip.platform.tenancy;

/**
 * What was to be read of a moment isn't there: nobody had asked for it, or it was let go of meanwhile. It can be made
 * anew, and then asked again.
 */
public final class PastGone extends RuntimeException {

    private final transient PastMoment moment;

    PastGone(PastMoment moment) {
        super("Not all views of " + moment.schema() + " are there.");
        this.moment = moment;
    }

    public PastMoment moment() {
        return moment;
    }
}
