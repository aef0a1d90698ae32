package medflip.deals.write;

import java.util.List;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.platform.files.FileStore.StoredFile;

/** What can be asked about photos of a deal's boxes. */
public sealed interface PhotoCommand extends DealCommand {

    /** Adds photos of a line's boxes; one that is there already stays as it is. */
    record AddPhotos(DealId dealId, int line, List<StoredFile> photos) implements PhotoCommand {}

    /** Takes a photo out. */
    record RemovePhoto(DealId dealId, UUID photoId) implements PhotoCommand {}
}
