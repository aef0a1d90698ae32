package medflip.messaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import medflip.kernel.PersonalText;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.ConsentBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a text must satisfy before it may leave, whoever wrote it.
 *
 * @param consent how the person agreed, if they did
 * @param introduction how the business calls itself; null where it can't text at all
 */
record Gate(
        boolean optedOut,
        boolean unusable,
        @Nullable ConsentBasis consent,
        @Nullable PersonalText introduction) {

    /** Carriers end the texting of who trades in prescription drugs, and these words look like it. */
    private static final Pattern FORBIDDEN = Pattern.compile("(?i)\\b(insulin|prescriptions?)\\b");

    private static final String HOW_TO_STOP = "Reply STOP to get no more texts.";

    /** All that speaks against it. */
    List<BlockReason> against(PersonalText body) {
        List<BlockReason> reasons = new ArrayList<>();
        if (introduction == null) {
            reasons.add(BlockReason.NOT_CONNECTED);
        }
        if (optedOut) {
            reasons.add(BlockReason.OPTED_OUT);
        }
        if (consent == null) {
            reasons.add(BlockReason.NO_CONSENT);
        }
        if (unusable) {
            reasons.add(BlockReason.NUMBER_UNUSABLE);
        }
        if (FORBIDDEN.matcher(body.value()).find()) {
            reasons.add(BlockReason.FORBIDDEN_WORDS);
        }
        return List.copyOf(reasons);
    }

    /** The first text to somebody says who writes, and how to stop it. */
    static PersonalText introduced(PersonalText body, PersonalText introduction) {
        return new PersonalText(introduction.value() + ": " + body.value() + "\n" + HOW_TO_STOP);
    }
}
