package medflip.catalog.read.products;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about products. */
@RestController("productQuestionsApi")
class ProductsApi {

    private static final CsvColumns<Product> CSV = new CsvColumns<Product>()
            .text("Name", Product::name)
            .text("Category", Product::category)
            .text("Manufacturer", Product::manufacturer)
            .text("Brand", Product::brand)
            .text("Line", Product::line)
            .value("Count", Product::count)
            .text("Unit", Product::unit)
            .text("Code", Product::code)
            .value("Channel", Product::channel)
            .value("Retired", Product::retired)
            .value("Id", Product::id);

    private final ProductsStore store;

    ProductsApi(ProductsStore store) {
        this.store = store;
    }

    /** A page of the products. Sorts: name, category, manufacturer, count, channel. */
    @GetMapping("/api/products")
    @Reads(ProductsProjection.GROUP)
    Page<Product> findProducts(
            Caller caller, @ParameterObject FindProducts question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/products.csv")
    @Reads(ProductsProjection.GROUP)
    Listing<Product> exportProducts(
            Caller caller,
            @ParameterObject FindProducts question,
            @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("products", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("product", Product::id, List.of());
    }

    /** Every category that a product has, in order. */
    @GetMapping("/api/products/categories")
    @Reads(ProductsProjection.GROUP)
    List<String> findCategories(Caller caller) {
        return store.categories(caller.tenant());
    }

    /** One product. */
    @GetMapping("/api/products/{id}")
    @Reads(ProductsProjection.GROUP)
    Product findProduct(Caller caller, @PathVariable UUID id) {
        return store.product(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
