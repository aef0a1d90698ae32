package medflip.imports.write;

import medflip.imports.events.BroughtArchiveId;
import medflip.platform.command.Command;

/** What can be noted of an archive of another server. */
sealed interface ArchiveCommand extends Command {
    BroughtArchiveId archiveId();

    @Override
    default BroughtArchiveId aggregateId() {
        return archiveId();
    }

    /** Notes that it was entered; again without anything new in it changes nothing. */
    record NoteArchive(BroughtArchiveId archiveId, long events, long entered, int files) implements ArchiveCommand {}
}
