package medflip.messaging.read.templates;

import medflip.messaging.events.TemplateEvent;
import medflip.messaging.events.TemplateEvent.TemplateAdded;
import medflip.messaging.events.TemplateEvent.TemplateCorrected;
import medflip.messaging.events.TemplateEvent.TemplateRemoved;
import medflip.messaging.events.TemplateId;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Keeps the texts at hand. */
@Projection(processingGroup = TemplatesProjection.GROUP, tables = "text_template")
class TemplatesProjection {

    static final String GROUP = "messaging.templates";

    @EventHandler
    void on(TemplateEvent event, @SequenceNumber long version, Rows rows) {
        TemplateId id = event.templateId();
        switch (event) {
            case TemplateAdded added ->
                rows.write(
                        id,
                        """
                        INSERT INTO text_template (tenant_id, id, name, body, version) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (tenant_id, id) DO NOTHING
                        """,
                        id.tenantId(),
                        id,
                        added.name().value(),
                        added.body().value(),
                        version);
            case TemplateCorrected corrected ->
                rows.write(
                        id,
                        "UPDATE text_template SET name = ?, body = ?, version = ? WHERE tenant_id = ? AND id = ?",
                        corrected.name().value(),
                        corrected.body().value(),
                        version,
                        id.tenantId(),
                        id);
            case TemplateRemoved removed ->
                rows.write(id, "DELETE FROM text_template WHERE tenant_id = ? AND id = ?", id.tenantId(), id);
        }
    }
}
