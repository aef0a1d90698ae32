package medflip.imports.write;

import medflip.accounts.events.AccountId;
import medflip.imports.events.ImportId;
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
            ImportId importId, AccountId accountId, PersonalText fileName, String sha256, int rows, int rejectedRows)
            implements ImportCommand {}

    /** Notes that every good row was worked on; once finished, an import stays as it is. */
    record FinishImport(ImportId importId, int imported, int alreadyThere, int refused) implements ImportCommand {}
}
