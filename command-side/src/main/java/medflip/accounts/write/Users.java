package medflip.accounts.write;

import java.util.UUID;
import medflip.platform.tenancy.Caller;

/** Which user a caller is. */
final class Users {

    private static final String PREFIX = "user:";

    private Users() {}

    /** Whether it is a user: not a key, nor a visitor, nor the service itself. */
    static boolean is(Caller caller) {
        return caller.actor().startsWith(PREFIX);
    }

    /** @throws IllegalStateException if it is none: what only a person does is open to sessions alone */
    static UUID of(Caller caller) {
        if (!is(caller)) {
            throw new IllegalStateException("Not a user: " + caller.actor());
        }
        return UUID.fromString(caller.actor().substring(PREFIX.length()));
    }
}
