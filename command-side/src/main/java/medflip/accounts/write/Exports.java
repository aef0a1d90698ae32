package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.ExportEvent.ExportAsked;
import medflip.accounts.events.ExportEvent.ExportCollected;
import medflip.accounts.events.ExportEvent.ExportFailed;
import medflip.accounts.events.ExportEvent.ExportReady;
import medflip.accounts.write.ExportCommand.AskExport;
import medflip.accounts.write.ExportCommand.CollectExport;
import medflip.accounts.write.ExportCommand.TellExportFailed;
import medflip.accounts.write.ExportCommand.TellExportReady;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The archives of the whole account that a user asked for. Each is fetched once, within its time. */
class Exports {

    private final User user;
    /** Those that are being made. */
    private final Set<UUID> awaited = new HashSet<>();
    /** Those that can be fetched, with until when. */
    private final Map<UUID, Instant> ready = new HashMap<>();

    Exports(User user) {
        this.user = user;
    }

    @CommandHandler
    void decide(AskExport command) {
        apply(new ExportAsked(user.id(), command.exportId()));
    }

    @EventSourcingHandler
    void evolve(ExportAsked event) {
        awaited.add(event.exportId());
    }

    @CommandHandler
    void decide(TellExportReady command) {
        if (awaited.contains(command.exportId())) {
            apply(new ExportReady(
                    user.id(),
                    command.exportId(),
                    user.email(),
                    command.bytes(),
                    command.sha256(),
                    command.position(),
                    command.goodUntil()));
        }
    }

    @EventSourcingHandler
    void evolve(ExportReady event) {
        awaited.remove(event.exportId());
        ready.put(event.exportId(), event.goodUntil());
    }

    @CommandHandler
    void decide(TellExportFailed command) {
        if (awaited.contains(command.exportId())) {
            apply(new ExportFailed(user.id(), command.exportId(), user.email()));
        }
    }

    @EventSourcingHandler
    void evolve(ExportFailed event) {
        awaited.remove(event.exportId());
    }

    @CommandHandler
    void decide(CollectExport command) {
        require(!awaited.contains(command.exportId()), AccountRejection.EXPORT_NOT_READY);
        Instant goodUntil = ready.get(command.exportId());
        require(goodUntil != null && command.at().isBefore(goodUntil), AccountRejection.EXPORT_GONE);
        apply(new ExportCollected(user.id(), command.exportId()));
    }

    @EventSourcingHandler
    void evolve(ExportCollected event) {
        ready.remove(event.exportId());
    }
}
