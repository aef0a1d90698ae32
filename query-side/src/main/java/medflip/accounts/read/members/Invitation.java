package medflip.accounts.read.members;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.Role;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An address that was asked to join and hasn't answered.
 *
 * @param mailFault why the mail with the link didn't get there, if it didn't; the link is good all the same
 */
record Invitation(
        UUID id,
        String email,
        Role role,
        Instant invitedAt,
        Instant goodUntil,
        @Nullable AddressFault mailFault,
        long version)
        implements Versioned {}
