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
            @PersonalData("imports.file-name") PersonalText fileName,
            @NotPersonal("a SHA-256 in hex") String sha256,
            int rows,
            int rejectedRows)
            implements ImportEvent {}

    /**
     * Every good row was worked on. {@code imported} counts rows that brought something new, {@code alreadyThere} rows
     * that an earlier import had brought whole, {@code refused} rows that the books refused.
     */
    record ImportFinished(ImportId importId, int imported, int alreadyThere, int refused) implements ImportEvent {}
}
