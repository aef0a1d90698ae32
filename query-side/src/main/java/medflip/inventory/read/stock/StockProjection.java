package medflip.inventory.read.stock;

import java.time.LocalDate;
import java.util.UUID;
import medflip.inventory.events.LotEvent;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.HoldReleased;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotMoved;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * Fills lots and the book of what came and went. A lot's row is there before any of its other facts, so these may look
 * into it: each statement of a lot goes under the lot's own key.
 */
@Projection(
        processingGroup = StockProjection.GROUP,
        tables = {"lot", "stock_movement", "stock_day", "boxes_set_aside"})
class StockProjection {

    static final String GROUP = "inventory.stock";

    private static final String MOVEMENT = """
            INSERT INTO stock_movement
                (tenant_id, lot_id, version, kind, moved_on, boxes, currency, cost, reason, note, other_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADDED_TO_DAY = """
             ON CONFLICT (tenant_id, moved_on, product_id, expiry, grade, item, currency) DO UPDATE SET
                boxes = d.boxes + excluded.boxes, cost = d.cost + excluded.cost
            """;

    private static final String DAY = """
            INSERT INTO stock_day AS d (tenant_id, moved_on, product_id, item, expiry, grade, currency, boxes, cost)
            SELECT tenant_id, ?, product_id, item, expiry, grade, currency, ?, ? FROM lot WHERE tenant_id = ? AND id = ?
            """ + ADDED_TO_DAY;

    private static final String ALL_DAYS = """
            INSERT INTO stock_day AS d (tenant_id, moved_on, product_id, item, expiry, grade, currency, boxes, cost)
            SELECT l.tenant_id, m.moved_on, l.product_id, l.item, l.expiry, l.grade, l.currency, sum(m.boxes),
                   sum(m.cost)
            FROM lot l JOIN stock_movement m ON m.tenant_id = l.tenant_id AND m.lot_id = l.id
            WHERE l.tenant_id = ? AND l.id = ?
            GROUP BY l.tenant_id, l.id, m.moved_on
            """ + ADDED_TO_DAY;

    private static final String NO_DAY = """
            UPDATE stock_day d SET boxes = d.boxes - gone.boxes, cost = d.cost - gone.cost
            FROM (SELECT moved_on, sum(boxes) AS boxes, sum(cost) AS cost FROM stock_movement
                  WHERE tenant_id = ? AND lot_id = ? GROUP BY moved_on) gone, lot l
            WHERE l.tenant_id = ? AND l.id = ? AND d.tenant_id = l.tenant_id AND d.moved_on = gone.moved_on
              AND d.product_id = l.product_id AND d.item = l.item AND d.expiry = l.expiry AND d.grade = l.grade
              AND d.currency = l.currency
            """;

    private static final String ON_HAND = """
            UPDATE lot SET on_hand = on_hand + ?, cost_on_hand = cost_on_hand + ?, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    /** What a movement says beside how many boxes and on which day. */
    private record Told(
            MovementKind kind,
            @Nullable Enum<?> reason,
            @Nullable PersonalText note,
            @Nullable UUID other) {

        static Told of(MovementKind kind) {
            return new Told(kind, null, null, null);
        }

        static Told of(MovementKind kind, @Nullable UUID other) {
            return new Told(kind, null, null, other);
        }
    }

    @EventHandler
    void on(LotStocked event, @SequenceNumber long version, Rows rows) {
        SplitOff splitOff = event.splitOff();
        rows.write(
                event.lotId(),
                """
                INSERT INTO lot
                    (tenant_id, id, deal_id, root_id, split_off, product_id, item, search, lot_number, location, expiry,
                     grade, stocked, on_hand, currency, landed_cost, cost_on_hand, stocked_on, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, ?, ?)
                """,
                event.lotId().tenantId(),
                event.lotId(),
                event.dealId(),
                splitOff == null ? event.lotId() : splitOff.root(),
                splitOff == null ? null : splitOff.from(),
                event.productId(),
                event.item(),
                SearchText.fold(event.item()),
                event.lotNumber(),
                event.location(),
                event.expiry(),
                event.grade(),
                event.quantity(),
                event.landedCost().currency(),
                event.landedCost().minor(),
                event.stockedOn(),
                version);
        Told told = splitOff == null
                ? Told.of(MovementKind.STOCKED)
                : Told.of(MovementKind.SPLIT_OFF, splitOff.from().local());
        LocalDate on = splitOff == null ? event.stockedOn() : splitOff.on();
        came(event, told, event.quantity(), event.landedCost(), on, version, rows);
    }

    @EventHandler
    void on(LotSplit event, @SequenceNumber long version, Rows rows) {
        Told told = Told.of(MovementKind.SPLIT, event.partId().local());
        went(event, told, event.quantity(), event.landedCost(), event.splitOn(), version, rows);
    }

    @EventHandler
    void on(PartRejoined event, @SequenceNumber long version, Rows rows) {
        Told told = Told.of(MovementKind.REJOINED, event.intoId().local());
        went(event, told, event.quantity(), event.landedCost(), event.rejoinedOn(), version, rows);
    }

    @EventHandler
    void on(PartTakenBack event, @SequenceNumber long version, Rows rows) {
        Told told = Told.of(MovementKind.TAKEN_BACK, event.partId().local());
        came(event, told, event.quantity(), event.landedCost(), event.takenBackOn(), version, rows);
    }

    @EventHandler
    void on(LotCounted event, @SequenceNumber long version, Rows rows) {
        Told told = new Told(MovementKind.COUNTED, event.reason(), event.note(), null);
        came(event, told, event.difference(), event.landedCost(), event.countedOn(), version, rows);
    }

    @EventHandler
    void on(LotWrittenOff event, @SequenceNumber long version, Rows rows) {
        Told told = new Told(MovementKind.WRITTEN_OFF, event.reason(), event.note(), event.writeOffId());
        went(event, told, event.quantity(), event.landedCost(), event.writtenOffOn(), version, rows);
    }

    @EventHandler
    void on(WriteOffUndone event, @SequenceNumber long version, Rows rows) {
        rows.write(event.lotId(), """
                UPDATE stock_movement SET undone = true
                WHERE tenant_id = ? AND lot_id = ? AND kind = 'WRITTEN_OFF' AND other_id = ?
                """, event.lotId().tenantId(), event.lotId(), event.writeOffId());
        Told told = Told.of(MovementKind.WRITE_OFF_UNDONE, event.writeOffId());
        came(event, told, event.quantity(), event.landedCost(), event.undoneOn(), version, rows);
    }

    @EventHandler
    void on(BoxesSetAside event, @SequenceNumber long version, Rows rows) {
        rows.write(event.lotId(), """
                INSERT INTO boxes_set_aside (tenant_id, lot_id, sale_id, boxes) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, lot_id, sale_id) DO UPDATE SET boxes = excluded.boxes
                """, event.lotId().tenantId(), event.lotId(), event.saleId(), event.quantity());
        setAside(event.lotId(), version, rows);
    }

    @EventHandler
    void on(BoxesReleased event, @SequenceNumber long version, Rows rows) {
        released(event.lotId(), event.saleId(), version, rows);
    }

    private static void released(LotId lot, UUID sale, long version, Rows rows) {
        rows.write(
                lot,
                "DELETE FROM boxes_set_aside WHERE tenant_id = ? AND lot_id = ? AND sale_id = ?",
                lot.tenantId(),
                lot,
                sale);
        setAside(lot, version, rows);
    }

    private static void setAside(LotId lot, long version, Rows rows) {
        rows.write(lot, """
                UPDATE lot SET version = ?, set_aside = coalesce((
                    SELECT sum(s.boxes) FROM boxes_set_aside s
                    WHERE s.tenant_id = lot.tenant_id AND s.lot_id = lot.id), 0)
                WHERE tenant_id = ? AND id = ?
                """, version, lot.tenantId(), lot);
    }

    @EventHandler
    void on(LotSold event, @SequenceNumber long version, Rows rows) {
        released(event.lotId(), event.saleId(), version, rows);
        booked(event.lotId(), event.quantity(), event.landedCost(), event.proceeds(), rows);
        Told told = Told.of(MovementKind.SOLD, event.saleId());
        went(event, told, event.quantity(), event.landedCost(), event.soldOn(), version, rows);
    }

    @EventHandler
    void on(LotTakenBack event, Rows rows) {
        LotId lot = event.lotId();
        rows.write(lot, NO_DAY, lot.tenantId(), lot, lot.tenantId(), lot);
        rows.write(lot, "DELETE FROM stock_movement WHERE tenant_id = ? AND lot_id = ?", lot.tenantId(), lot);
        rows.write(lot, "DELETE FROM lot WHERE tenant_id = ? AND id = ?", lot.tenantId(), lot);
    }

    @EventHandler
    void on(SoldBoxesAdjusted event, @SequenceNumber long version, Rows rows) {
        LotId lot = event.lotId();
        booked(
                lot,
                -event.returned(),
                event.landedCost().times(-1),
                event.deducted().times(-1),
                rows);
        Told told = Told.of(MovementKind.RETURNED, event.saleId());
        came(event, told, event.returned(), event.landedCost(), event.adjustedOn(), version, rows);
    }

    private static void booked(LotId lot, int boxes, Money cost, Money proceeds, Rows rows) {
        rows.write(lot, """
                UPDATE lot SET sold = sold + ?, sold_cost = sold_cost + ?, proceeds = proceeds + ?
                WHERE tenant_id = ? AND id = ?
                """, boxes, cost.minor(), proceeds.minor(), lot.tenantId(), lot);
    }

    @EventHandler
    void on(LotMoved event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.lotId(),
                "UPDATE lot SET location = ?, version = ? WHERE tenant_id = ? AND id = ?",
                event.to(),
                version,
                event.lotId().tenantId(),
                event.lotId());
    }

    @EventHandler
    void on(LotRegraded event, @SequenceNumber long version, Rows rows) {
        become(
                event.lotId(),
                rows,
                "UPDATE lot SET grade = ?, version = ? WHERE tenant_id = ? AND id = ?",
                event.to(),
                version,
                event.lotId().tenantId(),
                event.lotId());
    }

    @EventHandler
    void on(LabelCorrected event, @SequenceNumber long version, Rows rows) {
        become(
                event.lotId(),
                rows,
                "UPDATE lot SET lot_number = ?, expiry = ?, version = ? WHERE tenant_id = ? AND id = ?",
                event.lotNumber(),
                event.expiry(),
                version,
                event.lotId().tenantId(),
                event.lotId());
    }

    /** The lot's boxes turn out to be of another kind, and so to have been from the day they came. */
    private static void become(LotId lot, Rows rows, String sql, @Nullable Object... values) {
        rows.write(lot, NO_DAY, lot.tenantId(), lot, lot.tenantId(), lot);
        rows.write(lot, sql, values);
        rows.write(lot, ALL_DAYS, lot.tenantId(), lot);
    }

    @EventHandler
    void on(LotHeld event, @SequenceNumber long version, Rows rows) {
        held(event.lotId(), event.reason(), event.note(), version, rows);
    }

    @EventHandler
    void on(HoldReleased event, @SequenceNumber long version, Rows rows) {
        held(event.lotId(), null, null, version, rows);
    }

    private static void held(
            LotId lot, @Nullable Enum<?> reason, @Nullable PersonalText note, long version, Rows rows) {
        rows.write(
                lot,
                "UPDATE lot SET hold = ?, hold_note = ?, version = ? WHERE tenant_id = ? AND id = ?",
                reason,
                note == null ? null : note.value(),
                version,
                lot.tenantId(),
                lot);
    }

    private static void went(LotEvent event, Told told, int boxes, Money cost, LocalDate on, long version, Rows rows) {
        came(event, told, -boxes, cost.times(-1), on, version, rows);
    }

    private static void came(LotEvent event, Told told, int boxes, Money cost, LocalDate on, long version, Rows rows) {
        LotId lot = event.lotId();
        rows.write(lot, ON_HAND, boxes, cost.minor(), version, lot.tenantId(), lot);
        rows.write(
                lot,
                MOVEMENT,
                lot.tenantId(),
                lot,
                version,
                told.kind(),
                on,
                boxes,
                cost.currency(),
                cost.minor(),
                told.reason(),
                told.note() == null ? null : told.note().value(),
                told.other());
        rows.write(lot, DAY, on, boxes, cost.minor(), lot.tenantId(), lot);
    }
}
