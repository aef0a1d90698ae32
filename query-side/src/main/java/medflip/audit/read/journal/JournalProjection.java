package medflip.audit.read.journal;

import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Notes that something happened, whatever it was. */
@Projection(processingGroup = JournalProjection.GROUP, tables = "journal_entry")
class JournalProjection {

    static final String GROUP = "audit.journal";

    /** A stream is called after its tenant, its kind and its id. */
    private static final int KIND = 1;

    @EventHandler
    void on(DomainEvent event, Recorded recorded, Rows rows) {
        AggregateId stream = event.aggregateId();
        rows.write(
                recorded.position(),
                """
                INSERT INTO journal_entry
                    (tenant_id, position, recorded_at, event, domain, actor, way, kind, record_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                stream.tenantId(),
                recorded.position(),
                recorded.at(),
                recorded.event(),
                before(recorded.event(), '.'),
                recorded.actor(),
                before(recorded.actor(), ':'),
                stream.value().split("/")[KIND],
                stream.local());
    }

    private static String before(String text, char mark) {
        int end = text.indexOf(mark);
        return end < 0 ? text : text.substring(0, end);
    }
}
