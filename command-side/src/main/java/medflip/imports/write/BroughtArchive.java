package medflip.imports.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.imports.events.ArchiveEvent.ArchiveBrought;
import medflip.imports.events.BroughtArchiveId;
import medflip.imports.write.ArchiveCommand.NoteArchive;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An archive of another server; it is there once it was brought. */
@Aggregate(cache = "aggregateCache")
class BroughtArchive extends TenantAggregate {

    @AggregateIdentifier
    private BroughtArchiveId id;

    BroughtArchive() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NoteArchive command) {
        if (id == null || command.entered() > 0) {
            apply(new ArchiveBrought(command.archiveId(), command.events(), command.entered(), command.files()));
        }
    }

    @EventSourcingHandler
    void evolve(ArchiveBrought event) {
        id = event.archiveId();
    }

    @Override
    protected @Nullable BroughtArchiveId id() {
        return id;
    }
}
