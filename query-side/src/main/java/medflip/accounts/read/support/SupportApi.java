package medflip.accounts.read.support;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about support sessions. */
@RestController("supportQuestionsApi")
class SupportApi {

    private final SupportStore store;

    SupportApi(SupportStore store) {
        this.store = store;
    }

    /** The last 50 that the business granted, the newest first, with who came and what they looked at. */
    @GetMapping("/api/support")
    @Reads(SupportProjection.GROUP)
    List<SupportSession> findSupportSessions(Caller caller) {
        return store.sessions(caller.tenant());
    }

    /** One of them. */
    @GetMapping("/api/support/{id}")
    @Reads(SupportProjection.GROUP)
    SupportSession findSupportSession(Caller caller, @PathVariable UUID id) {
        return store.session(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** Where an operator may come in now. */
    @GetMapping("/api/operator/support")
    @Requires(Permission.OPERATE)
    @Reads(SupportProjection.GROUP)
    List<OpenSupport> findOpenSupport() {
        return store.open();
    }
}
