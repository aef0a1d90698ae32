package medflip.platform.privacy;

import medflip.platform.command.Rejection;

/** Why something about a person can't be written. */
public enum PrivacyRejection implements Rejection {
    SUBJECT_ERASED("What was known of this person was erased. Nothing can be added.", Kind.CONFLICT);

    private final String message;
    private final Kind kind;

    PrivacyRejection(String message, Kind kind) {
        this.message = message;
        this.kind = kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String domain() {
        return "privacy";
    }
}
