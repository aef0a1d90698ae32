package medflip.accounts.read.members;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.platform.web.Versioned;

/** An address that was asked to join and hasn't answered. */
record Invitation(UUID id, String email, Role role, Instant invitedAt, Instant goodUntil, long version)
        implements Versioned {}
