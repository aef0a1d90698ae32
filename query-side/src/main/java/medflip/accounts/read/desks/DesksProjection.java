package medflip.accounts.read.desks;

import medflip.accounts.events.DeskEvent.ColumnsChosen;
import medflip.accounts.events.DeskEvent.FilterDropped;
import medflip.accounts.events.DeskEvent.FilterForgotten;
import medflip.accounts.events.DeskEvent.FilterRestored;
import medflip.accounts.events.DeskEvent.FilterSaved;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Keeps how each user, and each business, has arranged its lists. */
@Projection(
        processingGroup = DesksProjection.GROUP,
        tables = {"desk_columns", "desk_filter"})
class DesksProjection {

    static final String GROUP = "accounts.desks";

    @EventHandler
    void on(ColumnsChosen event, Rows rows) {
        rows.write(event.deskId(), """
                INSERT INTO desk_columns (tenant_id, desk_id, list, shown) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, desk_id, list) DO UPDATE SET shown = excluded.shown
                """, event.deskId().tenantId(), event.deskId(), event.list(), event.shown());
    }

    @EventHandler
    void on(FilterSaved event, Rows rows) {
        rows.write(
                event.deskId(),
                """
                INSERT INTO desk_filter (tenant_id, desk_id, id, list, name, query) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, desk_id, id) DO UPDATE
                SET list = excluded.list, name = excluded.name, query = excluded.query, dropped = false
                """,
                event.deskId().tenantId(),
                event.deskId(),
                event.filterId().local(),
                event.list(),
                event.name().value(),
                event.query().value());
    }

    @EventHandler
    void on(FilterDropped event, Rows rows) {
        drop(event.deskId(), event.filterId(), true, rows);
    }

    @EventHandler
    void on(FilterRestored event, Rows rows) {
        drop(event.deskId(), event.filterId(), false, rows);
    }

    @EventHandler
    void on(FilterForgotten event, Rows rows) {
        rows.write(
                event.deskId(),
                "DELETE FROM desk_filter WHERE tenant_id = ? AND desk_id = ? AND id = ?",
                event.deskId().tenantId(),
                event.deskId(),
                event.filterId().local());
    }

    private static void drop(DeskId desk, FilterId filter, boolean dropped, Rows rows) {
        rows.write(
                desk,
                "UPDATE desk_filter SET dropped = ? WHERE tenant_id = ? AND desk_id = ? AND id = ?",
                dropped,
                desk.tenantId(),
                desk,
                filter.local());
    }
}
