package medflip.platform.privacy;

import medflip.platform.command.Rejection;

/** Why something about a person can't be written. */
public enum PrivacyRejection implements Rejection {
    SUBJECT_ERASED("What was known of this person was erased. Nothing can be added.", Kind.CONFLICT),
    USE_RESTRICTED("This person wants that what is held of them isn't used. Nothing new is begun.", Kind.CONFLICT),
    ON_HOLD("The law has this kept for now. It can't be erased until the hold is released.", Kind.CONFLICT);

    private final Because because;

    PrivacyRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }

    @Override
    public String domain() {
        return "privacy";
    }
}
