package medflip.catalog.write;

import medflip.catalog.events.BuyerEvent;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.write.BuyerCommand.RestoreBuyer;
import medflip.catalog.write.BuyerCommand.RetireBuyer;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import org.springframework.stereotype.Component;

/** The way back from what was done to a buyer. */
@Component
class UndoBuyers implements Undoing<BuyerEvent> {

    @Override
    public Class<BuyerEvent> family() {
        return BuyerEvent.class;
    }

    @Override
    public Command undo(PastFact<BuyerEvent> past) {
        BuyerId id = past.fact().buyerId();
        return switch (past.fact()) {
            case BuyerAdded added -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case BuyerCorrected corrected -> throw new CommandRejected(UndoRejection.CORRECT_INSTEAD);
            case BuyerRetired retired -> new RestoreBuyer(id);
            case BuyerRestored restored -> new RetireBuyer(id);
        };
    }
}
