package medflip.imports.write;

import java.util.UUID;
import medflip.imports.events.ArchiveEvent.ArchiveBrought;
import medflip.imports.events.BroughtArchiveId;
import medflip.imports.write.ArchiveCommand.NoteArchive;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class BroughtArchiveTest extends AggregateSpec<BroughtArchive> {

    private static final BroughtArchiveId ARCHIVE = BroughtArchiveId.of(TENANT, new UUID(7, 1));

    @Test
    void that_an_archive_was_brought_is_noted() {
        when(new NoteArchive(ARCHIVE, 10, 10, 2));
        then(new ArchiveBrought(ARCHIVE, 10, 10, 2));
    }

    @Test
    void the_same_again_is_nothing_new() {
        given(new ArchiveBrought(ARCHIVE, 10, 10, 2));
        when(new NoteArchive(ARCHIVE, 10, 0, 2));
        thenNothing();
    }

    @Test
    void the_rest_of_one_that_was_cut_off_is() {
        given(new ArchiveBrought(ARCHIVE, 10, 6, 2));
        when(new NoteArchive(ARCHIVE, 10, 4, 2));
        then(new ArchiveBrought(ARCHIVE, 10, 4, 2));
    }
}
