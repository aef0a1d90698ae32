package medflip.audit.read.replay;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.work.Doorbell;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whoever wants to see that the screens say what the log says, auditors above all. */
@RestController
class ViewChecksApi {

    private final ViewCheckStore store;
    private final Doorbell bell;

    ViewChecksApi(ViewCheckStore store, @Qualifier("viewCheckBell") Doorbell bell) {
        this.store = store;
        this.bell = bell;
    }

    /** @param id by which the check is asked after */
    record CheckAsked(UUID id) {}

    /** Has the whole log replayed beside the live views and compared with them. Changes nothing of the business. */
    @PostMapping("/api/view-checks")
    @Requires(Permission.READ)
    @ResponseStatus(HttpStatus.CREATED)
    CheckAsked askViewCheck(Caller caller) {
        UUID id = store.ask(caller, Ids.next());
        bell.ring();
        return new CheckAsked(id);
    }

    /** The last checks, the newest first; those of the night too. */
    @GetMapping("/api/view-checks")
    List<ViewCheck> findViewChecks(Caller caller) {
        return store.latest(caller.tenant());
    }

    @GetMapping("/api/view-checks/{id}")
    ViewCheck findViewCheck(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
