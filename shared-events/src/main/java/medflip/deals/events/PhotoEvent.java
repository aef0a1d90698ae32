package medflip.deals.events;

import java.util.List;
import java.util.UUID;
import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;

/** What shows how a deal's boxes were. */
public sealed interface PhotoEvent extends DealEvent {

    /** Photos of a line's boxes were added. */
    record PhotosAdded(DealId dealId, int line, List<AttachedFile> photos) implements PhotoEvent, AttachesFiles {

        @Override
        public List<AttachedFile> attachedFiles() {
            return photos;
        }
    }

    /** A photo shows nothing of these boxes, and is no longer shown with them. Adding it again takes that back. */
    record PhotoRemoved(DealId dealId, int line, UUID photoId) implements PhotoEvent {}
}
