package medflip.customers.events;

import medflip.kernel.DomainEvent;

/** What happens to the knowledge of who is whom. */
public sealed interface MergeEvent extends DomainEvent {
    MergeBookId bookId();

    @Override
    default MergeBookId aggregateId() {
        return bookId();
    }

    /**
     * One person was in the books twice: all that is of {@code mergedId} is shown with {@code survivorId} from now on.
     * Nothing is copied, so that each keeps their own history, and their own key.
     */
    record PeopleMerged(MergeBookId bookId, CustomerId mergedId, CustomerId survivorId) implements MergeEvent {}

    /** They are two people after all. What came in for the survivor since stays with the survivor. */
    record PeopleUnmerged(MergeBookId bookId, CustomerId mergedId, CustomerId survivorId) implements MergeEvent {}

    /** They look alike, and are two people: they are no longer shown as duplicates. */
    record PeopleFoundDifferent(MergeBookId bookId, CustomerId oneId, CustomerId otherId) implements MergeEvent {}
}
