package medflip.catalog.read.products;

import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills products. */
@Projection(processingGroup = ProductsProjection.GROUP, tables = "product")
class ProductsProjection {

    static final String GROUP = "catalog.products";

    @EventHandler
    void on(ProductAdded event, @SequenceNumber long version, Rows rows) {
        ProductVariant variant = event.variant();
        rows.write(
                event.productId(),
                """
                INSERT INTO product
                    (tenant_id, id, name, sort_name, search, twin_key, category, manufacturer, brand, line, count, unit,
                     code, channel, imported, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.productId().tenantId(),
                event.productId(),
                variant.name(),
                SearchText.fold(variant.name()),
                search(variant),
                variant.twinKey().orElse(null),
                variant.category(),
                variant.manufacturer(),
                variant.brand(),
                variant.line(),
                variant.count(),
                variant.unit(),
                variant.code(),
                variant.channel(),
                event.importId() != null,
                version);
    }

    @EventHandler
    void on(ProductCorrected event, @SequenceNumber long version, Rows rows) {
        ProductVariant variant = event.variant();
        rows.write(
                event.productId(),
                """
                UPDATE product SET name = ?, sort_name = ?, search = ?, twin_key = ?, category = ?, manufacturer = ?, brand = ?,
                    line = ?, count = ?, unit = ?, code = ?, channel = ?, version = ?
                WHERE tenant_id = ? AND id = ?
                """,
                variant.name(),
                SearchText.fold(variant.name()),
                search(variant),
                variant.twinKey().orElse(null),
                variant.category(),
                variant.manufacturer(),
                variant.brand(),
                variant.line(),
                variant.count(),
                variant.unit(),
                variant.code(),
                variant.channel(),
                version,
                event.productId().tenantId(),
                event.productId());
    }

    @EventHandler
    void on(ProductRetired event, @SequenceNumber long version, Rows rows) {
        retired(event.productId(), true, version, rows);
    }

    @EventHandler
    void on(ProductRestored event, @SequenceNumber long version, Rows rows) {
        retired(event.productId(), false, version, rows);
    }

    private static void retired(ProductId product, boolean retired, long version, Rows rows) {
        rows.write(
                product,
                "UPDATE product SET retired = ?, version = ? WHERE tenant_id = ? AND id = ?",
                retired,
                version,
                product.tenantId(),
                product);
    }

    private static String search(ProductVariant variant) {
        return SearchText.beginnings(
                variant.name(),
                variant.manufacturer(),
                variant.brand(),
                variant.line(),
                variant.category(),
                variant.code(),
                variant.channel().name());
    }
}
