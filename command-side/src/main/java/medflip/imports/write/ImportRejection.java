package medflip.imports.write;

import medflip.platform.command.Rejection;

/** Why a file or an import is refused. */
enum ImportRejection implements Rejection {
    UNREADABLE_FILE(
            "This file can't be read. Save the sheet as CSV (comma delimited or UTF-8), then upload that.",
            Kind.UNPROCESSABLE),
    TOO_LARGE("A file has at most 5 MB and 50,000 rows. Split it, then upload the parts.", Kind.UNPROCESSABLE),
    NO_GOOD_ROWS("No row of this file can be imported. Correct it, then upload it again.", Kind.UNPROCESSABLE),
    NOT_PREVIEWED("The uploaded file is no longer here. Upload it again.", Kind.CONFLICT),
    ALREADY_STARTED("This import was started already.", Kind.CONFLICT);

    private final Because because;

    ImportRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
