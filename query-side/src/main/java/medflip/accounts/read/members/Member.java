package medflip.accounts.read.members;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.Role;
import medflip.platform.web.Versioned;

/**
 * Somebody who works for the business.
 *
 * @param version of the account as a whole
 */
record Member(UUID id, String email, Role role, Instant joinedAt, long version) implements Versioned {}
