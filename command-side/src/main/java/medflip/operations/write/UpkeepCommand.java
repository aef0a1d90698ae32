package medflip.operations.write;

import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.operations.events.UpkeepId;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What those who run the service want to do. It is noted before it is done. */
public sealed interface UpkeepCommand extends Command, AllowedWhenClosed {
    UpkeepId upkeepId();

    @Override
    default UpkeepId aggregateId() {
        return upkeepId();
    }

    /** Offers an event to a processor once more. */
    record RetryDeadLetter(UpkeepId upkeepId, UUID eventId, String event, String processor) implements UpkeepCommand {}

    /** Passes an event over. The same again changes nothing. */
    record SkipDeadLetter(UpkeepId upkeepId, UUID eventId, String event, String processor, PersonalText reason)
            implements UpkeepCommand {}

    /** Has something tried at another service once more. */
    record RetryEffect(UpkeepId upkeepId, UUID effectId, String kind, boolean mayBeDoneTwice)
            implements UpkeepCommand {}

    /** Stops a processor. The same again changes nothing. */
    record PauseProcessor(UpkeepId upkeepId, String processor, PersonalText reason) implements UpkeepCommand {}

    /** Lets a processor go on. The same again changes nothing. */
    record ResumeProcessor(UpkeepId upkeepId, String processor) implements UpkeepCommand {}

    /** Has something that another service delivered read once more. */
    record ReadDeliveryAgain(UpkeepId upkeepId, UUID deliveryId, String provider) implements UpkeepCommand {}
}
