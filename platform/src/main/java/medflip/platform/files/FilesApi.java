package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.FileKind;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.KnownStreams;
import medflip.platform.command.RequestRejection;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.files.FileStore.Upload;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files: uploaded first, then named by the command that attaches them. */
@RestController
@RequestMapping("/api/files")
class FilesApi {

    private final FileStore files;
    private final KnownStreams known;

    FilesApi(FileStore files, KnownStreams known) {
        this.files = files;
        this.known = known;
    }

    /** A file that is here. {@code bytes} is its length, without the metadata that was taken out. */
    record UploadedFile(UUID id, FileKind kind, int bytes, Instant uploadedAt) {

        static UploadedFile of(StoredFile stored) {
            return new UploadedFile(
                    stored.file().id(), stored.file().kind(), stored.file().bytes(), stored.uploadedAt());
        }
    }

    /**
     * Takes a photo (JPEG, PNG, WebP, HEIC) or a PDF of at most 10 MB. Where it is about a person, as a photo of their
     * boxes is, {@code customerId} says so: when that person is erased, nobody can read it any more. A file that no
     * command names within a week is deleted.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    UploadedFile uploadFile(
            CommandRequest request,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable UUID customerId)
            throws IOException {
        String key = request.keyOfUpload();
        require(file.getSize() <= FileContent.BYTES_MAX, FileRejection.TOO_LARGE);
        var tenant = request.caller().tenant();
        CustomerId customer = customerId == null ? null : CustomerId.of(tenant, customerId);
        if (customer != null) {
            known.requireKnown(customer);
        }
        return UploadedFile.of(files.add(new Upload(tenant, customer, key, file.getBytes())));
    }

    /** What is known of a file. */
    @GetMapping("/{id}")
    UploadedFile findFile(Caller caller, @PathVariable UUID id) {
        return UploadedFile.of(stored(caller, id));
    }

    /** The file itself. */
    @GetMapping("/{id}/content")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> findFileContent(Caller caller, @PathVariable UUID id) {
        StoredFile stored = stored(caller, id);
        return FileResponse.of(stored, files.content(caller.tenant(), stored));
    }

    private StoredFile stored(Caller caller, UUID id) {
        return files.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
