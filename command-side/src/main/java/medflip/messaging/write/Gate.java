package medflip.messaging.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.ConsentBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a text must satisfy before it may leave, whoever wrote it, and to however many.
 *
 * @param introduction how the business calls itself; null where it can't text at all
 * @param paid whether the business's subscription lets it text
 * @param zones where the person lives; empty where only the number says where they may be
 * @param restricted whether the person wants that what is held of them isn't used
 */
record Gate(
        Standing standing, @Nullable PersonalText introduction, boolean paid, List<String> zones, boolean restricted) {

    /** What the gate says of a text. */
    sealed interface Verdict {

        /** It never leaves. */
        record Blocked(List<BlockReason> reasons) implements Verdict {}

        /** It is early or late where the person is. */
        record Held(Instant until) implements Verdict {}

        /** It may leave, as {@code body}. */
        record Passed(PersonalText body, ConsentBasis consent, List<String> zones) implements Verdict {}
    }

    /** Carriers end the texting of who trades in prescription drugs, and these words look like it. */
    private static final Pattern FORBIDDEN = Pattern.compile("(?i)\\b(insulin|prescriptions?)\\b");

    private static final String HOW_TO_STOP = "Reply STOP to get no more texts.";

    Verdict judge(PersonalText body, PhoneNumber to, Instant at) {
        List<BlockReason> reasons = against(body);
        if (!reasons.isEmpty()) {
            return new Verdict.Blocked(reasons);
        }
        List<String> there = zones.isEmpty() ? QuietHours.zones(to) : zones;
        Instant opens = QuietHours.opens(there, at);
        return opens.isAfter(at)
                ? new Verdict.Held(opens)
                : new Verdict.Passed(leaving(body), Objects.requireNonNull(standing.consent()), there);
    }

    /** All that speaks against it. */
    private List<BlockReason> against(PersonalText body) {
        List<BlockReason> reasons = new ArrayList<>();
        if (introduction == null) {
            reasons.add(BlockReason.NOT_CONNECTED);
        }
        if (!paid) {
            reasons.add(BlockReason.SUBSCRIPTION_ENDED);
        }
        if (standing.optedOut() != null) {
            reasons.add(BlockReason.OPTED_OUT);
        }
        if (restricted) {
            reasons.add(BlockReason.RESTRICTED);
        }
        if (standing.consent() == null) {
            reasons.add(BlockReason.NO_CONSENT);
        }
        if (standing.unusable()) {
            reasons.add(BlockReason.NUMBER_UNUSABLE);
        }
        if (FORBIDDEN.matcher(body.value()).find()) {
            reasons.add(BlockReason.FORBIDDEN_WORDS);
        }
        return List.copyOf(reasons);
    }

    /** A text as it leaves: the first one to somebody says who writes. */
    PersonalText leaving(PersonalText body) {
        return standing.introduced() || introduction == null ? body : introduced(body, introduction);
    }

    /** The first text to somebody says who writes, and how to stop it. */
    static PersonalText introduced(PersonalText body, PersonalText introduction) {
        return new PersonalText(introduction.value() + ": " + body.value() + "\n" + HOW_TO_STOP);
    }
}
