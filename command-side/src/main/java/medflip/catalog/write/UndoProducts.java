package medflip.catalog.write;

import medflip.catalog.events.ProductEvent;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
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

    @Override
    public Class<ProductEvent> family() {
        return ProductEvent.class;
    }

    @Override
    public Command undo(PastFact<ProductEvent> past) {
        ProductId id = past.fact().productId();
        return switch (past.fact()) {
            case ProductAdded added -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            // Whether another product has the name or the code by now, the form asks.
            case ProductCorrected corrected -> throw new CommandRejected(UndoRejection.CORRECT_INSTEAD);
            case ProductRetired retired -> new RestoreProduct(id);
            case ProductRestored restored -> new RetireProduct(id);
        };
    }
}
