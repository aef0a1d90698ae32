package medflip.accounts.read.members;

import java.time.Instant;
import medflip.accounts.events.Role;

/** What somebody who was invited sees before they join. */
record OpenedInvitation(String businessName, String email, Role role, Instant goodUntil) {}
