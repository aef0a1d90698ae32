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
import medflip.platform.text.FaultLine;
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

    /**
     * What is to be done to one thing, if it still is as it was seen.
     *
     * @param version as it was seen; null where the command itself says what it is about
     */
    public record Wish(UUID id, @Nullable Long version, Command command) {}

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

    /**
     * The wishes of a body, which names from one to {@code most} things as {@code chosen}; throws whatever is wrong
     * with the body.
     *
     * @param step what is to be done to each; null where the body doesn't say it rightly, which is a fault already
     */
    public static List<Wish> wishes(
            Faults faults, int most, @Nullable List<Chosen> chosen, @Nullable Function<UUID, Command> step) {
        List<Chosen> things = chosen == null ? List.of() : chosen;
        requireSome(faults, most, things);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < Math.min(things.size(), most); i++) {
            UUID id = faults.required("chosen[" + i + "].id", things.get(i).id(), given -> given);
            Long version =
                    faults.required("chosen[" + i + "].version", things.get(i).version(), seen -> seen);
            if (step != null && id != null && version != null) {
                wishes.add(new Wish(id, version, step.apply(id)));
            }
        }
        faults.throwIfAny();
        return wishes;
    }

    /** One step is for one thing at least, and for {@code most} at most. */
    public static void requireSome(Faults faults, int most, List<?> chosen) {
        faults.check(!chosen.isEmpty() && chosen.size() <= most, "chosen", "Choose 1 to " + most + ".");
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
            log.error("A step failed for {}: {}", id, FaultLine.of(fault));
            return Outage.of(fault)
                    .map(outage -> new BulkResult(id, false, null, null, outage.code(), outage.message()))
                    .orElseGet(() -> new BulkResult(
                            id, false, null, null, "request.failed", "Something went wrong on our side."));
        }
    }
}
