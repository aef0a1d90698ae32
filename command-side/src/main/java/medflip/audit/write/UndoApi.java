package medflip.audit.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.command.Undo;
import medflip.platform.command.UndoReason;
import medflip.platform.command.Undone;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Undoes facts that stand in a history. Each is decided for itself, the latest first. */
@RestController
@RequestMapping("/api/undo")
class UndoApi {

    private static final int FACTS_MAX = 500;

    private final Undo undo;

    UndoApi(Undo undo) {
        this.undo = undo;
    }

    /** {@code positions}: where the facts stand in the log, as histories and answers to commands tell it. */
    record UndoPreviewBody(
            @Schema(requiredMode = REQUIRED) @Nullable List<Long> positions) {}

    record UndoBody(
            @Schema(requiredMode = REQUIRED) @Nullable List<Long> positions,
            @Schema(requiredMode = REQUIRED) @Nullable UndoReason reason) {}

    /**
     * What became of one fact, or would.
     *
     * @param code why it can't be undone, as a problem code; absent where it was
     * @param message the same in words
     */
    record UndoResult(
            long position,
            boolean done,
            @Nullable String code,
            @Nullable String message) {

        private static UndoResult refused(long position, CommandRejected.Reason reason) {
            return new UndoResult(position, false, reason.code(), reason.message());
        }
    }

    record UndoAnswer(List<UndoResult> results) {}

    /** Says which of the facts could be undone, and why not the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    UndoAnswer previewUndo(Caller caller, @RequestBody UndoPreviewBody body) {
        Faults faults = new Faults();
        List<Long> positions = positions(faults, body.positions());
        faults.throwIfAny();
        return new UndoAnswer(positions.stream()
                .map(position -> undo.refusal(caller, position)
                        .map(reason -> UndoResult.refused(position, reason))
                        .orElseGet(() -> new UndoResult(position, true, null, null)))
                .toList());
    }

    /** Undoes those of the facts that can be. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<UndoAnswer> undo(CommandRequest request, @RequestBody UndoBody body) {
        String key = request.idempotencyKey();
        require(key != null, RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        Faults faults = new Faults();
        List<Long> positions = positions(faults, body.positions());
        UndoReason reason = faults.required("reason", body.reason(), each -> each);
        faults.throwIfAny();
        long[] head = new long[1];
        List<UndoResult> results = positions.stream()
                .map(position -> {
                    try {
                        Accepted accepted = undo.undo(
                                request.caller(),
                                new Undone(position, reason),
                                key + "/" + position,
                                Objects.requireNonNull(request.requestHash()));
                        head[0] = Math.max(head[0], accepted.position());
                        return new UndoResult(position, true, null, null);
                    } catch (CommandRejected refused) {
                        return UndoResult.refused(position, refused.reason());
                    }
                })
                .toList();
        return ResponseEntity.ok()
                .header(WebHeaders.POSITION, Long.toString(head[0]))
                .body(new UndoAnswer(results));
    }

    private static List<Long> positions(Faults faults, @Nullable List<Long> given) {
        List<Long> positions = faults.each("positions", given, position -> position).stream()
                .distinct()
                .sorted((one, other) -> Long.compare(other, one))
                .toList();
        faults.check(
                !positions.isEmpty() && positions.size() <= FACTS_MAX, "positions", "Name 1 to " + FACTS_MAX + ".");
        return positions;
    }
}
