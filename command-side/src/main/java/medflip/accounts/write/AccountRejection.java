package medflip.accounts.write;

import medflip.platform.command.Rejection;

/** Why an account, a sign-up or a sign-in is refused. */
enum AccountRejection implements Rejection {
    EMAIL_TAKEN("There is an account with this e-mail address already. Sign in instead.", Kind.CONFLICT),
    NOT_ADULT("Only people of 18 or older may use the service.", Kind.UNPROCESSABLE),
    SIGN_IN_FAILED("E-mail address or password is wrong.", Kind.UNAUTHENTICATED),
    ALREADY_MEMBER("Somebody with this address works for the business already.", Kind.CONFLICT),
    INVITATION_VOID(
            "This invitation was taken back, was used, or has run out. Ask whoever sent it for another.", Kind.CONFLICT),
    LAST_OWNER("A business has an owner. Make somebody else an owner first.", Kind.CONFLICT),
    KEY_REVOKED("This key was revoked already.", Kind.CONFLICT),
    POLICY_OUTDATED("The privacy policy has changed meanwhile. Read the present version, then agree.", Kind.CONFLICT);

    private final Because because;

    AccountRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
