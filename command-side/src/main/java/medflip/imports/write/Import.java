package medflip.imports.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.imports.events.ImportEvent.ImportFinished;
import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportCommand.FinishImport;
import medflip.imports.write.ImportCommand.StartImport;
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

    Import() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StartImport command) {
        require(id == null, ImportRejection.ALREADY_STARTED);
        require(command.rows() > 0, ImportRejection.NO_GOOD_ROWS);
        apply(new ImportStarted(
                command.importId(),
                command.accountId(),
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
        apply(new ImportFinished(id, command.imported(), command.alreadyThere(), command.refused()));
    }

    @EventSourcingHandler
    void evolve(ImportFinished event) {
        finished = true;
    }

    @Override
    protected ImportId id() {
        return id;
    }
}
