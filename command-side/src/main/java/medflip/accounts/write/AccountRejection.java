package medflip.accounts.write;

import medflip.platform.command.Rejection;

/** Why an account, a sign-up or a sign-in is refused. */
enum AccountRejection implements Rejection {
    EMAIL_TAKEN("There is an account with this e-mail address already. Sign in instead.", Kind.CONFLICT),
    NOT_ADULT("Only people of 18 or older may use the service.", Kind.UNPROCESSABLE),
    SIGN_IN_FAILED("E-mail address or password is wrong.", Kind.UNAUTHENTICATED),
    ALREADY_MEMBER("Somebody with this address works for the business already.", Kind.CONFLICT),
    INVITATION_VOID(
            "This invitation was taken back, was used, or has run out. Ask whoever sent it for another.",
            Kind.CONFLICT),
    LAST_OWNER("A business has an owner. Make somebody else an owner first.", Kind.CONFLICT),
    NO_ROLE_HERE("That is no role that a business gives. Choose another.", Kind.UNPROCESSABLE),
    OPERATORS_ADDRESS("Your address is one of the service's settings. It is changed there.", Kind.CONFLICT),
    SUPPORT_OVER("This support session is over. The business can grant another.", Kind.CONFLICT),
    SECOND_FACTOR_NEEDED("Now the code that your authenticator app shows.", Kind.UNAUTHENTICATED),
    SECOND_FACTOR_WRONG("That code isn't right, or was used already. Take the next one.", Kind.UNAUTHENTICATED),
    AUTHENTICATOR_IN_USE("An authenticator app is in use already. Remove it first.", Kind.CONFLICT),
    NO_SUCH_FILTER("There is no such saved filter.", Kind.NOT_FOUND),
    TOO_MANY_FILTERS("A hundred filters are saved already. Remove one first.", Kind.CONFLICT),
    NO_AUTHENTICATOR("No authenticator app is in use.", Kind.CONFLICT),
    PASSKEY_REFUSED("That passkey isn't known here, or it answered too late.", Kind.UNAUTHENTICATED),
    GOOGLE_REFUSED("Google didn't say who you are, or said it too long ago. Start once more.", Kind.UNAUTHENTICATED),
    GOOGLE_LINKED("An account at Google is linked already. Take that link back first.", Kind.CONFLICT),
    GOOGLE_TAKEN("This account at Google is linked with another account here.", Kind.CONFLICT),
    GOOGLE_NOT_LINKED("No account at Google is linked.", Kind.CONFLICT),
    KEY_REVOKED("This key was revoked already.", Kind.CONFLICT),
    LINK_VOID("This link was used already, or is too old. Ask for a new one.", Kind.NOT_FOUND),
    EXPORT_UNDER_WAY("An archive is being made already. A mail will say when it is there.", Kind.CONFLICT),
    EXPORT_NOT_READY("This archive is still being made.", Kind.CONFLICT),
    EXPORT_GONE("This archive was fetched already, or is older than a day. Ask for a new one.", Kind.CONFLICT),
    DELIVERY_UNDER_WAY("A delivery is being made already.", Kind.CONFLICT),
    DELIVERIES_PAUSED("These deliveries are paused already.", Kind.CONFLICT),
    DELIVERIES_NOT_PAUSED("These deliveries aren't paused.", Kind.CONFLICT),
    DELIVERIES_REMOVED("These deliveries were removed.", Kind.CONFLICT),
    DELIVERIES_OF_MEMBERS(
            "Deliveries go to somebody who works for the business, who has to ask for them in person.", Kind.FORBIDDEN),
    TOO_MANY_DELIVERIES("A hundred lists are delivered already. Remove one first.", Kind.CONFLICT),
    SAME_EMAIL("That is your address already.", Kind.CONFLICT),
    PASSWORD_WRONG("The password is wrong.", Kind.UNPROCESSABLE),
    CLOSED_FOR_GOOD("The account was closed too long ago to be opened again.", Kind.CONFLICT),
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
