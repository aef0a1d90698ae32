package medflip.platform.command;

/** Refusals that every domain shares. */
public enum RequestRejection implements Rejection {
    NOT_FOUND("There is no such thing.", Kind.NOT_FOUND),
    CONFLICT("Somebody else changed this at the same moment. Look at it again, then repeat.", Kind.CONFLICT),
    VERSION_CONFLICT("This was changed since you looked at it. Nothing of yours was saved over it.", Kind.CONFLICT),
    VERSION_REQUIRED("Say which version you saw (If-Match), so that nobody's change is lost.", Kind.CONFLICT),
    IDEMPOTENCY_MISMATCH("This Idempotency-Key was used for another request.", Kind.UNPROCESSABLE),
    IDEMPOTENCY_KEY_REQUIRED("Send an Idempotency-Key, so that a repeat makes nothing twice.", Kind.UNPROCESSABLE),
    ACCOUNT_CLOSED(
            "The account is closed: all can be read, and nothing changed until it is opened again.", Kind.CONFLICT),
    SUBSCRIPTION_NEEDED(
            "The subscription has ended: all can be read and taken away, and nothing entered until it is renewed.",
            Kind.CONFLICT),
    PAST_IS_FIXED("This is as it was then, and can't be changed. Go back to now first.", Kind.CONFLICT),
    NO_PAST("This is known as it is now alone: it has no past to look at.", Kind.UNPROCESSABLE),
    BEFORE_BEGINNING("Nothing had happened yet at that time.", Kind.UNPROCESSABLE),
    FIRST_PAYMENT_MISSING(
            "The first payment is still to be made. Until then there is the billing page.", Kind.FORBIDDEN);

    private final Because because;

    RequestRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }

    @Override
    public String domain() {
        return "request";
    }
}
