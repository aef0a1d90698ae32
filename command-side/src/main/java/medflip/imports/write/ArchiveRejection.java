package medflip.imports.write;

import medflip.platform.command.Rejection;

/** Why another server's archive isn't taken. Nothing of it is in the books then. */
enum ArchiveRejection implements Rejection {
    NOT_AN_ARCHIVE(
            "This is no archive of a whole account as MedFlip Profit makes it, or a part of it is missing.",
            Kind.UNPROCESSABLE),
    ARCHIVE_DAMAGED(
            "This archive isn't as it was made: a file in it was changed, added or is missing. "
                    + "Fetch it again where it was made.",
            Kind.UNPROCESSABLE),
    ARCHIVE_TOO_LARGE(
            "An archive has at most 2 GB, and unpacks to no more than what such an archive can hold.",
            Kind.UNPROCESSABLE),
    ARCHIVE_OF_OTHER_FORMAT(
            "This archive was made by another version of MedFlip Profit, which this one can't read. "
                    + "Have a new one made there, by the same version as here.",
            Kind.UNPROCESSABLE),
    ARCHIVE_UNREADABLE(
            "An event in this archive isn't as events are, or is about another business.", Kind.UNPROCESSABLE),
    OTHER_SETTINGS(
            "The archive's business has another currency or time zone than this one. "
                    + "Sign up anew with the same ones, then bring the archive there.",
            Kind.CONFLICT),
    NOT_EMPTY(
            "This business has something in its books already. An archive can only be brought to an empty one.",
            Kind.CONFLICT);

    private final Because because;

    ArchiveRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
