package medflip.imports.write;

import java.util.Arrays;
import java.util.List;
import medflip.imports.events.ImportSubject;

/** The kind of each subject. */
final class Kinds {

    private static final Kind<?> DEALS = new DealsKind();
    private static final Kind<?> CUSTOMERS = new CustomersKind();
    private static final Kind<?> PRODUCTS = new ProductsKind();
    private static final Kind<?> PRICES = new PricesKind();
    private static final Kind<?> EXPENSES = new ExpensesKind();

    private Kinds() {}

    static Kind<?> of(ImportSubject subject) {
        return switch (subject) {
            case DEALS -> DEALS;
            case CUSTOMERS -> CUSTOMERS;
            case PRODUCTS -> PRODUCTS;
            case PRICES -> PRICES;
            case EXPENSES -> EXPENSES;
        };
    }

    /** What headings speak of most clearly. */
    static ImportSubject subject(List<String> headings) {
        return Arrays.stream(ImportSubject.values())
                .reduce((best, next) -> of(next).score(headings) > of(best).score(headings) ? next : best)
                .orElseThrow();
    }
}
