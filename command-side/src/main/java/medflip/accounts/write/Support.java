package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportEvent.SupportLeft;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.accounts.events.SupportId;
import medflip.accounts.write.SupportCommand.EnterSupport;
import medflip.accounts.write.SupportCommand.GrantSupport;
import medflip.accounts.write.SupportCommand.LeaveSupport;
import medflip.accounts.write.SupportCommand.LetSupportRunOut;
import medflip.accounts.write.SupportCommand.RevokeSupport;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A while in which the service's staff may come into one business, because it wants that. */
@Aggregate(cache = "aggregateCache")
class Support extends TenantAggregate {

    @AggregateIdentifier
    private SupportId id;

    private Instant goodUntil;
    private boolean over;
    private final Set<UUID> inside = new HashSet<>();

    Support() {}

    @CommandHandler
    Support(GrantSupport command) {
        apply(new SupportGranted(command.supportId(), command.reason(), command.mayWrite(), command.goodUntil()));
    }

    @EventSourcingHandler
    void evolve(SupportGranted event) {
        id = event.supportId();
        goodUntil = event.goodUntil();
    }

    /** Each coming in is a fact, also of who never said that they left. */
    @CommandHandler
    void decide(EnterSupport command) {
        require(!over && command.at().isBefore(goodUntil), AccountRejection.SUPPORT_OVER);
        apply(new SupportEntered(id, command.operatorId(), command.operator()));
    }

    @EventSourcingHandler
    void evolve(SupportEntered event) {
        inside.add(event.operatorId());
    }

    @CommandHandler
    void decide(LeaveSupport command) {
        if (inside.contains(command.operatorId())) {
            apply(new SupportLeft(id, command.operatorId()));
        }
    }

    @EventSourcingHandler
    void evolve(SupportLeft event) {
        inside.remove(event.operatorId());
    }

    @CommandHandler
    void decide(RevokeSupport command) {
        if (!over) {
            apply(new SupportRevoked(id));
        }
    }

    @EventSourcingHandler
    void evolve(SupportRevoked event) {
        end();
    }

    @CommandHandler
    void decide(LetSupportRunOut command) {
        if (!over && !command.at().isBefore(goodUntil)) {
            apply(new SupportRanOut(id));
        }
    }

    @EventSourcingHandler
    void evolve(SupportRanOut event) {
        end();
    }

    private void end() {
        over = true;
        inside.clear();
    }

    @Override
    protected SupportId id() {
        return id;
    }
}
