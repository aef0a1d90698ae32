package medflip.platform.operation;

import java.util.List;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.messaging.PausedProcessors;
import medflip.platform.view.ViewSwitch;
import medflip.platform.view.ViewSwitch.ViewRebuild;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds of views, beside the ones that serve. */
@RestController
@Requires(Permission.OPERATE)
class RebuildsApi {

    private final ViewSwitch views;
    private final PausedProcessors paused;

    RebuildsApi(ViewSwitch views, PausedProcessors paused) {
        this.views = views;
        this.paused = paused;
    }

    /**
     * Fills the view of a processor, which is called by its name, anew from the log, then puts it in the old one's
     * place; nobody notices. One that is paused isn't rebuilt, since the new tables would wait for it.
     */
    @PostMapping("/api/operator/processors/{id}/rebuild")
    ResponseEntity<Void> rebuildView(@PathVariable String id) {
        if (paused.isPaused(id) || !views.begin(id)) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED).build();
    }

    /** The last of each view, whichever process makes or made it, the last begun first. */
    @GetMapping("/api/operator/rebuilds")
    List<ViewRebuild> findRebuilds() {
        return views.all();
    }
}
