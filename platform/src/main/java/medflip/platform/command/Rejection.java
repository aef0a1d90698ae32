package medflip.platform.command;

import java.util.Locale;

/** Why an aggregate refuses: an enum of its domain, each constant a reason. */
public interface Rejection {

    /** What kind of refusal this is, and so which HTTP status it has. */
    enum Kind {
        /** The state of things forbids it: 409. */
        CONFLICT,
        /** The wish itself makes no sense: 422. */
        UNPROCESSABLE,
        /** There is no such thing (for this tenant): 404. */
        NOT_FOUND,
        /** Who asks hasn't shown who they are: 401. */
        UNAUTHENTICATED,
        /** Who asks is known, and may not: 403. */
        FORBIDDEN
    }

    /**
     * What a refusal says.
     *
     * @param message one sentence for a person
     */
    record Because(String message, Kind kind) {}

    String name();

    Because because();

    default String message() {
        return because().message();
    }

    default Kind kind() {
        return because().kind();
    }

    /** The code's first part: the domain in whose package the enum stands. */
    default String domain() {
        return getClass().getPackageName().split("\\.")[1];
    }

    /** Stable code, such as {@code deals.payout-above-agreed}. */
    default String code() {
        return domain() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refuses unless the condition holds. */
    static void require(boolean condition, Rejection otherwise) {
        if (!condition) {
            throw new CommandRejected(otherwise);
        }
    }
}
