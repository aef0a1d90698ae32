package medflip.imports.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.imports.events.ImportEvent.ImportFinished;
import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportEvent.ImportUndoStarted;
import medflip.imports.events.ImportEvent.ImportUndone;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportCommand.FinishImport;
import medflip.imports.write.ImportCommand.FinishUndo;
import medflip.imports.write.ImportCommand.StartImport;
import medflip.imports.write.ImportCommand.UndoImport;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One import of a file, from its start; until then the file is only staged. */
@Aggregate(cache = "aggregateCache")
class Import extends TenantAggregate {

    @AggregateIdentifier
    private ImportId id;

    private boolean finished;
    private boolean undoStarted;
    private boolean undone;

    Import() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StartImport command) {
        require(id == null, ImportRejection.ALREADY_STARTED);
        require(command.rows() > 0, ImportRejection.NO_GOOD_ROWS);
        apply(new ImportStarted(
                command.importId(),
                command.accountId(),
                command.subject(),
                command.fileName(),
                command.sha256(),
                command.rows(),
                command.rejectedRows()));
    }

    @EventSourcingHandler
    void evolve(ImportStarted event) {
        id = event.importId();
    }

    @CommandHandler
    void decide(FinishImport command) {
        if (finished) {
            return;
        }
        apply(new ImportFinished(
                id, command.made(), command.changed(), command.unchanged(), command.skipped(), command.refused()));
    }

    @EventSourcingHandler
    void evolve(ImportFinished event) {
        finished = true;
    }

    @CommandHandler
    void decide(UndoImport command) {
        require(finished, ImportRejection.NOT_FINISHED);
        require(!undoStarted, ImportRejection.ALREADY_UNDONE);
        apply(new ImportUndoStarted(id));
    }

    @EventSourcingHandler
    void evolve(ImportUndoStarted event) {
        undoStarted = true;
    }

    @CommandHandler
    void decide(FinishUndo command) {
        if (undone) {
            return;
        }
        apply(new ImportUndone(id, command.takenBack(), command.kept()));
    }

    @EventSourcingHandler
    void evolve(ImportUndone event) {
        undone = true;
    }

    @Override
    protected ImportId id() {
        return id;
    }
}
