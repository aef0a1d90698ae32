package medflip.accounts.write;

import medflip.accounts.events.ExportEvent.ExportAsked;
import medflip.platform.export.ExportStore;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** An archive that was asked for is made, also where the process died that took the wish. */
@Automation(processingGroup = WhenExportAskedThenMakeIt.GROUP)
class WhenExportAskedThenMakeIt {

    static final String GROUP = "accounts.exports";

    private final ExportStore store;

    WhenExportAskedThenMakeIt(ExportStore store) {
        this.store = store;
    }

    @EventHandler
    void react(ExportAsked event, Recorded recorded) {
        store.ask(event.userId().tenantId(), event.exportId(), event.userId().local(), recorded.at());
    }
}
