package medflip.customers.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.customers.write.MergeCommand.KeepApart;
import medflip.customers.write.MergeCommand.MergePeople;
import medflip.customers.write.MergeCommand.UnmergePeople;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Who of a business's people was found to be whom. It is one book for all of them, so that nobody is ever merged into
 * somebody who is merged away at the same moment: whoever is asked for leads to their survivor in one step.
 */
@Aggregate(cache = "aggregateCache")
class MergeBook extends TenantAggregate {

    private record Pair(String one, String other) {

        static Pair of(CustomerId one, CustomerId other) {
            return one.value().compareTo(other.value()) < 0
                    ? new Pair(one.value(), other.value())
                    : new Pair(other.value(), one.value());
        }
    }

    @AggregateIdentifier
    private MergeBookId id;

    private final Map<CustomerId, CustomerId> survivors = new HashMap<>();
    private final Set<Pair> different = new HashSet<>();

    MergeBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MergePeople command) {
        CustomerId merged = command.mergedId();
        CustomerId survivor = command.survivorId();
        require(!merged.equals(survivor), CustomerRejection.MERGED_WITH_THEMSELVES);
        require(!survivors.containsKey(merged) && !survivors.containsKey(survivor), CustomerRejection.MERGED_ALREADY);
        require(!survivors.containsValue(merged), CustomerRejection.HAS_OTHERS);
        apply(new PeopleMerged(command.bookId(), merged, survivor));
    }

    @EventSourcingHandler
    void evolve(PeopleMerged event) {
        id = event.bookId();
        survivors.put(event.mergedId(), event.survivorId());
        different.remove(Pair.of(event.mergedId(), event.survivorId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(UnmergePeople command) {
        CustomerId survivor = survivors.get(command.mergedId());
        if (survivor == null) {
            throw new CommandRejected(CustomerRejection.NOT_MERGED);
        }
        apply(new PeopleUnmerged(command.bookId(), command.mergedId(), survivor));
    }

    @EventSourcingHandler
    void evolve(PeopleUnmerged event) {
        survivors.remove(event.mergedId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(KeepApart command) {
        require(!command.oneId().equals(command.otherId()), CustomerRejection.MERGED_WITH_THEMSELVES);
        if (!different.contains(Pair.of(command.oneId(), command.otherId()))) {
            apply(new PeopleFoundDifferent(command.bookId(), command.oneId(), command.otherId()));
        }
    }

    @EventSourcingHandler
    void evolve(PeopleFoundDifferent event) {
        id = event.bookId();
        different.add(Pair.of(event.oneId(), event.otherId()));
    }

    @Override
    protected @Nullable MergeBookId id() {
        return id;
    }
}
