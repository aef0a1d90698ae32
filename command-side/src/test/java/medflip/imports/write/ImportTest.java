package medflip.imports.write;

import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.imports.events.ImportEvent.ImportFinished;
import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportEvent.ImportUndoStarted;
import medflip.imports.events.ImportEvent.ImportUndone;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.ImportCommand.FinishImport;
import medflip.imports.write.ImportCommand.FinishUndo;
import medflip.imports.write.ImportCommand.StartImport;
import medflip.imports.write.ImportCommand.UndoImport;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class ImportTest extends AggregateSpec<Import> {

    private static final ImportId IMPORT = ImportId.of(TENANT, new UUID(1, 1));
    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final PersonalText FILE = new PersonalText("ledger.csv");

    @Test
    void a_previewed_file_is_started() {
        when(start(3));
        then(started());
    }

    @Test
    void a_file_without_a_good_row_is_not_started() {
        when(start(0));
        thenRejected(ImportRejection.NO_GOOD_ROWS);
    }

    @Test
    void an_import_starts_once() {
        given(started());
        when(start(3));
        thenRejected(ImportRejection.ALREADY_STARTED);
    }

    @Test
    void an_import_ends_with_what_became_of_its_rows() {
        given(started());
        when(new FinishImport(IMPORT, 1, 1, 1, 0, 0));
        then(new ImportFinished(IMPORT, 1, 1, 1, 0, 0));
    }

    @Test
    void a_finished_import_stays_as_it_is() {
        given(started(), new ImportFinished(IMPORT, 1, 1, 1, 0, 0));
        when(new FinishImport(IMPORT, 0, 3, 0, 0, 0));
        thenNothing();
    }

    @Test
    void a_finished_import_is_undone_once() {
        given(started(), new ImportFinished(IMPORT, 1, 1, 1, 0, 0));
        when(new UndoImport(IMPORT));
        then(new ImportUndoStarted(IMPORT));
    }

    @Test
    void an_import_that_is_being_undone_is_not_undone_again() {
        given(started(), new ImportFinished(IMPORT, 1, 1, 1, 0, 0), new ImportUndoStarted(IMPORT));
        when(new UndoImport(IMPORT));
        thenRejected(ImportRejection.ALREADY_UNDONE);
    }

    @Test
    void a_running_import_is_not_undone() {
        given(started());
        when(new UndoImport(IMPORT));
        thenRejected(ImportRejection.NOT_FINISHED);
    }

    @Test
    void an_undone_import_stays_as_it_is() {
        ImportUndone undone = new ImportUndone(IMPORT, 2, 1);
        given(started(), new ImportFinished(IMPORT, 1, 1, 1, 0, 0), new ImportUndoStarted(IMPORT));
        when(new FinishUndo(IMPORT, 2, 1));
        then(undone);
        given(started(), new ImportFinished(IMPORT, 1, 1, 1, 0, 0), new ImportUndoStarted(IMPORT), undone);
        when(new FinishUndo(IMPORT, 0, 0));
        thenNothing();
    }

    @Test
    void another_tenant_finds_no_import() {
        given(started());
        from(OTHER_TENANT);
        when(new FinishImport(IMPORT, 1, 1, 1, 0, 0));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static StartImport start(int rows) {
        return new StartImport(IMPORT, ACCOUNT, ImportSubject.CUSTOMERS, FILE, "00", rows, 2);
    }

    private static ImportStarted started() {
        return new ImportStarted(IMPORT, ACCOUNT, ImportSubject.CUSTOMERS, FILE, "00", 3, 2);
    }
}
