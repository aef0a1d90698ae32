package medflip.imports.write;

import medflip.accounts.events.AccountId;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;

/** What can be asked of an import. */
sealed interface ImportCommand extends Command {
    ImportId importId();

    @Override
    default ImportId aggregateId() {
        return importId();
    }

    /** Begins to bring a previewed file in. {@code rows} counts the good ones, {@code rejectedRows} the others. */
    record StartImport(
            ImportId importId,
            AccountId accountId,
            ImportSubject subject,
            PersonalText fileName,
            String sha256,
            int rows,
            int rejectedRows)
            implements ImportCommand {}

    /** Notes that every good row was worked on; once finished, an import stays as it is. */
    record FinishImport(ImportId importId, int made, int changed, int unchanged, int skipped, int refused)
            implements ImportCommand {}

    /** Begins to take back what a finished import brought. */
    record UndoImport(ImportId importId) implements ImportCommand {}

    /** Notes that every row was taken back, or kept for a reason; once undone, an import stays as it is. */
    record FinishUndo(ImportId importId, int takenBack, int kept) implements ImportCommand {}
}
