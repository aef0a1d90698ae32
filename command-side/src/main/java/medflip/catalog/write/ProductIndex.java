package medflip.catalog.write;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds products by their names and codes, so that none is in the catalog twice. It follows the products' events. */
@Component
@ProcessingGroup("catalog.names")
public class ProductIndex {

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;

    ProductIndex(JdbcClient jdbc, TenantJdbc tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** Finds the product that is called so now, however the name is written; retired ones too. */
    public Optional<ProductId> find(TenantId tenant, String name) {
        return tenants.read(
                tenant,
                sql -> sql.query("""
                        SELECT product_id FROM write.product_name
                        WHERE {tenant} AND folded_name = :name ORDER BY product_id LIMIT 1
                        """)
                        .param("name", ProductVariant.fold(name))
                        .query(UUID.class)
                        .optional()
                        .map(local -> ProductId.of(tenant, local)));
    }

    /** Finds the product that has this code now, whatever the case; retired ones too. */
    public Optional<ProductId> findByCode(TenantId tenant, String code) {
        return tenants.read(
                tenant,
                sql -> sql.query("""
                        SELECT product_id FROM write.product_name
                        WHERE {tenant} AND lower(code) = lower(:code) ORDER BY product_id LIMIT 1
                        """)
                        .param("code", code)
                        .query(UUID.class)
                        .optional()
                        .map(local -> ProductId.of(tenant, local)));
    }

    /**
     * Finds products by what somebody else calls them, among the names that they have now.
     *
     * @return throws an {@link IllegalArgumentException} with a reason that a person can read where none fits, or
     *     several
     */
    public Function<String, ProductId> byWords(TenantId tenant) {
        ProductNames names = names(tenant);
        return text -> names.find(text).id();
    }

    /** What all products are called now. */
    ProductNames names(TenantId tenant) {
        return tenants.read(
                tenant,
                sql -> new ProductNames(sql.query(
                                "SELECT product_id, name FROM write.product_name WHERE {tenant} ORDER BY name")
                        .query((row, number) -> new ProductNames.Named(
                                ProductId.of(tenant, row.getObject("product_id", UUID.class)), row.getString("name")))
                        .list()));
    }

    @EventHandler
    void on(ProductAdded event) {
        put(event.productId(), event.variant());
    }

    @EventHandler
    void on(ProductCorrected event) {
        put(event.productId(), event.variant());
    }

    private void put(ProductId product, ProductVariant variant) {
        jdbc.sql("""
                        INSERT INTO write.product_name (tenant_id, product_id, name, folded_name, code)
                        VALUES (:tenant, :product, :name, :folded, :code)
                        ON CONFLICT (tenant_id, product_id) DO UPDATE SET
                            name = excluded.name, folded_name = excluded.folded_name, code = excluded.code
                        """)
                .param("tenant", product.tenantId().value())
                .param("product", product.local())
                .param("name", variant.name())
                .param("folded", ProductVariant.fold(variant.name()))
                .param("code", variant.code())
                .update();
    }
}
