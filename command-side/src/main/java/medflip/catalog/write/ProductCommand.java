package medflip.catalog.write;

import medflip.catalog.events.Channel;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.imports.events.ImportId;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a product. */
public sealed interface ProductCommand extends Command {
    ProductId productId();

    @Override
    default ProductId aggregateId() {
        return productId();
    }

    /** Adds a product by hand; refused if there is one. */
    record AddProduct(ProductId productId, ProductVariant variant) implements ProductCommand {}

    /** Enters a product that a list or an import names; one that is there already stays as it is. */
    record EnterProduct(
            ProductId productId,
            ProductVariant variant,
            @Nullable ImportId importId) implements ProductCommand {}

    /** Sets right what the catalog says. */
    record CorrectProduct(ProductId productId, ProductVariant variant) implements ProductCommand {}

    /** Sets right which kind of supply it is; null where that isn't said. */
    record PutIntoCategory(ProductId productId, @Nullable String category) implements ProductCommand {}

    /** Sets right where the box was meant to be sold. */
    record PutIntoChannel(ProductId productId, Channel channel) implements ProductCommand {}

    /** Takes the product out of what is offered. */
    record RetireProduct(ProductId productId) implements ProductCommand {}

    /** Deals in a retired product again. */
    record RestoreProduct(ProductId productId) implements ProductCommand {}
}
