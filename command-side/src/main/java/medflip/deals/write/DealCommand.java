package medflip.deals.write;

import medflip.deals.events.DealId;
import medflip.platform.command.Command;

/** What can be asked of a deal, a family for each of its parts. */
public sealed interface DealCommand extends Command
        permits QuoteCommand,
                OfferLinkCommand,
                CourseCommand,
                DeliveryCommand,
                InspectionCommand,
                PhotoCommand,
                PayoutCommand {
    DealId dealId();

    @Override
    default DealId aggregateId() {
        return dealId();
    }
}
