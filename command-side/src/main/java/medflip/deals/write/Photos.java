package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.deals.events.PhotoEvent.PhotoRemoved;
import medflip.deals.events.PhotoEvent.PhotosAdded;
import medflip.deals.write.PhotoCommand.AddPhotos;
import medflip.deals.write.PhotoCommand.RemovePhoto;
import medflip.kernel.AttachedFile;
import medflip.kernel.FileKind;
import medflip.platform.command.CommandRejected;
import medflip.platform.files.FileRejection;
import medflip.platform.files.FileStore.StoredFile;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Which photos show which of a deal's boxes. They are about the seller: who is forgotten takes them along. */
class Photos {

    private static final int A_LINE_MAX = 12;

    private final Deal deal;
    private final Inspection inspection;
    private final Map<UUID, Integer> lines = new HashMap<>();

    Photos(Deal deal, Inspection inspection) {
        this.deal = deal;
        this.inspection = inspection;
    }

    @CommandHandler
    void decide(AddPhotos command) {
        deal.requireRunning();
        require(inspection.hasLine(command.line()), DealRejection.NO_SUCH_LINE);
        for (StoredFile photo : command.photos()) {
            require(photo.isOf(deal.customerId()), FileRejection.OF_SOMEBODY_ELSE);
            require(photo.file().kind() != FileKind.PDF, DealRejection.NOT_A_PHOTO);
        }
        List<AttachedFile> added = command.photos().stream()
                .map(StoredFile::file)
                .filter(photo -> !lines.containsKey(photo.id()))
                .toList();
        long before =
                lines.values().stream().filter(line -> line == command.line()).count();
        require(before + added.size() <= A_LINE_MAX, DealRejection.TOO_MANY_PHOTOS);
        if (!added.isEmpty()) {
            apply(new PhotosAdded(deal.id(), command.line(), added));
        }
    }

    @EventSourcingHandler
    void evolve(PhotosAdded event) {
        event.photos().forEach(photo -> lines.put(photo.id(), event.line()));
    }

    @CommandHandler
    void decide(RemovePhoto command) {
        deal.requireRunning();
        Integer line = lines.get(command.photoId());
        if (line == null) {
            throw new CommandRejected(DealRejection.NO_SUCH_PHOTO);
        }
        apply(new PhotoRemoved(deal.id(), line, command.photoId()));
    }

    @EventSourcingHandler
    void evolve(PhotoRemoved event) {
        lines.remove(event.photoId());
    }
}
