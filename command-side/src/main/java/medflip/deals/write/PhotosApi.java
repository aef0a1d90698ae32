package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.deals.write.DealsApi.deal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.deals.write.PhotoCommand.AddPhotos;
import medflip.deals.write.PhotoCommand.RemovePhoto;
import medflip.platform.files.FileStore;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of a deal's photos. */
@RestController
@RequestMapping("/api/deals/{id}/photos")
class PhotosApi {

    private static final int AT_ONCE_MAX = 12;

    private final FileStore files;

    PhotosApi(FileStore files) {
        this.files = files;
    }

    /** {@code photoIds}: files that were uploaded as about the deal's person. */
    record PhotosBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer line,
            @Schema(requiredMode = REQUIRED) @Nullable List<UUID> photoIds) {}

    record RemovePhotoBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID photoId) {}

    /** Adds photos of a line's boxes, also one again that was removed. */
    @PostMapping
    ResponseEntity<CommandAnswer> addPhotos(
            CommandRequest request, @PathVariable UUID id, @RequestBody PhotosBody body) {
        Faults faults = new Faults();
        Integer line = faults.required("line", body.line(), l -> l);
        List<UUID> photos = Objects.requireNonNullElse(body.photoIds(), List.of());
        faults.check(!photos.isEmpty(), "photoIds", "Name one photo at least.");
        faults.check(photos.size() <= AT_ONCE_MAX, "photoIds", "At most " + AT_ONCE_MAX + " photos at once.");
        faults.throwIfAny();
        DealId deal = deal(request, id);
        return request.change(new AddPhotos(
                deal,
                line,
                photos.stream()
                        .distinct()
                        .map(photo -> files.toAttach(deal.tenantId(), photo))
                        .toList()));
    }

    @PostMapping("/remove")
    ResponseEntity<CommandAnswer> removePhoto(
            CommandRequest request, @PathVariable UUID id, @RequestBody RemovePhotoBody body) {
        Faults faults = new Faults();
        UUID photo = faults.required("photoId", body.photoId(), p -> p);
        faults.throwIfAny();
        return request.change(new RemovePhoto(deal(request, id), photo));
    }
}
