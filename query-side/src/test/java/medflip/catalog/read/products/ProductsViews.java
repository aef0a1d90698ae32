package medflip.catalog.read.products;

/** Lets the tests of other views have what theirs join. */
public final class ProductsViews {

    private ProductsViews() {}

    public static Object projection() {
        return new ProductsProjection();
    }
}
