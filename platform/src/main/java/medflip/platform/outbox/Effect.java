package medflip.platform.outbox;

import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.platform.privacy.Binding;
import medflip.platform.view.Recorded;

/**
 * Something to be done at another service because of an event.
 *
 * @param id the same however often the event is seen; the other service gets it as the name of this one wish
 * @param subject whom it is about: under whose key the content is sealed
 * @param channel name of the {@link OutboxChannel}
 * @param kind what it is, such as {@code accounts.welcome}
 * @param content for the channel alone to understand
 */
public record Effect(UUID id, DataSubject subject, String channel, String kind, byte[] content) {

    /** The effect of that kind that one event has. */
    public static Effect of(Recorded cause, DataSubject subject, String channel, String kind, byte[] content) {
        UUID id = UUID.nameUUIDFromBytes(Binding.of(subject.value(), kind, Long.toString(cause.position())));
        return new Effect(id, subject, channel, kind, content);
    }
}
