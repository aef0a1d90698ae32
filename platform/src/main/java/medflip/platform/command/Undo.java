package medflip.platform.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.command.FactPlaces.FactPlace;
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.platform.tenancy.Caller;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Undoes facts by further facts, which say what they undo and why: nothing is ever taken out of the log. What a fact's
 * family knows no way back from is refused, and so is what has moved on since.
 */
public final class Undo {

    private final EventStore events;
    private final FactPlaces places;
    private final List<Undoing<?>> families;
    private final Commands commands;
    private final Rehearsal rehearsal;
    private final PastAnswers pastAnswers;

    public Undo(
            EventStore events,
            FactPlaces places,
            List<Undoing<?>> families,
            Commands commands,
            Rehearsal rehearsal,
            PastAnswers pastAnswers) {
        this.events = events;
        this.places = places;
        this.families = families;
        this.commands = commands;
        this.rehearsal = rehearsal;
        this.pastAnswers = pastAnswers;
    }

    /** @param version that the fact's stream has; null where the command is for another one */
    private record Wish(
            Undoing<?> family, Command command, @Nullable Long version) {}

    /**
     * Undoes the fact at a position. A repeat under the same key is answered alike.
     *
     * @throws CommandRejected if it can't be undone, with why
     */
    public Accepted undo(Caller caller, Undone undone, String idempotencyKey, String requestHash) {
        Optional<PastAnswer> past = pastAnswers.find(caller.tenant(), idempotencyKey);
        if (past.isPresent()) {
            Rejection.require(past.get().requestHash().equals(requestHash), RequestRejection.IDEMPOTENCY_MISMATCH);
            return past.get().accepted();
        }
        Wish wish = wish(caller.tenant(), undone.position());
        return wish.family()
                .send(
                        wish.command(),
                        () -> commands.send(
                                caller,
                                wish.command(),
                                new Conditions(idempotencyKey, requestHash, wish.version(), undone)));
    }

    /** Why the fact at a position couldn't be undone now; empty if it could. */
    public Optional<CommandRejected.Reason> refusal(Caller caller, long position) {
        try {
            Wish wish = wish(caller.tenant(), position);
            return rehearsal.refusal(caller, wish.command(), new Conditions(null, null, wish.version()));
        } catch (CommandRejected refused) {
            return Optional.of(refused.reason());
        }
    }

    private Wish wish(TenantId tenant, long position) {
        FactPlace place =
                places.place(tenant, position).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        List<DomainEvent> before = new ArrayList<>();
        List<DomainEvent> fact = new ArrayList<>();
        List<DomainEvent> after = new ArrayList<>();
        long version = place.version();
        List<? extends DomainEventMessage<?>> stream =
                events.readEvents(place.stream()).asStream().toList();
        for (DomainEventMessage<?> message : stream) {
            long number = message.getSequenceNumber();
            Rejection.require(
                    !Long.toString(position).equals(message.getMetaData().get(MessageMetadata.UNDOES)),
                    UndoRejection.UNDONE_ALREADY);
            List<DomainEvent> part = number < place.version() ? before : number == place.version() ? fact : after;
            part.add((DomainEvent) message.getPayload());
            version = number;
        }
        Undoing<?> family = families.stream()
                .filter(each -> each.family().isInstance(fact.getFirst()))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(UndoRejection.NO_WAY_BACK));
        Command command = command(family, fact.getFirst(), before, after);
        return new Wish(
                family, command, place.stream().equals(command.aggregateId().value()) ? version : null);
    }

    private static <F extends DomainEvent> Command command(
            Undoing<F> undoing, DomainEvent fact, List<DomainEvent> before, List<DomainEvent> after) {
        Class<F> family = undoing.family();
        return undoing.undo(new PastFact<>(family.cast(fact), of(family, before), of(family, after)));
    }

    private static <F> List<F> of(Class<F> family, List<DomainEvent> facts) {
        return facts.stream().filter(family::isInstance).map(family::cast).toList();
    }
}
