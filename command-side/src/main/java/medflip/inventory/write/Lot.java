package medflip.inventory.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.kernel.Money;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Boxes of one item from one line of a deal. Each lot knows its deal: costing is by specific identification. */
@Aggregate(cache = "aggregateCache")
class Lot extends TenantAggregate {

    @AggregateIdentifier
    private LotId id;

    private DealId dealId;
    private ProductId productId;
    private String item;
    private YearMonth expiry;
    private int onHand;
    private Money costOnHand;
    private final Set<UUID> sales = new HashSet<>();

    Lot() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StockLot command) {
        if (id != null) {
            return;
        }
        apply(new LotStocked(
                command.lotId(),
                command.dealId(),
                command.productId(),
                command.item(),
                command.expiry(),
                command.grade(),
                command.quantity(),
                command.landedCost(),
                command.stockedOn()));
    }

    @EventSourcingHandler
    void evolve(LotStocked event) {
        id = event.lotId();
        dealId = event.dealId();
        productId = event.productId();
        item = event.item();
        expiry = event.expiry();
        onHand = event.quantity();
        costOnHand = event.landedCost();
    }

    @CommandHandler
    void decide(SellLot command) {
        if (sales.contains(command.saleId())) {
            return;
        }
        require(command.quantity() > 0, LotRejection.QUANTITY_NOT_POSITIVE);
        require(!command.proceeds().isNegative(), LotRejection.PROCEEDS_NEGATIVE);
        require(command.quantity() <= onHand, LotRejection.NOT_ENOUGH_BOXES);
        require(!YearMonth.from(command.soldOn()).isAfter(expiry), LotRejection.EXPIRED);
        apply(new LotSold(
                id,
                command.saleId(),
                dealId,
                productId,
                item,
                command.buyer(),
                command.quantity(),
                command.proceeds(),
                costOf(command.quantity()),
                command.soldOn()));
    }

    /** The share of what is left, so that the last box takes the remainder and all shares sum to the lot's cost. */
    private Money costOf(int quantity) {
        return quantity == onHand ? costOnHand : costOnHand.share(quantity, onHand);
    }

    @EventSourcingHandler
    void evolve(LotSold event) {
        sales.add(event.saleId());
        onHand -= event.quantity();
        costOnHand = costOnHand.minus(event.landedCost());
    }

    @Override
    protected LotId id() {
        return id;
    }
}
