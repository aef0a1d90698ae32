package medflip.operations.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.operations.events.UpkeepEvent;
import medflip.operations.events.UpkeepEvent.DeadLetterRetried;
import medflip.operations.events.UpkeepEvent.DeadLetterSkipped;
import medflip.operations.events.UpkeepEvent.DeliveryReadAgain;
import medflip.operations.events.UpkeepEvent.EffectRetried;
import medflip.operations.events.UpkeepEvent.ProcessorPaused;
import medflip.operations.events.UpkeepEvent.ProcessorResumed;
import medflip.operations.events.UpkeepId;
import medflip.operations.write.UpkeepCommand.PauseProcessor;
import medflip.operations.write.UpkeepCommand.ReadDeliveryAgain;
import medflip.operations.write.UpkeepCommand.ResumeProcessor;
import medflip.operations.write.UpkeepCommand.RetryDeadLetter;
import medflip.operations.write.UpkeepCommand.RetryEffect;
import medflip.operations.write.UpkeepCommand.SkipDeadLetter;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What was done for one business by those who run the service. */
@Aggregate(cache = "aggregateCache")
class Upkeep extends TenantAggregate {

    private record Skipped(UUID eventId, String processor) {}

    @AggregateIdentifier
    private @Nullable UpkeepId id;

    private final Set<Skipped> skipped = new HashSet<>();
    private final Set<String> paused = new HashSet<>();

    Upkeep() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetryDeadLetter command) {
        apply(new DeadLetterRetried(command.upkeepId(), command.eventId(), command.event(), command.processor()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SkipDeadLetter command) {
        if (!skipped.contains(new Skipped(command.eventId(), command.processor()))) {
            apply(new DeadLetterSkipped(
                    command.upkeepId(), command.eventId(), command.event(), command.processor(), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetryEffect command) {
        apply(new EffectRetried(command.upkeepId(), command.effectId(), command.kind(), command.mayBeDoneTwice()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReadDeliveryAgain command) {
        apply(new DeliveryReadAgain(command.upkeepId(), command.deliveryId(), command.provider()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PauseProcessor command) {
        if (!paused.contains(command.processor())) {
            apply(new ProcessorPaused(command.upkeepId(), command.processor(), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ResumeProcessor command) {
        if (paused.contains(command.processor())) {
            apply(new ProcessorResumed(command.upkeepId(), command.processor()));
        }
    }

    @EventSourcingHandler
    void evolve(UpkeepEvent event) {
        id = event.upkeepId();
        if (event instanceof DeadLetterSkipped skip) {
            skipped.add(new Skipped(skip.eventId(), skip.processor()));
        } else if (event instanceof ProcessorPaused pause) {
            paused.add(pause.processor());
        } else if (event instanceof ProcessorResumed resume) {
            paused.remove(resume.processor());
        }
    }

    @Override
    protected @Nullable UpkeepId id() {
        return id;
    }
}
