package medflip.messaging.write;

import medflip.platform.command.Rejection;

/** Why texting refuses. */
enum TextingRejection implements Rejection {
    TEXT_IS_THERE("This text was written already.", Kind.CONFLICT),
    TEXTED_BY_CAMPAIGN("This campaign has texted this number already.", Kind.CONFLICT),
    CAMPAIGN_IS_OVER("This campaign has ended.", Kind.CONFLICT),
    NOT_PAUSED("This campaign isn't paused.", Kind.CONFLICT),
    TEMPLATE_REMOVED("This template was removed meanwhile.", Kind.CONFLICT),
    NOT_WAITING("This text doesn't wait any more.", Kind.CONFLICT),
    NOT_OPTED_OUT("This person gets texts already.", Kind.CONFLICT),
    THEIR_OWN_OPT_OUT(
            "They stopped texts themselves, so only they can start them again: by texting START.", Kind.CONFLICT),
    NOTHING_TO_REVIEW("There is nothing to decide about this text (any more).", Kind.CONFLICT),
    NOT_CONNECTED("No account at Twilio is connected.", Kind.CONFLICT),
    CREDENTIALS_REFUSED("Twilio doesn't know this account SID and auth token.", Kind.UNPROCESSABLE),
    NUMBER_NOT_IN_ACCOUNT("This number isn't in that Twilio account.", Kind.UNPROCESSABLE),
    PICTURE_NOT_SENDABLE("Phones take pictures as JPEG or PNG, of at most 5 MB together.", Kind.UNPROCESSABLE),
    TWILIO_SILENT("Twilio doesn't answer right now. Nothing was changed; try again in a minute.", Kind.CONFLICT);

    private final Because because;

    TextingRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
