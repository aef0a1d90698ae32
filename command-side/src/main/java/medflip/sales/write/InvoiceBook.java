package medflip.sales.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.platform.command.TenantAggregate;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.write.InvoiceCommand.NumberInvoice;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Numbers a business's invoices from 1 on: one after the other, since it is one aggregate, and without a gap. */
@Aggregate(cache = "aggregateCache")
class InvoiceBook extends TenantAggregate {

    @AggregateIdentifier
    private InvoiceBookId id;

    private final Set<UUID> numbered = new HashSet<>();

    InvoiceBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NumberInvoice command) {
        if (!numbered.contains(command.saleId().local())) {
            apply(new InvoiceNumbered(command.bookId(), command.saleId(), numbered.size() + 1));
        }
    }

    @EventSourcingHandler
    void evolve(InvoiceNumbered event) {
        id = event.bookId();
        numbered.add(event.saleId().local());
    }

    @Override
    protected InvoiceBookId id() {
        return id;
    }
}
