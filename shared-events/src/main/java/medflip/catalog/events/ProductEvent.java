package medflip.catalog.events;

import medflip.imports.events.ImportId;
import medflip.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a product. */
public sealed interface ProductEvent extends DomainEvent {
    ProductId productId();

    @Override
    default ProductId aggregateId() {
        return productId();
    }

    /** A product came into the catalog: by hand, with the seed list, or by an import that named it. */
    record ProductAdded(
            ProductId productId,
            ProductVariant variant,
            @Nullable ImportId importId) implements ProductEvent {}

    /** What the catalog says of the product was corrected; everything as it is now. */
    record ProductCorrected(ProductId productId, ProductVariant variant) implements ProductEvent {}

    /** The product is no longer dealt in: kept, but not offered. */
    record ProductRetired(ProductId productId) implements ProductEvent {}

    /** A retired product is dealt in again. */
    record ProductRestored(ProductId productId) implements ProductEvent {}
}
