package medflip.platform.web;

import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import org.jspecify.annotations.Nullable;

/**
 * What comes back on a {@link ListQuestion}; all null where the list can be asked.
 *
 * @param refusal why the list can't be asked, in words for a person
 * @param rejection why it has no such past
 * @param percent how much of the moment is there, which is still being made: to be asked again
 * @param written what the list came to then
 */
public record ListAnswer(
        @Nullable String refusal,
        CommandRejected.@Nullable Reason rejection,
        @Nullable Integer percent,
        PastFiles.@Nullable Written written) {

    /** It can be asked. */
    public static final ListAnswer CAN_BE_ASKED = new ListAnswer(null, null, null, null);

    public static ListAnswer refused(String refusal) {
        return new ListAnswer(refusal, null, null, null);
    }

    public static ListAnswer rejected(CommandRejected.Reason rejection) {
        return new ListAnswer(null, rejection, null, null);
    }

    public static ListAnswer noPast() {
        return rejected(new CommandRejected(RequestRejection.NO_PAST).reason());
    }

    public static ListAnswer inTheMaking(int percent) {
        return new ListAnswer(null, null, percent, null);
    }

    public static ListAnswer of(PastFiles.Written written) {
        return new ListAnswer(null, null, null, written);
    }

    /**
     * As it would be here.
     *
     * @return null if only whether it can be asked was the question
     */
    public PastFiles.@Nullable Written told() {
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        if (rejection != null) {
            throw new CommandRejected(rejection);
        }
        if (percent != null) {
            throw new PastQuestions.InTheMaking(percent);
        }
        return written;
    }
}
