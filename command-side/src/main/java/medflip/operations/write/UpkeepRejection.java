package medflip.operations.write;

import medflip.platform.command.Rejection;

/** Why a step of those who run the service is refused. */
enum UpkeepRejection implements Rejection {
    BUSY("It is being tried at this very moment, or was seen to already. Look again.", Kind.CONFLICT),
    CONTENT_FORGOTTEN("What it said was forgotten meanwhile: it can't be tried again.", Kind.CONFLICT);

    private final Because because;

    UpkeepRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
