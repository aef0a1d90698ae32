package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import medflip.accounts.events.DeskEvent.ColumnsChosen;
import medflip.accounts.events.DeskEvent.FilterDropped;
import medflip.accounts.events.DeskEvent.FilterForgotten;
import medflip.accounts.events.DeskEvent.FilterRestored;
import medflip.accounts.events.DeskEvent.FilterSaved;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.ListName;
import medflip.accounts.write.DeskCommand.ChooseColumns;
import medflip.accounts.write.DeskCommand.DropFilter;
import medflip.accounts.write.DeskCommand.ForgetFilter;
import medflip.accounts.write.DeskCommand.RestoreFilter;
import medflip.accounts.write.DeskCommand.SaveFilter;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** How one user has arranged the lists, or all of a business; it is there once something is kept on it. */
@Aggregate(cache = "aggregateCache")
class Desk extends TenantAggregate {

    /** As many as a menu can show. */
    private static final int FILTERS_MAX = 100;

    @AggregateIdentifier
    private DeskId id;

    private final Map<ListName, List<String>> columns = new EnumMap<>(ListName.class);

    /** Every filter that was ever kept and isn't forgotten, and whether it is there still. */
    private final Map<FilterId, Boolean> filters = new HashMap<>();

    Desk() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ChooseColumns command) {
        if (!command.shown().equals(columns.get(command.list()))) {
            apply(new ColumnsChosen(command.deskId(), command.list(), command.shown()));
        }
    }

    @EventSourcingHandler
    void evolve(ColumnsChosen event) {
        id = event.deskId();
        columns.put(event.list(), event.shown());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SaveFilter command) {
        long others = filters.entrySet().stream()
                .filter(filter -> filter.getValue() && !filter.getKey().equals(command.filterId()))
                .count();
        require(others < FILTERS_MAX, AccountRejection.TOO_MANY_FILTERS);
        apply(new FilterSaved(command.deskId(), command.filterId(), command.list(), command.name(), command.query()));
    }

    @EventSourcingHandler
    void evolve(FilterSaved event) {
        id = event.deskId();
        filters.put(event.filterId(), true);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DropFilter command) {
        require(filters.getOrDefault(command.filterId(), false), AccountRejection.NO_SUCH_FILTER);
        apply(new FilterDropped(id, command.filterId()));
    }

    @EventSourcingHandler
    void evolve(FilterDropped event) {
        filters.put(event.filterId(), false);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RestoreFilter command) {
        require(!filters.getOrDefault(command.filterId(), true), AccountRejection.NO_SUCH_FILTER);
        apply(new FilterRestored(id, command.filterId()));
    }

    @EventSourcingHandler
    void evolve(FilterRestored event) {
        filters.put(event.filterId(), true);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ForgetFilter command) {
        if (filters.containsKey(command.filterId())) {
            apply(new FilterForgotten(id, command.filterId()));
        }
    }

    @EventSourcingHandler
    void evolve(FilterForgotten event) {
        filters.remove(event.filterId());
    }

    @Override
    protected @Nullable DeskId id() {
        return id;
    }
}
