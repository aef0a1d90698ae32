package medflip.platform.operation;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.platform.eventstore.EventTable;
import medflip.platform.inbox.Inbox;
import medflip.platform.inbox.KeptDelivery;
import medflip.platform.messaging.DeadLetterOffice;
import medflip.platform.messaging.DeadLetterOffice.SetAside;
import medflip.platform.operation.OperationStore.Backlog;
import medflip.platform.operation.OperationStore.Job;
import medflip.platform.operation.ProcessorStates.Processor;
import medflip.platform.outbox.Outbox;
import medflip.platform.outbox.StuckEffect;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an operator asks about the service as a whole. */
@RestController
@Requires(Permission.OPERATE)
class OperationApi {

    private static final int MOST = 500;

    private final HealthEndpoint health;
    private final EventTable log;
    private final DeadLetterOffice deadLetters;
    private final Outbox outbox;
    private final Inbox inbox;
    private final OperationStore store;
    private final ProcessorStates processors;

    OperationApi(
            HealthEndpoint health,
            EventTable log,
            DeadLetterOffice deadLetters,
            Outbox outbox,
            Inbox inbox,
            OperationStore store,
            ProcessorStates processors) {
        this.health = health;
        this.log = log;
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.inbox = inbox;
        this.store = store;
        this.processors = processors;
    }

    /** Whether a part of the service is well: {@code UP}, {@code DOWN} or another word of its own. */
    record Part(String name, String status) {}

    /**
     * The service at a glance.
     *
     * @param position of the newest event
     * @param furthestBehind by how many positions the slowest processor is behind it
     * @param outbox what waits to be done at other services
     * @param inbox what other services delivered and isn't read yet
     * @param policyVersion version of the privacy policy that is published now
     */
    record ServiceHealth(
            String status,
            List<Part> parts,
            Instant startedAt,
            long position,
            long furthestBehind,
            long failedProcessors,
            long deadLetters,
            long stuckEffects,
            long unreadDeliveries,
            long lateJobs,
            Backlog outbox,
            Backlog inbox,
            String policyVersion) {}

    @GetMapping("/api/operator/health")
    ServiceHealth findServiceHealth() {
        HealthDescriptor whole = health.health();
        List<Processor> all = processors.all();
        return new ServiceHealth(
                whole.getStatus().getCode(),
                parts(whole),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                log.head(),
                all.stream().mapToLong(Processor::behind).max().orElse(0),
                all.stream().filter(Processor::fails).count(),
                all.stream().mapToLong(Processor::deadLetters).sum(),
                outbox.stuck(MOST).size(),
                inbox.waiting(),
                store.jobs().stream()
                        .filter(job -> job.late() || job.failures() > 0)
                        .count(),
                store.outbox(),
                store.inbox(),
                PublishedPolicy.VERSION);
    }

    private static List<Part> parts(HealthDescriptor whole) {
        Map<String, HealthDescriptor> components =
                whole instanceof CompositeHealthDescriptor composite ? composite.getComponents() : null;
        return components == null
                ? List.of()
                : components.entrySet().stream()
                        .map(part -> new Part(
                                part.getKey(), part.getValue().getStatus().getCode()))
                        .toList();
    }

    /** Those that need a look first. */
    @GetMapping("/api/operator/processors")
    List<Processor> findProcessors() {
        return processors.all();
    }

    /** The first dead letter of each stream, those that lie the longest first. */
    @GetMapping("/api/operator/dead-letters")
    List<DeadLetterHead> findDeadLetters() {
        return deadLetters.heads(MOST).stream().map(DeadLetterHead::of).toList();
    }

    /**
     * A dead letter that others of its stream may wait behind.
     *
     * @param stream what it is an event of, such as {@code deal/<uuid>}
     * @param event stored name of the event
     * @param cause type of what went wrong
     */
    record DeadLetterHead(
            String id,
            String processor,
            String tenantId,
            String stream,
            String event,
            Instant recordedAt,
            Instant setAsideAt,
            Instant triedAt,
            String cause,
            int behind) {

        private static DeadLetterHead of(SetAside letter) {
            return new DeadLetterHead(
                    letter.id().toString(),
                    letter.processor(),
                    letter.tenant().toString(),
                    letter.stream().substring(letter.tenant().toString().length() + 1),
                    letter.event(),
                    letter.recordedAt(),
                    letter.setAsideAt(),
                    letter.triedAt(),
                    letter.cause(),
                    letter.behind());
        }
    }

    /** What is to be done at other services and wasn't, those that wait the longest first. */
    @GetMapping("/api/operator/effects")
    List<StuckItem> findStuckEffects() {
        return outbox.stuck(MOST).stream().map(StuckItem::of).toList();
    }

    /**
     * Something for another service that needs a look.
     *
     * @param doubtful whether another attempt may do it twice
     * @param retryable whether what it says is still known
     */
    record StuckItem(
            UUID id,
            String tenantId,
            String channel,
            String kind,
            StuckEffect.EffectState state,
            @Nullable String reason,
            int attempts,
            Instant recordedAt,
            boolean doubtful,
            boolean retryable) {

        private static StuckItem of(StuckEffect effect) {
            return new StuckItem(
                    effect.id(),
                    effect.tenant().toString(),
                    effect.channel(),
                    effect.kind(),
                    effect.state(),
                    effect.reason(),
                    effect.attempts(),
                    effect.recordedAt(),
                    effect.doubtful() || effect.state() == StuckEffect.EffectState.UNKNOWN,
                    effect.retryable());
        }
    }

    /** What other services delivered and nobody could read, those that wait the longest first. */
    @GetMapping("/api/operator/deliveries")
    List<DeliveryItem> findUnreadDeliveries() {
        return inbox.unread(MOST).stream().map(DeliveryItem::of).toList();
    }

    /** All that other services delivered within a month, or one of them did, read or not; the newest first. */
    @GetMapping("/api/operator/deliveries/kept")
    List<DeliveryItem> findKeptDeliveries(@RequestParam(required = false) @Nullable String provider) {
        return inbox.newest(provider, MOST).stream().map(DeliveryItem::of).toList();
    }

    /** A delivery as it is kept. */
    record DeliveryItem(
            UUID id,
            String tenantId,
            String provider,
            String kind,
            KeptDelivery.DeliveryState state,
            @Nullable String reason,
            int attempts,
            Instant receivedAt) {

        private static DeliveryItem of(KeptDelivery delivery) {
            return new DeliveryItem(
                    delivery.id(),
                    delivery.tenant().toString(),
                    delivery.provider(),
                    delivery.kind(),
                    delivery.state(),
                    delivery.reason(),
                    delivery.attempts(),
                    delivery.receivedAt());
        }
    }

    @GetMapping("/api/operator/jobs")
    List<Job> findJobs() {
        return store.jobs();
    }
}
