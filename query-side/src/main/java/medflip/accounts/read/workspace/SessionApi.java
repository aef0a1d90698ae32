package medflip.accounts.read.workspace;

import java.util.Optional;
import medflip.accounts.events.Role;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.web.AccessRules;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.SupportVisitor;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a browser who is signed in. */
@RestController
class SessionApi {

    private final WorkspaceStore store;

    SessionApi(WorkspaceStore store) {
        this.store = store;
    }

    /** Who is signed in, and for which business. */
    @GetMapping("/api/session")
    @Requires(Permission.SESSION)
    @Reads(WorkspaceProjection.GROUP)
    Session findSession(Authentication known) {
        return (switch (known.getPrincipal()) {
                    case SignedIn who
                    when who.role() == Role.OPERATOR ->
                        store.operator(who.user(), AccessRules.lacksSecondFactor(who, known));
                    case SignedIn who ->
                        store.session(who.userId().tenantId(), who.user(), AccessRules.lacksSecondFactor(who, known));
                    case SupportVisitor visitor -> store.visit(visitor);
                    case null, default -> Optional.<Session>empty();
                })
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
