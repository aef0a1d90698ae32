package medflip.accounts.read.workspace;

import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.web.AccessRules;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
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
    @Requires(Permission.SELF)
    @Reads(WorkspaceProjection.GROUP)
    Session findSession(SignedIn who, Authentication known) {
        return store.session(who.userId().tenantId(), who.user(), AccessRules.lacksSecondFactor(who, known))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
