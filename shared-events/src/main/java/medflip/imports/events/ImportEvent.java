package medflip.imports.events;

import medflip.accounts.events.AccountId;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** Everything that can happen to an import. */
public sealed interface ImportEvent extends DomainEvent {
    ImportId importId();

    @Override
    default ImportId aggregateId() {
        return importId();
    }

    /** A previewed file was set to be imported. {@code rows} counts the good ones, {@code rejectedRows} the others. */
    record ImportStarted(
            ImportId importId,
            AccountId accountId,
            ImportSubject subject,
            @PersonalData("imports.file-name") PersonalText fileName,
            @NotPersonal("a SHA-256 in hex") String sha256,
            int rows,
            int rejectedRows)
            implements ImportEvent {}

    /**
     * Every good row was worked on. {@code made} counts rows that brought something new, {@code changed} rows that
     * changed what was there, {@code unchanged} rows that the books had whole, {@code skipped} rows that were not to be
     * entered, {@code refused} rows that the books refused.
     */
    record ImportFinished(ImportId importId, int made, int changed, int unchanged, int skipped, int refused)
            implements ImportEvent {}

    /** What the import brought is to be taken back. */
    record ImportUndoStarted(ImportId importId) implements ImportEvent {}

    /** All rows of the import were taken back, but those to whose things something had happened since. */
    record ImportUndone(ImportId importId, int takenBack, int kept) implements ImportEvent {}
}
