package medflip.platform.web;

import medflip.platform.command.Rejection;

/** Why somebody who is known, or pretends to be, may not call an endpoint. */
public enum AccessRejection implements Rejection {
    NOT_ALLOWED(
            "Your role doesn't include this. An owner of the business can do it, or change your role.", Kind.FORBIDDEN),
    NOT_IN_SCOPE("This API key may not do that. Make one with the right scope.", Kind.FORBIDDEN),
    FRESH_SIGN_IN_NEEDED("Show once more who you are: this can't be taken back.", Kind.FORBIDDEN),
    SECOND_FACTOR_MISSING("Your role needs a second step at the sign-in. Set one up first.", Kind.FORBIDDEN),
    SUPPORT_ENDED("The support session is over. The business can grant another.", Kind.FORBIDDEN),
    KEY_UNKNOWN("There is no such API key (any more).", Kind.UNAUTHENTICATED);

    private final Because because;

    AccessRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }

    @Override
    public String domain() {
        return "accounts";
    }
}
