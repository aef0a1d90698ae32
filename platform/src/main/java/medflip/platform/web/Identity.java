package medflip.platform.web;

import java.security.Principal;
import medflip.platform.command.Rejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Who makes a request: a person with a session, or another system with a key. */
sealed interface Identity extends Principal permits SignedIn, KeyHolder {

    Caller caller();

    /** Why they may not do what needs the permission; null if they may. */
    @Nullable
    Rejection refusal(Permission permission);
}
