package medflip.accounts.read.members;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.Role;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the business.
 *
 * @param mailFault why mails don't get to that address, if they don't
 * @param version of the account as a whole
 */
record Member(
        UUID id,
        String email,
        Role role,
        Instant joinedAt,
        @Nullable AddressFault mailFault,
        long version) implements Versioned {}
