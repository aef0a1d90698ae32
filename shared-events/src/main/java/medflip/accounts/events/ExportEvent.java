package medflip.accounts.events;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;

/** Everything that can happen to an archive of the whole account that somebody asked for. */
public sealed interface ExportEvent extends DomainEvent {

    UserId userId();

    @Override
    default UserId aggregateId() {
        return userId();
    }

    /** Somebody asked for the whole account as one archive. */
    record ExportAsked(UserId userId, UUID exportId) implements ExportEvent {}

    /**
     * The archive is there, and can be fetched once until then. {@code position} is that of the last event in it, and
     * {@code sha256} is of all its bytes.
     */
    record ExportReady(
            UserId userId,
            UUID exportId,
            @PersonalData("accounts.user-email") EmailAddress email,
            long bytes,
            @NotPersonal("a SHA-256 in hex") String sha256,
            long position,
            Instant goodUntil)
            implements ExportEvent {}

    /** The archive couldn't be made, however often that was tried. */
    record ExportFailed(
            UserId userId,
            UUID exportId,
            @PersonalData("accounts.user-email") EmailAddress email) implements ExportEvent {}

    /** Somebody fetched the archive; nobody can again. */
    record ExportCollected(UserId userId, UUID exportId) implements ExportEvent {}
}
