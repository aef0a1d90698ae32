package medflip.privacy.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import medflip.platform.command.TenantAggregate;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReviewed;
import medflip.privacy.write.LegalHoldCommand.PlaceLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReleaseLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReviewLegalHold;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What the law has kept of one business. Each hold has a day on which somebody looks whether it is needed still. */
@Aggregate(cache = "aggregateCache")
class HoldBook extends TenantAggregate {

    /** Nothing is held for longer without somebody looking. */
    static final int LONGEST_DAYS = 180;

    @AggregateIdentifier
    private HoldBookId id;

    /** Each hold that there ever was, and whether it holds. */
    private final Map<UUID, Boolean> holds = new HashMap<>();

    HoldBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlaceLegalHold command) {
        if (holds.containsKey(command.holdId())) {
            return;
        }
        requireReview(command.placedOn(), command.reviewOn());
        apply(new LegalHoldPlaced(
                command.bookId(),
                command.holdId(),
                command.customerId(),
                command.basis(),
                command.reference(),
                command.placedOn(),
                command.reviewOn()));
    }

    @EventSourcingHandler
    void evolve(LegalHoldPlaced event) {
        id = event.bookId();
        holds.put(event.holdId(), true);
    }

    @CommandHandler
    void decide(ReviewLegalHold command) {
        require(holds.getOrDefault(command.holdId(), false), LegalHoldRejection.NO_SUCH_HOLD);
        requireReview(command.reviewedOn(), command.reviewOn());
        apply(new LegalHoldReviewed(id, command.holdId(), command.reviewedOn(), command.reviewOn()));
    }

    @CommandHandler
    void decide(ReleaseLegalHold command) {
        require(holds.containsKey(command.holdId()), LegalHoldRejection.NO_SUCH_HOLD);
        if (holds.getOrDefault(command.holdId(), false)) {
            apply(new LegalHoldReleased(id, command.holdId(), command.releasedOn()));
        }
    }

    @EventSourcingHandler
    void evolve(LegalHoldReleased event) {
        holds.put(event.holdId(), false);
    }

    private static void requireReview(LocalDate today, LocalDate reviewOn) {
        require(
                reviewOn.isAfter(today) && !reviewOn.isAfter(today.plusDays(LONGEST_DAYS)),
                LegalHoldRejection.REVIEW_WITHIN);
    }

    @Override
    protected @Nullable HoldBookId id() {
        return id;
    }
}
