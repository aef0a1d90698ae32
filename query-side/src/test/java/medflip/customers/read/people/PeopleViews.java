package medflip.customers.read.people;

/** Lets the tests of other views have what theirs join. */
public final class PeopleViews {

    private PeopleViews() {}

    public static Object projection() {
        return new PeopleProjection();
    }
}
