package medflip.privacy.write;

import medflip.platform.command.Rejection;

/** Why something isn't done about a request. */
enum PrivacyRequestRejection implements Rejection {
    REQUEST_OVER("This request is done, refused, or being carried out.", Kind.CONFLICT),
    NOT_IDENTIFIED("Make sure first that whoever asks is the person.", Kind.CONFLICT),
    ERASE_INSTEAD("A wish to be forgotten is answered by erasing, or refused.", Kind.UNPROCESSABLE),
    NOT_A_DELETION("Only a wish to be forgotten is answered by erasing.", Kind.UNPROCESSABLE),
    NOT_ORDERED("Nobody ordered this erasure.", Kind.CONFLICT);

    private final Because because;

    PrivacyRequestRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
