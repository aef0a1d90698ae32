package medflip.reports.read.books;

/** Lets the tests of other views have what theirs join. */
public final class BooksViews {

    private BooksViews() {}

    public static Object projection() {
        return new BooksProjection();
    }
}
