package medflip.accounts.read.archive;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.export.ArchiveParts;
import medflip.platform.export.ExportStore;
import medflip.platform.export.ExportStore.Standing;
import medflip.platform.export.ExportStore.State;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.ListingFormat;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of deliveries. Who may take lists away may take these, also another system with a key: a file says behind
 * which position the next one begins, like the list's own address.
 */
@RestController
@Requires(Permission.EXPORT)
class DeliveredFilesApi {

    private final ExportStore exports;
    private final ArchiveParts parts;
    private final Clock clock;

    DeliveredFilesApi(ExportStore exports, ArchiveParts parts, Clock clock) {
        this.exports = exports;
        this.parts = parts;
        this.clock = clock;
    }

    /** The file that was delivered last, as long as it is kept. */
    @GetMapping("/api/delivery-schedules/{id}/latest")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    void fetchLatestDelivery(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(caller.tenant(), exports.latest(caller.tenant(), id).orElseThrow(DeliveredFilesApi::notFound), response);
    }

    /** Its file, for 24 hours. */
    @GetMapping("/api/deliveries/{id}/file")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    void fetchDelivery(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        send(
                caller.tenant(),
                exports.find(caller.tenant(), id)
                        .filter(file -> file.schedule() != null && file.state() == State.MADE)
                        .filter(file -> now.isBefore(Objects.requireNonNull(file.goodUntil())))
                        .orElseThrow(DeliveredFilesApi::notFound),
                response);
    }

    private void send(TenantId tenant, Standing file, HttpServletResponse response) throws IOException {
        ListingFormat format =
                ListingFormat.valueOf(Objects.requireNonNull(file.format()).name());
        response.setContentType(format.contentType());
        response.setContentLengthLong(file.bytes());
        response.setHeader(HttpHeaders.ETAG, "\"" + file.id() + "\"");
        response.setHeader(WebHeaders.NEXT_POSITION, Long.toString(file.position()));
        if (file.whole()) {
            response.setHeader(WebHeaders.WHOLE, "true");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("delivery-" + file.askedAt().toString().substring(0, 10) + "." + format.ending())
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        parts.content(tenant, file.id(), part -> write(out, part));
        out.flush();
    }

    private static void write(OutputStream out, byte[] part) {
        try {
            out.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandRejected notFound() {
        return new CommandRejected(RequestRejection.NOT_FOUND);
    }
}
