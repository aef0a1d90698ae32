package medflip.operations.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.operations.events.UpkeepId;
import medflip.operations.write.UpkeepCommand.PauseProcessor;
import medflip.operations.write.UpkeepCommand.ReadDeliveryAgain;
import medflip.operations.write.UpkeepCommand.ResumeProcessor;
import medflip.operations.write.UpkeepCommand.RetryDeadLetter;
import medflip.operations.write.UpkeepCommand.RetryEffect;
import medflip.operations.write.UpkeepCommand.SkipDeadLetter;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.RequestRejection;
import medflip.platform.inbox.Inbox;
import medflip.platform.inbox.KeptDelivery;
import medflip.platform.messaging.DeadLetterOffice;
import medflip.platform.messaging.DeadLetterOffice.SetAside;
import medflip.platform.messaging.PausedProcessors;
import medflip.platform.outbox.Outbox;
import medflip.platform.outbox.StuckEffect;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.StoredPositions;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Seeing to what is stuck. Each step is a fact of the business that it touches, written before it is done: so a step
 * that was cut off is seen, and can be repeated.
 */
@RestController
@RequestMapping("/api/operator")
@Requires(Permission.OPERATE)
class UpkeepApi {

    /** As many as an operator sees. */
    private static final int AT_ONCE = 500;

    private final DeadLetterOffice deadLetters;
    private final Outbox outbox;
    private final Inbox inbox;
    private final StoredPositions positions;
    private final PausedProcessors paused;
    private final Commands commands;

    UpkeepApi(
            DeadLetterOffice deadLetters,
            Outbox outbox,
            Inbox inbox,
            StoredPositions positions,
            PausedProcessors paused,
            Commands commands) {
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.inbox = inbox;
        this.positions = positions;
        this.paused = paused;
        this.commands = commands;
    }

    record SkipBody(
            @Schema(requiredMode = REQUIRED) @Nullable String reason) {}

    /** @param healed whether it and all that waited behind it went through */
    record RetryAnswer(boolean healed) {}

    /** Has its processor try it now. */
    @PostMapping("/dead-letters/{id}/retry")
    RetryAnswer retryDeadLetter(SignedIn who, @PathVariable UUID id) {
        SetAside letter = letter(id);
        commands.send(
                caller(who, letter.tenant()),
                new RetryDeadLetter(
                        UpkeepId.of(letter.tenant()), letter.eventId(), letter.event(), letter.processor()));
        return new RetryAnswer(deadLetters.retry(letter));
    }

    /** Passes it over for good; those behind it are tried then. What the processor fills lacks it until a rebuild. */
    @PostMapping("/dead-letters/{id}/skip")
    @FreshSignIn
    ResponseEntity<Void> skipDeadLetter(SignedIn who, @PathVariable UUID id, @RequestBody SkipBody body) {
        Faults faults = new Faults();
        PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
        faults.throwIfAny();
        SetAside letter = letter(id);
        commands.send(
                caller(who, letter.tenant()),
                new SkipDeadLetter(
                        UpkeepId.of(letter.tenant()), letter.eventId(), letter.event(), letter.processor(), reason));
        require(deadLetters.skip(letter), UpkeepRejection.BUSY);
        return ResponseEntity.noContent().build();
    }

    /** Has it tried at the other service as if it were new, also where it may be done twice then. */
    @PostMapping("/effects/{id}/retry")
    ResponseEntity<Void> retryEffect(SignedIn who, @PathVariable UUID id) {
        StuckEffect effect = outbox.stuck(id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        require(effect.retryable(), UpkeepRejection.CONTENT_FORGOTTEN);
        commands.send(
                caller(who, effect.tenant()),
                new RetryEffect(
                        UpkeepId.of(effect.tenant()),
                        effect.id(),
                        effect.kind(),
                        effect.doubtful() || effect.state() == StuckEffect.EffectState.UNKNOWN));
        require(outbox.tryAgain(effect), UpkeepRejection.BUSY);
        return ResponseEntity.noContent().build();
    }

    /** Has a delivery read as if it had just come. What was read before changes nothing when it is read again. */
    @PostMapping("/deliveries/{id}/read")
    ResponseEntity<Void> readDeliveryAgain(SignedIn who, @PathVariable UUID id) {
        KeptDelivery delivery = inbox.find(id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        require(readAgain(who, delivery), UpkeepRejection.BUSY);
        return ResponseEntity.noContent().build();
    }

    /** @param deliveries how many are read again */
    record ReadAgainAnswer(int deliveries) {}

    /** Has all that were set aside read again: when what was wrong with them was of ours, and is mended. */
    @PostMapping("/deliveries/read")
    ReadAgainAnswer readDeliveriesAgain(SignedIn who) {
        List<KeptDelivery> all = inbox.unread(AT_ONCE).stream()
                .filter(delivery -> delivery.state() == KeptDelivery.DeliveryState.SET_ASIDE)
                .toList();
        return new ReadAgainAnswer(
                (int) all.stream().filter(delivery -> readAgain(who, delivery)).count());
    }

    /** {@code provider}: as deliveries name it. */
    record ReplayBody(
            @Schema(requiredMode = REQUIRED) @Nullable String provider,
            @Schema(requiredMode = REQUIRED) @Nullable Instant since,
            @Schema(requiredMode = REQUIRED) @Nullable Instant until) {}

    /**
     * Has all that a service delivered in a time read again, at most 500: after a fault of ours by which it was read
     * wrongly. What was read rightly changes nothing when it is read again.
     */
    @PostMapping("/deliveries/replay")
    @FreshSignIn
    ReadAgainAnswer replayDeliveries(SignedIn who, @RequestBody ReplayBody body) {
        Faults faults = new Faults();
        String provider = faults.required("provider", body.provider(), given -> given);
        Instant since = faults.required("since", body.since(), given -> given);
        Instant until = faults.required("until", body.until(), given -> given);
        faults.throwIfAny();
        List<KeptDelivery> all = faults.required("until", until, end -> between(provider, since, end));
        faults.throwIfAny();
        return new ReadAgainAnswer(
                (int) all.stream().filter(delivery -> readAgain(who, delivery)).count());
    }

    private List<KeptDelivery> between(String provider, Instant since, Instant until) {
        List<KeptDelivery> all = inbox.between(provider, since, until, AT_ONCE + 1);
        if (all.size() > AT_ONCE) {
            throw new IllegalArgumentException("More than " + AT_ONCE + " came in that time. Choose a shorter one.");
        }
        return all;
    }

    private boolean readAgain(SignedIn who, KeptDelivery delivery) {
        commands.send(
                caller(who, delivery.tenant()),
                new ReadDeliveryAgain(UpkeepId.of(delivery.tenant()), delivery.id(), delivery.provider()));
        return inbox.readAgain(delivery);
    }

    record PauseBody(
            @Schema(requiredMode = REQUIRED) @Nullable String reason) {}

    /**
     * Stops what follows the log by this name, on whichever process it is; what it fills stays as it is until it goes
     * on. For a view that does harm, or a fault that is being looked into.
     */
    @PostMapping("/processors/{id}/pause")
    @FreshSignIn
    ResponseEntity<Void> pauseProcessor(SignedIn who, @PathVariable String id, @RequestBody PauseBody body) {
        Faults faults = new Faults();
        PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
        faults.throwIfAny();
        requireProcessor(id);
        commands.send(caller(who, TenantId.SERVICE), new PauseProcessor(UpkeepId.of(TenantId.SERVICE), id, reason));
        paused.pause(id);
        return ResponseEntity.noContent().build();
    }

    /** Lets it go on from where it was. */
    @PostMapping("/processors/{id}/resume")
    ResponseEntity<Void> resumeProcessor(SignedIn who, @PathVariable String id) {
        requireProcessor(id);
        commands.send(caller(who, TenantId.SERVICE), new ResumeProcessor(UpkeepId.of(TenantId.SERVICE), id));
        paused.resume(id);
        return ResponseEntity.noContent().build();
    }

    private void requireProcessor(String name) {
        if (positions.all().stream().noneMatch(stored -> stored.processor().equals(name))) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
    }

    private SetAside letter(UUID id) {
        return deadLetters.head(id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static Caller caller(SignedIn who, TenantId tenant) {
        return Caller.operator(tenant, who.user());
    }
}
