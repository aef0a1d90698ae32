package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.ExportCommand.AskExport;
import medflip.accounts.write.ExportCommand.CollectExport;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.platform.command.RequestRejection;
import medflip.platform.export.ArchiveParts;
import medflip.platform.export.ExportStore;
import medflip.platform.export.ExportStore.Standing;
import medflip.platform.export.ExportStore.State;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole account as one archive: asked for, made in the background, fetched once within a day. */
@RestController
@RequestMapping("/api/exports")
@Requires(Permission.ADMINISTER)
class ExportsApi {

    private static final String ZIP = "application/zip";

    private final ExportStore store;
    private final ArchiveParts archives;
    private final BusinessCalendar calendar;
    private final Clock clock;

    ExportsApi(ExportStore store, ArchiveParts archives, BusinessCalendar calendar, Clock clock) {
        this.store = store;
        this.archives = archives;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * An archive, and how far it is. {@code askedBy} is a user's id; {@code bytes}, {@code sha256} and
     * {@code goodUntil} are there once it is made. It can be fetched while it is {@code READY}.
     */
    record ExportBody(
            UUID id,
            UUID askedBy,
            Instant askedAt,
            Stage stage,
            int percent,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable Instant goodUntil,
            @Nullable Instant collectedAt) {

        /** What can be done with it. */
        @Schema(name = "ExportStage")
        enum Stage {
            MAKING,
            READY,
            COLLECTED,
            EXPIRED,
            FAILED
        }

        static ExportBody of(Standing export, Instant now) {
            return new ExportBody(
                    export.id(),
                    export.askedBy(),
                    export.askedAt(),
                    stage(export, now),
                    export.percent(),
                    export.state() == State.MADE ? export.bytes() : null,
                    export.sha256(),
                    export.goodUntil(),
                    export.collectedAt());
        }

        private static Stage stage(Standing export, Instant now) {
            if (!export.told()) {
                return Stage.MAKING;
            }
            if (export.state() == State.FAILED) {
                return Stage.FAILED;
            }
            if (export.collectedAt() != null) {
                return Stage.COLLECTED;
            }
            return now.isBefore(Objects.requireNonNull(export.goodUntil())) ? Stage.READY : Stage.EXPIRED;
        }
    }

    /** The archives that were asked for, the newest first. */
    @GetMapping
    @Reads(WhenExportAskedThenMakeIt.GROUP)
    List<ExportBody> findExports(Caller caller) {
        return store.all(caller.tenant()).stream()
                .map(export -> ExportBody.of(export, clock.instant()))
                .toList();
    }

    /** One of them. */
    @GetMapping("/{id}")
    @Reads(WhenExportAskedThenMakeIt.GROUP)
    ExportBody findExport(Caller caller, @PathVariable UUID id) {
        return ExportBody.of(standing(caller.tenant(), id), clock.instant());
    }

    /** Has an archive made; a mail says when it is there. One at a time. */
    @PostMapping
    @FreshSignIn
    ResponseEntity<CommandAnswer> askExport(CommandRequest request) {
        String key = request.idempotencyKey();
        require(key != null, RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        TenantId tenant = request.caller().tenant();
        UserId user = UserId.of(tenant, Users.of(request.caller()));
        // A wish has one archive, so that may be called like the wish.
        UUID id = UUID.nameUUIDFromBytes((user.value() + "/export/" + key).getBytes(StandardCharsets.UTF_8));
        require(
                store.all(tenant).stream()
                        .noneMatch(export ->
                                export.state() == State.ASKED && !export.id().equals(id)),
                AccountRejection.EXPORT_UNDER_WAY);
        Accepted accepted = request.commands()
                .send(
                        request.caller(),
                        new AskExport(user, id),
                        new Conditions(request.idempotencyKey(), request.requestHash(), null));
        // What WhenExportAskedThenMakeIt does a moment later, so that the very next question finds it.
        store.ask(tenant, id, user.local(), clock.instant());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .body(new CommandAnswer(id.toString(), 0, accepted.position()));
    }

    /** The archive itself, once. */
    @PostMapping(path = "/{id}/collect", produces = ZIP)
    @FreshSignIn
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void collectExport(CommandRequest request, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        TenantId tenant = request.caller().tenant();
        Standing export = standing(tenant, id);
        Accepted accepted = request.commands()
                .send(request.caller(), new CollectExport(UserId.of(tenant, export.askedBy()), id, clock.instant()));
        store.collected(tenant, id);
        LocalDate madeOn = calendar.today(tenant);
        response.setContentType(ZIP);
        response.setContentLengthLong(export.bytes());
        response.setHeader(WebHeaders.POSITION, Long.toString(accepted.position()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("account-" + madeOn + ".zip")
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        archives.content(tenant, id, part -> write(out, part));
        out.flush();
    }

    private static void write(OutputStream out, byte[] part) {
        try {
            out.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Standing standing(TenantId tenant, UUID id) {
        return store.find(tenant, id)
                .filter(export -> export.schedule() == null)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
