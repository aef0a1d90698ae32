package medflip.sales.write;

import java.time.LocalDate;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.sales.events.SaleEvent;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.SaleCancelled;
import medflip.sales.events.SaleEvent.SaleClosed;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleStep;
import medflip.sales.write.SaleCommand.ReopenSale;
import medflip.sales.write.SaleCommand.TakeStepBack;
import medflip.sales.write.SaleCommand.UndoReceipt;
import org.springframework.stereotype.Component;

/** The way back from a sale's steps. */
@Component
class UndoSales implements Undoing<SaleEvent> {

    private final BusinessCalendar calendar;

    UndoSales(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Class<SaleEvent> family() {
        return SaleEvent.class;
    }

    @Override
    public Command undo(PastFact<SaleEvent> past) {
        SaleId id = past.fact().saleId();
        LocalDate today = calendar.today(id.tenantId());
        return switch (past.fact()) {
            case SaleDrafted drafted -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case SaleRecorded recorded -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case SaleRevised revised -> throw new CommandRejected(UndoRejection.CORRECT_INSTEAD);
            case SaleOffered offered -> new TakeStepBack(id, SaleStep.OFFERED);
            case SaleConfirmed confirmed -> new ReopenSale(id);
            case SalePacked packed -> new TakeStepBack(id, SaleStep.PACKED);
            case SaleDelivered delivered -> new TakeStepBack(id, SaleStep.DELIVERED);
            case SaleClosed closed -> new TakeStepBack(id, SaleStep.CLOSED);
            case SaleCancelled cancelled -> new TakeStepBack(id, SaleStep.CANCELLED);
            case ReceiptRecorded receipt -> new UndoReceipt(id, receipt.receiptId(), today);
            default -> throw new CommandRejected(UndoRejection.NO_WAY_BACK);
        };
    }
}
