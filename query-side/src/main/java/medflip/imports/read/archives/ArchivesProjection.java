package medflip.imports.read.archives;

import medflip.imports.events.ArchiveEvent.ArchiveBrought;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Keeps which archives were brought, by whom and when. */
@Projection(processingGroup = ArchivesProjection.GROUP, tables = "brought_archive")
class ArchivesProjection {

    static final String GROUP = "imports.archives";

    @EventHandler
    void on(ArchiveBrought event, Recorded recorded, Rows rows) {
        rows.write(
                recorded.position(),
                """
                INSERT INTO brought_archive
                    (tenant_id, position, id, brought_at, brought_by, events, entered, files)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.archiveId().tenantId(),
                recorded.position(),
                event.archiveId(),
                recorded.at(),
                recorded.actor(),
                event.events(),
                event.entered(),
                event.files());
    }
}
