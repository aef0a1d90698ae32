package medflip.imports.write;

import medflip.platform.command.Rejection;

/** Why a file or an import is refused. */
enum ImportRejection implements Rejection {
    NOT_TEXT("This file is no text in this encoding. Save the sheet as CSV (UTF-8), then upload that."),
    WORKBOOK("This is a workbook or an archive, not a CSV file. Save the sheet as CSV, then upload that."),
    NO_ROWS("There is nothing below the headings of this file."),
    TOO_LARGE("A file has at most 5 MB and 50,000 rows. Split it, then upload the parts."),
    TOO_WIDE("A row has at most 200 columns, and a cell at most 20,000 characters. Is the delimiter right?"),
    QUOTES_DISORDERLY(
            "A quotation mark in this file is never closed or stands in a wrong place, so its cells can't be told apart."),
    NO_GOOD_ROWS("No row of this file can be imported. Correct it, then upload it again."),
    NOT_PREVIEWED("The uploaded file is no longer here. Upload it again.", Kind.CONFLICT),
    ALREADY_STARTED("This import was started already.", Kind.CONFLICT),
    NOT_FINISHED("Only an import that has finished can be undone.", Kind.CONFLICT),
    ALREADY_UNDONE("This import was undone already.", Kind.CONFLICT);

    private final Because because;

    ImportRejection(String message) {
        this(message, Kind.UNPROCESSABLE);
    }

    ImportRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
