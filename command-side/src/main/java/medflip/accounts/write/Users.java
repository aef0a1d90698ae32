package medflip.accounts.write;

import java.util.UUID;
import medflip.platform.tenancy.Caller;

/** Which user a caller is. */
final class Users {

    private static final String PREFIX = "user:";

    private Users() {}

    /** @throws IllegalStateException if it is none: what only a person does is open to sessions alone */
    static UUID of(Caller caller) {
        if (!caller.actor().startsWith(PREFIX)) {
            throw new IllegalStateException("Not a user: " + caller.actor());
        }
        return UUID.fromString(caller.actor().substring(PREFIX.length()));
    }
}
