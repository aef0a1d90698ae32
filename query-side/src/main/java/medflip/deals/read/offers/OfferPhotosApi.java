package medflip.deals.read.offers;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.deals.read.offers.OfferPhotosStore.OfferPhoto;
import medflip.kernel.FileKind;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.files.FileResponse;
import medflip.platform.files.FileStore;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.web.Permission;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows the seller, by the private link, what their boxes looked like: the evidence of what is offered for them. */
@RestController
@Requires(Permission.ANYBODY)
class OfferPhotosApi {

    /** One look at an offer asks for each of its photos. */
    private static final int PHOTOS_A_LOOK = 50;

    private final OfferPhotosStore store;
    /** Looked up when a photo is asked for: a process that keeps no files starts without. */
    private final ObjectProvider<FileStore> files;

    private final Throttle throttle;

    OfferPhotosApi(
            OfferPhotosStore store,
            ObjectProvider<FileStore> files,
            @Value("${medflip.offers.attempts-per-address:60}") int attempts) {
        this.store = store;
        this.files = files;
        this.throttle = new Throttle((long) attempts * PHOTOS_A_LOOK, Duration.ofMinutes(15));
    }

    record OfferPhotosBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    record OfferPhotoBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable UUID photoId) {}

    /** A photo that can be asked for. */
    record ShownPhoto(UUID id, String item, FileKind kind) {}

    /** Which photos there are; none also where the link leads nowhere (any more). */
    @PostMapping("/api/offers/photos")
    @Reads({OffersProjection.GROUP, "deals.deals", "accounts.workspace"})
    ResponseEntity<List<ShownPhoto>> findOfferPhotos(@RequestBody OfferPhotosBody body, HttpServletRequest request) {
        throttle.attempt(request);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(photos(body.token()).stream()
                        .map(photo -> new ShownPhoto(photo.id(), photo.item(), photo.kind()))
                        .toList());
    }

    /** One of them. */
    @PostMapping("/api/offers/photo")
    @Reads({OffersProjection.GROUP, "deals.deals", "accounts.workspace"})
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> showOfferPhoto(@RequestBody OfferPhotoBody body, HttpServletRequest request) {
        throttle.attempt(request);
        OfferPhoto asked = photos(body.token()).stream()
                .filter(photo -> photo.id().equals(body.photoId()))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        FileStore kept = files.getObject();
        StoredFile stored = kept.find(asked.tenant(), asked.id())
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        return FileResponse.of(stored, kept.content(asked.tenant(), stored));
    }

    private List<OfferPhoto> photos(@Nullable String token) {
        return store.photos(PrivateToken.hash(Objects.requireNonNullElse(token, "")));
    }
}
