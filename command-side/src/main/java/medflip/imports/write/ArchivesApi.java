package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import medflip.imports.events.BroughtArchiveId;
import medflip.imports.write.ArchiveCommand.NoteArchive;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The other end of an export: an archive of a whole account, made by another server of ours, becomes this account. */
@RestController
@RequestMapping("/api/archives")
@Requires(Permission.ADMINISTER)
class ArchivesApi {

    private static final String ZIP = "application/zip";

    private final ArchiveEntry entry;
    private final Commands commands;

    ArchivesApi(ArchiveEntry entry, Commands commands) {
        this.entry = entry;
        this.commands = commands;
    }

    /**
     * What came in.
     *
     * @param events that the archive has of the business's books
     * @param entered of them, those that weren't here yet
     * @param files photos and receipts
     */
    record ArchiveBrought(long events, long entered, int files) {}

    /**
     * Brings an archive to a business that has nothing in its books. All of it is looked at before the first event is
     * entered. Who is cut off gives the same archive again, and it goes on where it was.
     */
    @PostMapping(consumes = ZIP)
    @FreshSignIn
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<ArchiveBrought> bringArchive(Caller caller, HttpServletRequest http) throws IOException {
        commands.requireOpen(caller);
        require(!caller.tenant().equals(TenantId.SERVICE), RequestRejection.NOT_FOUND);
        try (ArchiveFile file = ArchiveFile.of(http.getInputStream())) {
            Archive archive = Archive.verified(file);
            ArchiveEntry.Entered entered = entry.enter(caller, archive);
            Accepted noted = commands.send(
                    caller,
                    new NoteArchive(
                            archiveId(caller.tenant(), archive), entered.events(), entered.added(), entered.files()));
            return ResponseEntity.ok()
                    .header(WebHeaders.POSITION, Long.toString(Math.max(entered.position(), noted.position())))
                    .body(new ArchiveBrought(entered.events(), entered.added(), entered.files()));
        } catch (ConcurrencyException e) {
            throw new CommandRejected(RequestRejection.VERSION_CONFLICT);
        }
    }

    /** The same archive is called the same. */
    private static BroughtArchiveId archiveId(TenantId tenant, Archive archive) {
        String name = archive.manifest().tenant() + "/" + archive.manifest().events();
        return BroughtArchiveId.of(tenant, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
