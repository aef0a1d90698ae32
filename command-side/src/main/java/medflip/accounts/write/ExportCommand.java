package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked about an archive of the whole account; it is told to who asked for it. */
public sealed interface ExportCommand extends Command, AllowedWhenClosed {

    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** Wishes for the whole account as one archive. */
    record AskExport(UserId userId, UUID exportId) implements ExportCommand {}

    /** Notes that the archive is there; a repeat changes nothing. */
    record TellExportReady(UserId userId, UUID exportId, long bytes, String sha256, long position, Instant goodUntil)
            implements ExportCommand {}

    /** Notes that the archive couldn't be made; a repeat changes nothing. */
    record TellExportFailed(UserId userId, UUID exportId) implements ExportCommand {}

    /** Fetches the archive, which is done once. */
    record CollectExport(UserId userId, UUID exportId, Instant at) implements ExportCommand {}
}
