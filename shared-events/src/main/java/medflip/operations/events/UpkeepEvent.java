package medflip.operations.events;

import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** Everything that those who run the service can do to what a business's events have led to. */
public sealed interface UpkeepEvent extends DomainEvent {
    UpkeepId upkeepId();

    @Override
    default UpkeepId aggregateId() {
        return upkeepId();
    }

    /** An event that a processor couldn't take was offered to it again. */
    record DeadLetterRetried(
            UpkeepId upkeepId,
            UUID eventId,
            @NotPersonal("the stored name of an event") String event,
            @NotPersonal("the name of a processor") String processor)
            implements UpkeepEvent {}

    /** An event that a processor couldn't take was passed over for good: what it fills lacks it until it is rebuilt. */
    record DeadLetterSkipped(
            UpkeepId upkeepId,
            UUID eventId,
            @NotPersonal("the stored name of an event") String event,
            @NotPersonal("the name of a processor") String processor,
            @PersonalData("operations.skip-reason") PersonalText reason)
            implements UpkeepEvent {}

    /** Something to be done at another service, which wasn't or isn't known to be, was tried once more. */
    record EffectRetried(
            UpkeepId upkeepId,
            UUID effectId,
            @NotPersonal("a kind of effect, a word of ours") String kind,
            boolean mayBeDoneTwice)
            implements UpkeepEvent {}

    /** Something that another service delivered was read once more, whether or not it had been read before. */
    record DeliveryReadAgain(
            UpkeepId upkeepId,
            UUID deliveryId,
            @NotPersonal("the name of another service") String provider) implements UpkeepEvent {}

    /** What follows the log was stopped, for all businesses: a fact of the service's own tenant. */
    record ProcessorPaused(
            UpkeepId upkeepId,
            @NotPersonal("the name of a processor") String processor,
            @PersonalData("operations.pause-reason") PersonalText reason)
            implements UpkeepEvent {}

    /** What follows the log was let go on, from where it was. */
    record ProcessorResumed(
            UpkeepId upkeepId,
            @NotPersonal("the name of a processor") String processor) implements UpkeepEvent {}
}
