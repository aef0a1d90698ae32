package medflip.platform.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.Rehearsal;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One step for several things. Each is decided for itself: one that is refused, or fails, never stops the rest. */
@Component
public final class Bulk {

    private static final Logger log = LoggerFactory.getLogger(Bulk.class);

    private final Commands commands;
    private final Rehearsal rehearsal;

    public Bulk(Commands commands, Rehearsal rehearsal) {
        this.commands = commands;
        this.rehearsal = rehearsal;
    }

    /** One of the things, as it was seen. */
    public record Chosen(
            @Schema(requiredMode = REQUIRED) @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable Long version) {}

    /** What is to be done to one thing, if it still is as it was seen. */
    public record Wish(UUID id, long version, Command command) {}

    /**
     * What became of one thing, or would.
     *
     * @param version of the thing after the step
     * @param position of what the step did, for undoing it; 0 where nothing was left to do
     * @param code why it was refused, as a problem code; absent where it was done
     * @param message the same in words
     */
    public record BulkResult(
            UUID id,
            boolean done,
            @Nullable Long version,
            @Nullable Long position,
            @Nullable String code,
            @Nullable String message) {

        private static BulkResult refused(UUID id, CommandRejected.Reason reason) {
            return new BulkResult(id, false, null, null, reason.code(), reason.message());
        }
    }

    public record BulkAnswer(List<BulkResult> results) {}

    /** The wishes of a body, which names {@code field} from one to {@code most}; whatever is wrong becomes a fault. */
    public static List<Wish> wishes(
            Faults faults,
            String field,
            int most,
            @Nullable List<Chosen> chosen,
            @Nullable Function<UUID, Command> step) {
        List<Chosen> things = chosen == null ? List.of() : chosen;
        faults.check(!things.isEmpty() && things.size() <= most, field, "Choose 1 to " + most + ".");
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < Math.min(things.size(), most); i++) {
            UUID id = faults.required(field + "[" + i + "].id", things.get(i).id(), given -> given);
            Long version =
                    faults.required(field + "[" + i + "].version", things.get(i).version(), seen -> seen);
            if (step != null && id != null && version != null) {
                wishes.add(new Wish(id, version, step.apply(id)));
            }
        }
        return wishes;
    }

    /** Says what could be done, and why not the rest. Nothing is done. */
    public BulkAnswer preview(Caller caller, List<Wish> wishes) {
        return new BulkAnswer(wishes.stream()
                .map(wish -> rehearsal
                        .refusal(caller, wish.command(), new Conditions(null, null, wish.version()))
                        .map(reason -> BulkResult.refused(wish.id(), reason))
                        .orElseGet(() -> new BulkResult(wish.id(), true, null, null, null, null)))
                .toList());
    }

    /** Does what can be done. A repeat under the same key is answered alike. */
    public ResponseEntity<BulkAnswer> run(CommandRequest request, List<Wish> wishes) {
        require(request.idempotencyKey() != null, RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        List<BulkResult> results = wishes.stream()
                // One request's key names as many wishes as there are things.
                .map(wish -> attempt(
                        wish.id(),
                        () -> commands.send(
                                request.caller(),
                                wish.command(),
                                new Conditions(
                                        request.idempotencyKey() + "/" + wish.id(),
                                        request.requestHash(),
                                        wish.version()))))
                .toList();
        return answer(results);
    }

    /** The answer to several wishes: what became of each, and how far the log is after all of them. */
    public static ResponseEntity<BulkAnswer> answer(List<BulkResult> results) {
        long position = results.stream()
                .mapToLong(result -> result.position() == null ? 0 : result.position())
                .max()
                .orElse(0);
        return ResponseEntity.ok()
                .header(WebHeaders.POSITION, Long.toString(position))
                .body(new BulkAnswer(results));
    }

    /** What became of one wish, whatever became of it. */
    public static BulkResult attempt(UUID id, Supplier<Accepted> wish) {
        try {
            Accepted accepted = wish.get();
            return new BulkResult(id, true, accepted.version(), accepted.position(), null, null);
        } catch (CommandRejected refused) {
            return BulkResult.refused(id, refused.reason());
        } catch (RuntimeException fault) {
            // What happens to this one is told of this one; the others were asked for as well.
            log.error("A step failed for {}", id, fault);
            return new BulkResult(id, false, null, null, "request.failed", "Something went wrong on our side.");
        }
    }
}
