package medflip.imports.write;

import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportEvent.ImportUndoStarted;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** A started import is run, also where the process that started it died before it could say so. The sweep finds it. */
@Automation(processingGroup = WhenImportStartedThenRun.GROUP)
class WhenImportStartedThenRun {

    static final String GROUP = "imports.run";

    private final ImportStore store;

    WhenImportStartedThenRun(ImportStore store) {
        this.store = store;
    }

    @EventHandler
    void react(ImportUndoStarted event) {
        store.beginUndo(event.importId());
    }

    @EventHandler
    void react(ImportStarted event, Recorded recorded) {
        store.begin(event.importId(), recorded.position());
    }
}
