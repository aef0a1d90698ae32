package medflip.accounts.read.workspace;

import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
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
    Session findSession(Caller caller) {
        UUID user = UUID.fromString(caller.actor().substring("user:".length()));
        return store.session(caller.tenant(), user).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
