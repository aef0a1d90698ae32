package medflip.catalog.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.AddProduct;
import medflip.catalog.write.ProductCommand.CorrectProduct;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.catalog.write.ProductCommand.PutIntoCategory;
import medflip.catalog.write.ProductCommand.PutIntoChannel;
import medflip.catalog.write.ProductCommand.RestoreProduct;
import medflip.catalog.write.ProductCommand.RetireProduct;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One item that a business buys and sells. */
@Aggregate(cache = "aggregateCache")
class Product extends TenantAggregate {

    @AggregateIdentifier
    private ProductId id;

    private ProductVariant variant;
    private boolean retired;

    Product() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AddProduct command) {
        require(id == null, ProductRejection.NAME_TAKEN);
        apply(new ProductAdded(command.productId(), command.variant(), null));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EnterProduct command) {
        if (id == null) {
            apply(new ProductAdded(command.productId(), command.variant(), command.importId()));
        }
    }

    @EventSourcingHandler
    void evolve(ProductAdded event) {
        id = event.productId();
        variant = event.variant();
    }

    @CommandHandler
    void decide(CorrectProduct command) {
        require(!retired, ProductRejection.RETIRED);
        apply(new ProductCorrected(id, command.variant()));
    }

    @CommandHandler
    void decide(PutIntoCategory command) {
        become(variant.in(command.category()));
    }

    @CommandHandler
    void decide(PutIntoChannel command) {
        become(variant.in(command.channel()));
    }

    private void become(ProductVariant wished) {
        require(!retired, ProductRejection.RETIRED);
        if (!wished.equals(variant)) {
            apply(new ProductCorrected(id, wished));
        }
    }

    @EventSourcingHandler
    void evolve(ProductCorrected event) {
        variant = event.variant();
    }

    @CommandHandler
    void decide(RetireProduct command) {
        require(!retired, ProductRejection.RETIRED);
        apply(new ProductRetired(id));
    }

    @EventSourcingHandler
    void evolve(ProductRetired event) {
        retired = true;
    }

    @CommandHandler
    void decide(RestoreProduct command) {
        require(retired, ProductRejection.NOT_RETIRED);
        apply(new ProductRestored(id));
    }

    @EventSourcingHandler
    void evolve(ProductRestored event) {
        retired = false;
    }

    @Override
    protected ProductId id() {
        return id;
    }
}
