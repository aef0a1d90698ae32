package medflip.customers.write;

import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.customers.write.MergeCommand.MergePeople;
import medflip.customers.write.MergeCommand.UnmergePeople;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import org.springframework.stereotype.Component;

/** The way back from a merge, and from taking one back. */
@Component
class UndoMerges implements Undoing<MergeEvent> {

    @Override
    public Class<MergeEvent> family() {
        return MergeEvent.class;
    }

    @Override
    public Command undo(PastFact<MergeEvent> past) {
        return switch (past.fact()) {
            case PeopleMerged merged -> {
                past.requireLast(later -> later instanceof PeopleUnmerged apart
                        && apart.mergedId().equals(merged.mergedId()));
                yield new UnmergePeople(merged.bookId(), merged.mergedId());
            }
            case PeopleUnmerged apart -> new MergePeople(apart.bookId(), apart.mergedId(), apart.survivorId());
            // Two cards that were kept apart are merged by merging them.
            case PeopleFoundDifferent different -> throw new CommandRejected(UndoRejection.CORRECT_INSTEAD);
        };
    }
}
