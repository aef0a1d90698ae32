package medflip.imports.write;

import java.util.List;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.write.CustomerCommand.Details;
import medflip.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What the books say of a person: the details, and whether the person was put aside. */
record PersonState(Details details, boolean archived) {

    static @Nullable PersonState of(List<DomainEvent> history) {
        PersonState state = null;
        for (DomainEvent event : history) {
            state = state == null ? first(event) : state.after(event);
        }
        return state;
    }

    private static @Nullable PersonState first(DomainEvent event) {
        return event instanceof CustomerRegistered e
                ? new PersonState(
                        new Details(e.name(), e.phones(), e.emails(), e.address(), e.leadSource(), e.note()), false)
                : null;
    }

    private PersonState after(DomainEvent event) {
        return switch (event) {
            case CustomerDetailsCorrected e ->
                new PersonState(
                        new Details(e.name(), e.phones(), e.emails(), e.address(), e.leadSource(), e.note()), archived);
            case ContactsAdded e ->
                new PersonState(
                        new Details(
                                details.name(),
                                union(details.phones(), e.phones()),
                                union(details.emails(), e.emails()),
                                details.address(),
                                details.leadSource(),
                                details.note()),
                        archived);
            case CustomerArchived e -> new PersonState(details, true);
            case CustomerRestored e -> new PersonState(details, false);
            default -> this;
        };
    }

    static <T> List<T> union(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
