package medflip.privacy.write;

import medflip.platform.command.Rejection;

/** Why something isn't done about a request. */
enum PrivacyRequestRejection implements Rejection {
    REQUEST_OVER("This request is done, refused, or being carried out.", Kind.CONFLICT),
    NOT_IDENTIFIED("Make sure first that whoever asks is the person.", Kind.CONFLICT),
    ERASE_INSTEAD("A wish to be forgotten is answered by erasing, or refused.", Kind.UNPROCESSABLE),
    NOT_A_DELETION("Only a wish to be forgotten is answered by erasing.", Kind.UNPROCESSABLE),
    NOT_ORDERED("Nobody ordered this erasure.", Kind.CONFLICT),
    EXTENDED_ALREADY("A request is put off once.", Kind.CONFLICT),
    TOO_LATE_TO_EXTEND("It is due already: a request is put off before that.", Kind.CONFLICT),
    NOTHING_TO_SHOW(
            "A private link is for somebody who asked to see, take along or correct what is held, and is known.",
            Kind.CONFLICT),
    LINK_VOID("This link leads nowhere (any more).", Kind.NOT_FOUND),
    CORRECTION_SENT("What is to be put right was sent already. Ask for another link to send more.", Kind.CONFLICT),
    STILL_MEMBER("They still work for the business. Remove them from the members first.", Kind.CONFLICT);

    private final Because because;

    PrivacyRequestRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
