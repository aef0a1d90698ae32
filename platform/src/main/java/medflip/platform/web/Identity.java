package medflip.platform.web;

import medflip.platform.command.Rejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who makes a request: a person with a session, one of the service's staff on a visit, or another system with a key. No
 * {@link java.security.Principal}, since Spring would then hand controllers the whole authentication in its place.
 */
sealed interface Identity extends AuthenticatedPrincipal permits SignedIn, SupportVisitor, KeyHolder {

    Caller caller();

    /** Why they may not do what needs the permission; null if they may. */
    @Nullable
    Rejection refusal(Permission permission);
}
