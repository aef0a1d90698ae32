package medflip.privacy.write;

import medflip.platform.command.Rejection;

/** Why something isn't done about a legal hold. */
enum LegalHoldRejection implements Rejection {
    NO_SUCH_HOLD("There is no such hold (any more).", Kind.CONFLICT),
    REVIEW_WITHIN("A hold is looked at again within 180 days.", Kind.UNPROCESSABLE);

    private final Because because;

    LegalHoldRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
