package medflip.privacy.read.disclosure;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.files.FileResponse;
import medflip.platform.files.FileStore;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.link.OneTimeLinkIndex;
import medflip.platform.link.OneTimeLinkIndex.OneTimeLink;
import medflip.platform.link.PrivateDataLink;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import medflip.privacy.read.disclosure.HeldData.HeldFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a business holds of a person, for that person, by a private link and without an account. The token comes in a
 * body, which no log ever holds; one that means nothing is answered like one that meant something once.
 */
@RestController
@Requires(Permission.ANYBODY)
class PrivateDataApi {

    private final OneTimeLinkIndex links;
    private final PrivateDataStore store;
    /** Looked up when a file is asked for: a process that keeps no files starts without. */
    private final ObjectProvider<FileStore> files;

    private final Throttle throttle;

    PrivateDataApi(
            OneTimeLinkIndex links,
            PrivateDataStore store,
            ObjectProvider<FileStore> files,
            @Value("${medflip.private-data.attempts-per-address:60}") int attempts) {
        this.links = links;
        this.store = store;
        this.files = files;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    record PrivateTokenBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    /** To be looked at. */
    @PostMapping("/api/private-data/open")
    @Reads({
        "privacy.requests",
        "customers.people",
        "customers.records",
        "deals.deals",
        "messaging.inbox",
        "accounts.workspace"
    })
    ResponseEntity<HeldData> openPrivateData(@RequestBody PrivateTokenBody body, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(held(body, request));
    }

    /** To be taken along: the same as a file that programs read (GDPR 20). */
    @PostMapping("/api/private-data/download")
    @Reads({
        "privacy.requests",
        "customers.people",
        "customers.records",
        "deals.deals",
        "messaging.inbox",
        "accounts.workspace"
    })
    ResponseEntity<HeldData> downloadPrivateData(@RequestBody PrivateTokenBody body, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-data.json")
                                .build()
                                .toString())
                .body(held(body, request));
    }

    record PrivateFileBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable UUID fileId) {}

    /** One of the person's files, to be taken along. */
    @PostMapping("/api/private-data/file")
    @Reads({"privacy.requests", "customers.people", "customers.records", "accounts.workspace"})
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> downloadPrivateFile(@RequestBody PrivateFileBody body, HttpServletRequest request) {
        throttle.attempt(request);
        OneTimeLink link = link(body.token());
        UUID asked = held(link).files().stream()
                .map(HeldFile::id)
                .filter(id -> id.equals(body.fileId()))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        FileStore kept = files.getObject();
        StoredFile stored =
                kept.find(link.tenant(), asked).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        return FileResponse.of(stored, kept.content(link.tenant(), stored));
    }

    private HeldData held(PrivateTokenBody body, HttpServletRequest request) {
        throttle.attempt(request);
        return held(link(body.token()));
    }

    private OneTimeLink link(@Nullable String token) {
        return links.find(PrivateDataLink.PURPOSE, Objects.requireNonNullElse(token, ""))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private HeldData held(OneTimeLink link) {
        return store.open(link.tenant(), link.local(), link.id())
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
