package medflip.messaging.write;

import java.util.Objects;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.ConsentGiven;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.NumberFoundUnusable;
import medflip.messaging.events.ConversationEvent.OptedIn;
import medflip.messaging.events.ConversationEvent.OptedOut;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.OptOutWay;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a number, as far as texts to it depend on that.
 *
 * @param consent how its owner agreed to be texted, if they did
 * @param optedOut how it is known that they want no texts, if they don't
 * @param unusable whether no text can arrive there
 * @param introduced whether a text has said who writes
 */
record Standing(@Nullable ConsentBasis consent, @Nullable OptOutWay optedOut, boolean unusable, boolean introduced) {

    static final Standing NEW = new Standing(null, null, false, false);

    Standing after(ConversationEvent event) {
        return switch (event) {
            case TextReceived received ->
                new Standing(
                        Objects.requireNonNullElse(consent, ConsentBasis.WROTE_FIRST), optedOut, unusable, introduced);
            case ConsentGiven given -> new Standing(given.basis(), optedOut, unusable, introduced);
            case OptedOut out -> new Standing(consent, out.way(), unusable, introduced);
            case OptedIn in -> new Standing(consent, null, unusable, introduced);
            case NumberFoundUnusable found -> new Standing(consent, optedOut, true, introduced);
            case TextPassed passed -> new Standing(consent, optedOut, unusable, true);
            case CorrespondentErased erased -> new Standing(null, optedOut, false, false);
            default -> this;
        };
    }
}
