package medflip.catalog.write;

import static medflip.platform.command.Rejection.require;

import java.util.stream.Stream;
import medflip.catalog.events.ProductEvent;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.CorrectProduct;
import medflip.catalog.write.ProductCommand.RestoreProduct;
import medflip.catalog.write.ProductCommand.RetireProduct;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import org.springframework.stereotype.Component;

/** The way back from what was done to a product. */
@Component
class UndoProducts implements Undoing<ProductEvent> {

    private final ProductIndex names;

    UndoProducts(ProductIndex names) {
        this.names = names;
    }

    @Override
    public Class<ProductEvent> family() {
        return ProductEvent.class;
    }

    @Override
    public Command undo(PastFact<ProductEvent> past) {
        ProductId id = past.fact().productId();
        return switch (past.fact()) {
            case ProductAdded added -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case ProductCorrected corrected -> {
                past.requireLast(ProductCorrected.class::isInstance);
                ProductVariant before = before(past);
                // Another product may have been given the name meanwhile.
                names.find(id.tenantId(), before.name())
                        .ifPresent(found -> require(found.equals(id), ProductRejection.NAME_TAKEN));
                yield new CorrectProduct(id, before);
            }
            case ProductRetired retired -> new RestoreProduct(id);
            case ProductRestored restored -> new RetireProduct(id);
        };
    }

    private static ProductVariant before(PastFact<ProductEvent> past) {
        return past.before().stream()
                .flatMap(event -> switch (event) {
                    case ProductAdded added -> Stream.of(added.variant());
                    case ProductCorrected corrected -> Stream.of(corrected.variant());
                    default -> Stream.empty();
                })
                .reduce((former, later) -> later)
                .orElseThrow();
    }
}
