package medflip.catalog.write;

import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product index, and events for it, in tests of other packages. */
public final class ProductIndexFixture {

    private final ProductIndex index;

    public ProductIndexFixture(JdbcClient jdbc, TenantJdbc tenants) {
        index = new ProductIndex(jdbc, tenants);
    }

    public ProductIndex index() {
        return index;
    }

    /** A product that was first called one thing and is called another now. */
    public ProductId add(TenantId tenant, String first, String now) {
        ProductId product = ProductId.named(tenant, first);
        index.on(new ProductAdded(product, ProductVariant.called(first), null));
        index.on(new ProductCorrected(product, ProductVariant.called(now)));
        return product;
    }
}
