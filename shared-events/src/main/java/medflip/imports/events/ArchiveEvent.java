package medflip.imports.events;

import medflip.kernel.DomainEvent;

/** What happens with archives of other servers. */
public sealed interface ArchiveEvent extends DomainEvent {
    BroughtArchiveId archiveId();

    @Override
    default BroughtArchiveId aggregateId() {
        return archiveId();
    }

    /**
     * An archive was entered, or the rest of one that was cut off.
     *
     * @param events that it has of the business's books
     * @param entered of them, those that weren't here yet
     * @param files photos and receipts
     */
    record ArchiveBrought(BroughtArchiveId archiveId, long events, long entered, int files) implements ArchiveEvent {}
}
