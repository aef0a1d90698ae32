package medflip.accounts.read.support;

import java.time.Instant;
import java.util.UUID;

/** A support session that an operator may enter. */
record OpenSupport(UUID id, UUID tenantId, String business, String reason, boolean mayWrite, Instant goodUntil) {}
