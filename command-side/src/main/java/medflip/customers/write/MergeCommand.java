package medflip.customers.write;

import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.platform.command.Command;

/** What can be asked about who is whom. */
public sealed interface MergeCommand extends Command {
    MergeBookId bookId();

    @Override
    default MergeBookId aggregateId() {
        return bookId();
    }

    /** Shows all that is of one person with another. */
    record MergePeople(MergeBookId bookId, CustomerId mergedId, CustomerId survivorId) implements MergeCommand {}

    /** Takes a merge back. */
    record UnmergePeople(MergeBookId bookId, CustomerId mergedId) implements MergeCommand {}

    /** Two people who look alike aren't one. */
    record KeepApart(MergeBookId bookId, CustomerId oneId, CustomerId otherId) implements MergeCommand {}
}
