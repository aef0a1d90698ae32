package medflip.deals.read.deals;

import static medflip.deals.read.deals.DealState.AGREED;
import static medflip.deals.read.deals.DealState.CANCELLED;
import static medflip.deals.read.deals.DealState.CLOSED;
import static medflip.deals.read.deals.DealState.DECLINED;
import static medflip.deals.read.deals.DealState.EXPIRED;
import static medflip.deals.read.deals.DealState.IN_TRANSIT;
import static medflip.deals.read.deals.DealState.LOST;
import static medflip.deals.read.deals.DealState.PAID;
import static medflip.deals.read.deals.DealState.QUOTED;
import static medflip.deals.read.deals.DealState.RECEIVED;
import static medflip.deals.read.deals.DealState.REQUOTED;
import static medflip.deals.read.deals.DealState.RETURNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.deals.events.CourseEvent;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent;
import medflip.deals.events.DeliveryEvent.AppointmentMade;
import medflip.deals.events.DeliveryEvent.AppointmentMissed;
import medflip.deals.events.DeliveryEvent.BoxesLost;
import medflip.deals.events.DeliveryEvent.BoxesSent;
import medflip.deals.events.DeliveryEvent.ClaimOpened;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent;
import medflip.deals.events.PayoutEvent.PayoutConfirmationTakenBack;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.PhotoEvent;
import medflip.deals.events.PhotoEvent.PhotoRemoved;
import medflip.deals.events.PhotoEvent.PhotosAdded;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.read.deals.Deal.PayoutState;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.text.SearchText;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * Fills deals, their lines, labels and payouts. What a deal's lots brought is added to its row, whether or not the
 * deal's own facts are there yet: one that failed waits aside while those of its lots go on.
 */
@Projection(
        processingGroup = DealsProjection.GROUP,
        tables = {"deal", "deal_person", "deal_line", "deal_found", "deal_photo", "deal_label", "payout"})
class DealsProjection {

    static final String GROUP = "deals.deals";

    /** A deal without a state isn't shown; what its lots say of it may still come. */
    private static final List<String> NEVER_BEEN = List.of(
            """
            UPDATE deal SET state = NULL, state_since = NULL, agreed = NULL, agreed_on = NULL, owed = 0, paid = 0,
                landed_cost = 0, found = 0, note = NULL
            WHERE tenant_id = ? AND id = ?
            """,
            "DELETE FROM deal_line WHERE tenant_id = ? AND deal_id = ?",
            "DELETE FROM deal_found WHERE tenant_id = ? AND deal_id = ?",
            "DELETE FROM deal_photo WHERE tenant_id = ? AND deal_id = ?",
            "DELETE FROM payout WHERE tenant_id = ? AND deal_id = ?");

    private static final String OPENED = """
            INSERT INTO deal
                (tenant_id, id, dealt_with, customer_id, state, state_since, dealt_on, quote_version, valid_until,
                 items, search, boxes, currency, quoted, note, imported, version)
            VALUES (?, ?, ?, coalesce((SELECT survivor_id FROM deal_person p WHERE p.tenant_id = ? AND p.id = ?), ?),
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                dealt_with = excluded.dealt_with, customer_id = excluded.customer_id, state = excluded.state, state_since = excluded.state_since,
                dealt_on = excluded.dealt_on, quote_version = excluded.quote_version,
                valid_until = excluded.valid_until, items = excluded.items, search = excluded.search,
                boxes = excluded.boxes, currency = excluded.currency, quoted = excluded.quoted, note = excluded.note,
                imported = excluded.imported, version = excluded.version
            """;

    private static final String LINE = """
            INSERT INTO deal_line
                (tenant_id, deal_id, line, product_id, item, expiry, grade, quantity, unit_price, total, trace, currency)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final String BESIDES = """
            INSERT INTO deal_line (tenant_id, deal_id, line, product_id, item, quantity, total, currency)
            VALUES (?, ?, ?, ?, ?, 0, 0, ?) ON CONFLICT DO NOTHING
            """;

    private static final String FOUND = """
            INSERT INTO deal_found
                (tenant_id, deal_id, number, line, expiry, grade, quantity, unit_price, outcome, difference, total,
                 trace, lot_id, landed_cost, currency)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """;

    /** A payout that was planned becomes one that was made. */
    private static final String PAYOUT = """
            INSERT INTO payout (tenant_id, deal_id, id, state, amount, fee, currency, method, reference, paid_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, deal_id, id) DO UPDATE SET
                state = excluded.state, amount = excluded.amount, fee = excluded.fee, method = excluded.method,
                reference = excluded.reference, paid_on = excluded.paid_on
            """;

    private static final String SOLD = """
            INSERT INTO deal AS d (tenant_id, id, proceeds, sold_cost) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                proceeds = d.proceeds + excluded.proceeds, sold_cost = d.sold_cost + excluded.sold_cost
            """;

    /** One deal's row and those that hang on it, in one event's light. */
    private record Change(DealId deal, long version, Rows rows) {

        /** Assigns columns of the deal itself. */
        void set(String assignments, @Nullable Object... values) {
            List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
            all.addAll(List.of(version, deal.tenantId(), deal));
            rows.write(
                    deal,
                    "UPDATE deal SET " + assignments + ", version = ? WHERE tenant_id = ? AND id = ?",
                    all.toArray());
        }

        void to(DealState state, LocalDate since) {
            set("state = ?, state_since = ?", state, since);
        }

        /** The deal's way ends here, unless that is taken back. */
        void end(DealState state, LocalDate on, @Nullable Object reason, @Nullable PersonalText remark) {
            set(
                    "state_before = state, state = ?, state_since = ?, end_reason = ?, end_remark = ?, link_id = NULL",
                    state,
                    on,
                    reason,
                    text(remark));
        }

        void payout(UUID payout, String assignments, @Nullable Object... values) {
            List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
            all.addAll(List.of(deal.tenantId(), deal, payout));
            rows.write(
                    deal,
                    "UPDATE payout SET " + assignments + " WHERE tenant_id = ? AND deal_id = ? AND id = ?",
                    all.toArray());
            seen();
        }

        /** Nothing of the deal's own row changes but its version. */
        void seen() {
            rows.write(
                    deal, "UPDATE deal SET version = ? WHERE tenant_id = ? AND id = ?", version, deal.tenantId(), deal);
        }
    }

    /** The person's deals are another one's from now on, also those that are made with them yet. */
    private static final String MERGED = """
            WITH person AS (
                INSERT INTO deal_person (tenant_id, id, survivor_id) VALUES (?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET survivor_id = excluded.survivor_id
            )
            UPDATE deal SET customer_id = ? WHERE tenant_id = ? AND customer_id = ?
            """;

    private static final String UNMERGED = """
            WITH person AS (DELETE FROM deal_person WHERE tenant_id = ? AND id = ?)
            UPDATE deal SET customer_id = dealt_with WHERE tenant_id = ? AND customer_id = ? AND dealt_with = ?
            """;

    @EventHandler
    void on(PeopleMerged event, Rows rows) {
        TenantId tenant = event.bookId().tenantId();
        rows.write(
                event.mergedId(),
                MERGED,
                tenant,
                event.mergedId(),
                event.survivorId(),
                event.survivorId(),
                tenant,
                event.mergedId());
    }

    @EventHandler
    void on(PeopleUnmerged event, Rows rows) {
        TenantId tenant = event.bookId().tenantId();
        rows.write(event.mergedId(), UNMERGED, tenant, event.mergedId(), tenant, event.survivorId(), event.mergedId());
    }

    /** What was said of the seller goes; items, amounts and dates stay for the books. */
    private static final List<String> ERASED = List.of("""
            UPDATE deal SET note = NULL, end_remark = NULL, hold_remark = NULL, requote_remark = NULL,
                meeting_place = NULL, claim_reference = NULL, return_tracking = NULL, tracking = ''
            WHERE tenant_id = ? AND dealt_with = ?
            """, """
            UPDATE deal_line l SET remark = NULL FROM deal d
            WHERE d.tenant_id = ? AND d.dealt_with = ? AND l.tenant_id = d.tenant_id AND l.deal_id = d.id
            """, """
            UPDATE deal_label l SET tracking_number = NULL FROM deal d
            WHERE d.tenant_id = ? AND d.dealt_with = ? AND l.tenant_id = d.tenant_id AND l.deal_id = d.id
            """, """
            UPDATE payout p SET reference = NULL, remark = NULL FROM deal d
            WHERE d.tenant_id = ? AND d.dealt_with = ? AND p.tenant_id = d.tenant_id AND p.deal_id = d.id
            """, """
            DELETE FROM deal_photo p USING deal d
            WHERE d.tenant_id = ? AND d.dealt_with = ? AND p.tenant_id = d.tenant_id AND p.deal_id = d.id
            """);

    @EventHandler
    void on(CustomerErased event, Rows rows) {
        for (String gone : ERASED) {
            rows.writeAcross(gone, event.customerId().tenantId(), event.customerId());
        }
    }

    @EventHandler
    void on(QuoteEvent event, @SequenceNumber long version, Rows rows) {
        Change deal = new Change(event.dealId(), version, rows);
        switch (event) {
            case QuoteGiven given -> {
                String items = quoted(given.lines());
                Money quoted = total(given.lines().stream().map(QuoteLine::total));
                rows.write(
                        given.dealId(),
                        OPENED,
                        given.dealId().tenantId(),
                        given.dealId(),
                        given.customerId(),
                        given.dealId().tenantId(),
                        given.customerId(),
                        given.customerId(),
                        QUOTED,
                        given.quotedOn(),
                        given.quotedOn(),
                        1,
                        given.validUntil(),
                        items,
                        SearchText.fold(items),
                        given.lines().stream().mapToInt(QuoteLine::quantity).sum(),
                        quoted.currency(),
                        quoted.minor(),
                        text(given.note()),
                        false,
                        version);
                lines(deal, given.lines());
            }
            case QuoteRevised revised -> {
                rows.write(
                        revised.dealId(),
                        "DELETE FROM deal_line WHERE tenant_id = ? AND deal_id = ?",
                        revised.dealId().tenantId(),
                        revised.dealId());
                lines(deal, revised.lines());
                String items = quoted(revised.lines());
                deal.set(
                        """
                        state = ?, state_since = ?, end_reason = NULL, end_remark = NULL, link_id = NULL, quote_version = ?,
                        valid_until = ?, items = ?, search = ?, boxes = ?, quoted = ?, note = coalesce(?, note)""",
                        QUOTED,
                        revised.revisedOn(),
                        revised.version(),
                        revised.validUntil(),
                        items,
                        SearchText.fold(items),
                        revised.lines().stream().mapToInt(QuoteLine::quantity).sum(),
                        total(revised.lines().stream().map(QuoteLine::total)).minor(),
                        text(revised.note()));
            }
            case QuoteAccepted accepted ->
                deal.set(
                        """
                        state = CASE WHEN meet_on IS NULL THEN 'ACCEPTED' ELSE 'SCHEDULED' END, state_since = ?,
                        accepted_on = ?, accepted_by = ?, attestation_version = ?, link_id = NULL""",
                        accepted.acceptedOn(),
                        accepted.acceptedOn(),
                        accepted.by(),
                        accepted.attestationVersion());
            case QuoteDeclined declined ->
                deal.end(DECLINED, declined.declinedOn(), declined.reason(), declined.remark());
            case OfferLinkMade made ->
                deal.set(
                        "link_id = ?, link_made_on = ?, link_good_until = ?",
                        made.linkId(),
                        made.madeOn(),
                        made.goodUntil());
            case OfferLinkRevoked revoked -> deal.set("link_id = NULL");
            case QuoteExpired expired -> deal.end(EXPIRED, expired.expiredOn(), null, null);
        }
    }

    private static void lines(Change deal, List<QuoteLine> lines) {
        for (QuoteLine line : lines) {
            deal.rows()
                    .write(
                            deal.deal(),
                            LINE,
                            deal.deal().tenantId(),
                            deal.deal(),
                            line.line(),
                            line.productId(),
                            line.item(),
                            line.expiry(),
                            line.grade(),
                            line.quantity(),
                            line.unitPrice().minor(),
                            line.total().minor(),
                            Json.text(line.trace()),
                            line.unitPrice().currency());
        }
    }

    @EventHandler
    void on(CourseEvent event, @SequenceNumber long version, Rows rows) {
        Change deal = new Change(event.dealId(), version, rows);
        switch (event) {
            case DealCancelled cancelled ->
                deal.end(CANCELLED, cancelled.cancelledOn(), cancelled.reason(), cancelled.remark());
            case DealReopened reopened ->
                deal.set(
                        "state = state_before, state_since = ?, end_reason = NULL, end_remark = NULL, closed_on = NULL",
                        reopened.reopenedOn());
            case DealHeld hold -> deal.set("hold_reason = ?, hold_remark = ?", hold.reason(), text(hold.remark()));
            case DealReleased released -> deal.set("hold_reason = NULL, hold_remark = NULL");
            case DealClosed closed -> {
                deal.end(CLOSED, closed.closedOn(), null, null);
                deal.set("closed_on = ?", closed.closedOn());
            }
            case PastDealRecorded past -> recorded(deal, past);
            case PastDealTakenBack back -> {
                for (String gone : NEVER_BEEN) {
                    rows.write(back.dealId(), gone, back.dealId().tenantId(), back.dealId());
                }
            }
        }
    }

    private static void recorded(Change deal, PastDealRecorded past) {
        String items = received(past.lines());
        deal.rows()
                .write(
                        past.dealId(),
                        OPENED,
                        past.dealId().tenantId(),
                        past.dealId(),
                        past.customerId(),
                        past.dealId().tenantId(),
                        past.customerId(),
                        past.customerId(),
                        PAID,
                        past.boughtOn(),
                        past.boughtOn(),
                        null,
                        null,
                        items,
                        SearchText.fold(items),
                        boxes(past.lines()),
                        past.paid().currency(),
                        past.paid().minor(),
                        text(past.note()),
                        true,
                        deal.version());
        for (ReceivedLine line : past.lines()) {
            deal.rows()
                    .write(
                            past.dealId(),
                            LINE,
                            past.dealId().tenantId(),
                            past.dealId(),
                            line.line(),
                            line.productId(),
                            line.item(),
                            line.expiry(),
                            line.grade(),
                            line.quantity(),
                            null,
                            line.landedCost().minor(),
                            null,
                            past.paid().currency());
            deal.rows()
                    .write(
                            past.dealId(),
                            FOUND,
                            past.dealId().tenantId(),
                            past.dealId(),
                            line.line(),
                            line.line(),
                            line.expiry(),
                            line.grade(),
                            line.quantity(),
                            null,
                            Outcome.STOCK,
                            null,
                            line.landedCost().minor(),
                            null,
                            LotId.of(past.dealId(), line.line()),
                            line.landedCost().minor(),
                            past.paid().currency());
        }
        deal.set(
                "received_on = ?, agreed_on = ?, agreed = ?, paid = ?, landed_cost = ?",
                past.boughtOn(),
                past.boughtOn(),
                past.paid().minor(),
                past.paid().minor(),
                landedCost(past.lines()).minor());
        payout(
                deal,
                past.payoutId(),
                PayoutState.CONFIRMED,
                past.paid(),
                past.paid().times(0),
                past.method(),
                past.reference(),
                past.boughtOn());
    }

    @EventHandler
    void on(DeliveryEvent event, @SequenceNumber long version, Rows rows) {
        Change deal = new Change(event.dealId(), version, rows);
        switch (event) {
            case LabelMade label -> {
                rows.write(
                        label.dealId(),
                        """
                        INSERT INTO deal_label
                            (tenant_id, deal_id, id, carrier, tracking_number, cost, currency, made_on)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        label.dealId().tenantId(),
                        label.dealId(),
                        label.labelId(),
                        label.carrier(),
                        text(label.trackingNumber()),
                        label.cost().minor(),
                        label.cost().currency(),
                        label.madeOn());
                deal.set("""
                        label_cost = label_cost + ?, tracking = tracking || ?,
                        state_since = CASE WHEN state = 'ACCEPTED' THEN ? ELSE state_since END,
                        state = CASE WHEN state = 'ACCEPTED' THEN 'AWAITING_SHIPMENT' ELSE state END""", label.cost().minor(), tracking(label.trackingNumber()), label.madeOn());
            }
            case LabelVoided label -> {
                rows.write(
                        label.dealId(),
                        "UPDATE deal_label SET voided_on = ? WHERE tenant_id = ? AND deal_id = ? AND id = ?",
                        label.voidedOn(),
                        label.dealId().tenantId(),
                        label.dealId(),
                        label.labelId());
                deal.set("label_cost = label_cost - ?", label.cost().minor());
            }
            case BoxesSent sent ->
                deal.set("state = ?, state_since = ?, sent_on = ?", IN_TRANSIT, sent.sentOn(), sent.sentOn());
            case AppointmentMade made ->
                deal.set("""
                        meet_on = ?, meet_at = ?, meeting_place = ?,
                        state_since = CASE WHEN state IN ('ACCEPTED', 'AWAITING_SHIPMENT') THEN ? ELSE state_since END,
                        state = CASE WHEN state IN ('ACCEPTED', 'AWAITING_SHIPMENT') THEN 'SCHEDULED' ELSE state END""", made.meetOn(), made.meetAt(), made.place().value(), made.madeOn());
            case AppointmentMissed missed -> deal.set("""
                        meet_on = NULL, meet_at = NULL, meeting_place = NULL, no_shows = no_shows + 1,
                        state_since = CASE WHEN state = 'SCHEDULED' THEN ? ELSE state_since END,
                        state = CASE WHEN state = 'SCHEDULED' THEN 'ACCEPTED' ELSE state END""", missed.missedOn());
            case BoxesLost lost -> deal.to(LOST, lost.lostOn());
            case ClaimOpened claim -> deal.set("""
                        claim_amount = ?, claim_reference = ?, claim_opened_on = ?, claim_received = NULL,
                        claim_settled_on = NULL""", claim.amount().minor(), text(claim.reference()), claim.openedOn());
            case ClaimSettled claim ->
                deal.set(
                        "claim_received = ?, claim_settled_on = ?",
                        claim.received().minor(),
                        claim.settledOn());
        }
    }

    @EventHandler
    void on(InspectionEvent event, @SequenceNumber long version, Rows rows) {
        Change deal = new Change(event.dealId(), version, rows);
        switch (event) {
            case BoxesReceived received ->
                deal.set(
                        "state = ?, state_since = ?, received_on = ?",
                        RECEIVED,
                        received.receivedOn(),
                        received.receivedOn());
            case LineInspected inspected -> inspected(deal, inspected);
            case DealRequoted requoted ->
                deal.set(
                        "state = ?, state_since = ?, requote_remark = ?, link_id = NULL",
                        REQUOTED,
                        requoted.requotedOn(),
                        text(requoted.remark()));
            case RequoteAccepted accepted ->
                deal.set(
                        "requote_accepted_on = ?, requote_accepted_by = ?, link_id = NULL",
                        accepted.acceptedOn(),
                        accepted.by());
            case DealAgreed agreed -> agreed(deal, agreed);
            case PurchaseGivenUp up -> {
                deal.end(up.toReturn() > 0 ? RETURNING : CLOSED, up.givenUpOn(), up.reason(), up.remark());
                deal.set("to_return = ?, return_since = ?", up.toReturn(), up.givenUpOn());
            }
            case BoxesReturned returned ->
                deal.set(
                        """
                        state_since = CASE WHEN state = 'RETURNING' THEN ? ELSE state_since END,
                        state = CASE WHEN state = 'RETURNING' THEN 'RETURNED' ELSE state END,
                        to_return = 0, returned_on = ?, return_carrier = ?, return_tracking = ?,
                        tracking = tracking || ?""",
                        returned.returnedOn(),
                        returned.returnedOn(),
                        returned.carrier(),
                        text(returned.trackingNumber()),
                        tracking(returned.trackingNumber()));
            case BoxesDonated donated -> deal.set("""
                        state_since = CASE WHEN state = 'RETURNING' THEN ? ELSE state_since END,
                        state = CASE WHEN state = 'RETURNING' THEN 'DONATED' ELSE state END,
                        to_return = 0, donated_on = ?""", donated.donatedOn(), donated.donatedOn());
        }
    }

    private static void inspected(Change deal, LineInspected event) {
        DealId id = event.dealId();
        deal.rows()
                .write(
                        id,
                        "DELETE FROM deal_found WHERE tenant_id = ? AND deal_id = ? AND line = ?",
                        id.tenantId(),
                        id,
                        event.line());
        for (FoundBoxes boxes : event.found()) {
            deal.rows()
                    .write(
                            id,
                            BESIDES,
                            id.tenantId(),
                            id,
                            event.line(),
                            boxes.productId(),
                            boxes.item(),
                            boxes.unitPrice().currency());
            deal.rows()
                    .write(
                            id,
                            FOUND,
                            id.tenantId(),
                            id,
                            boxes.number(),
                            event.line(),
                            boxes.expiry(),
                            boxes.grade(),
                            boxes.quantity(),
                            boxes.unitPrice().minor(),
                            boxes.outcome(),
                            boxes.difference(),
                            boxes.total().minor(),
                            Json.text(boxes.trace()),
                            null,
                            null,
                            boxes.unitPrice().currency());
        }
        deal.rows().write(id, """
                UPDATE deal_line SET inspected = true, remark = ?
                WHERE tenant_id = ? AND deal_id = ? AND line = ?
                """, text(event.remark()), id.tenantId(), id, event.line());
        deal.set("""
                state_since = CASE WHEN state = 'RECEIVED' THEN state_since ELSE ? END, state = 'RECEIVED',
                link_id = NULL,
                found = (SELECT coalesce(sum(f.total), 0) FROM deal_found f
                         WHERE f.tenant_id = deal.tenant_id AND f.deal_id = deal.id)""", event.inspectedOn());
    }

    private static void agreed(Change deal, DealAgreed event) {
        DealId id = event.dealId();
        for (ReceivedLine line : event.lines()) {
            deal.rows()
                    .write(
                            id,
                            """
                    UPDATE deal_found SET lot_id = ?, landed_cost = ?
                    WHERE tenant_id = ? AND deal_id = ? AND number = ?
                    """,
                            LotId.of(id, line.line()),
                            line.landedCost().minor(),
                            id.tenantId(),
                            id,
                            line.line());
        }
        String items = received(event.lines());
        deal.set(
                """
                state = ?, state_since = ?, agreed_on = ?, items = ?, search = ?, boxes = ?, agreed = ?, owed = ?, payout_fee = ?,
                landed_cost = ?, to_return = ?, return_since = ?""",
                event.agreed().isPositive() ? AGREED : PAID,
                event.agreedOn(),
                event.agreedOn(),
                items,
                SearchText.fold(items),
                boxes(event.lines()),
                event.agreed().minor(),
                event.agreed().minor(),
                event.payoutFee().minor(),
                landedCost(event.lines()).minor(),
                event.toReturn(),
                event.toReturn() > 0 ? event.agreedOn() : null);
    }

    @EventHandler
    void on(PhotoEvent event, @SequenceNumber long version, Rows rows) {
        DealId id = event.dealId();
        switch (event) {
            case PhotosAdded added -> {
                for (int i = 0; i < added.photos().size(); i++) {
                    rows.write(
                            id,
                            """
                            INSERT INTO deal_photo (tenant_id, deal_id, id, line, kind, added, number)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """,
                            id.tenantId(),
                            id,
                            added.photos().get(i).id(),
                            added.line(),
                            added.photos().get(i).kind(),
                            version,
                            i);
                }
            }
            case PhotoRemoved removed ->
                rows.write(
                        id,
                        "DELETE FROM deal_photo WHERE tenant_id = ? AND deal_id = ? AND id = ?",
                        id.tenantId(),
                        id,
                        removed.photoId());
        }
        new Change(id, version, rows).seen();
    }

    @EventHandler
    void on(PayoutEvent event, @SequenceNumber long version, Rows rows) {
        Change deal = new Change(event.dealId(), version, rows);
        switch (event) {
            case PayoutPlanned planned -> {
                payout(
                        deal,
                        planned.payoutId(),
                        PayoutState.PLANNED,
                        planned.amount(),
                        planned.amount().times(0),
                        planned.method(),
                        null,
                        planned.plannedFor());
                deal.seen();
            }
            case PayoutWithdrawn withdrawn -> deal.payout(withdrawn.payoutId(), "state = ?", PayoutState.WITHDRAWN);
            case PayoutRecorded recorded -> {
                payout(
                        deal,
                        recorded.payoutId(),
                        PayoutState.SENT,
                        recorded.amount(),
                        recorded.fee(),
                        recorded.method(),
                        recorded.reference(),
                        recorded.paidOn());
                deal.set(
                        """
                        paid = paid + ?, owed = owed - ?, fee_difference = fee_difference + ?,
                        state_since = CASE WHEN owed = ? THEN ? ELSE state_since END,
                        state = CASE WHEN owed = ? THEN 'PAID' ELSE state END""",
                        recorded.amount().minor(),
                        recorded.amount().minor(),
                        recorded.feeDifference() == null
                                ? 0
                                : recorded.feeDifference().minor(),
                        recorded.amount().minor(),
                        recorded.paidOn(),
                        recorded.amount().minor());
            }
            case PayoutConfirmed confirmed ->
                deal.payout(
                        confirmed.payoutId(),
                        "state = ?, confirmed_on = ?",
                        PayoutState.CONFIRMED,
                        confirmed.confirmedOn());
            case PayoutConfirmationTakenBack back ->
                deal.payout(back.payoutId(), "state = ?, confirmed_on = NULL", PayoutState.SENT);
            case PayoutFailed failed -> {
                deal.payout(
                        failed.payoutId(),
                        "state = ?, failed_on = ?, remark = ?",
                        PayoutState.FAILED,
                        failed.failedOn(),
                        text(failed.remark()));
                deal.set("""
                        paid = paid - ?, owed = owed + ?, state = 'AGREED',
                        state_since = CASE WHEN state = 'AGREED' THEN state_since ELSE ? END""", failed.amount().minor(), failed.amount().minor(), failed.failedOn());
            }
        }
    }

    @EventHandler
    void on(LotSold event, Rows rows) {
        rows.write(
                event.dealId(),
                SOLD,
                event.dealId().tenantId(),
                event.dealId(),
                event.proceeds().minor(),
                event.landedCost().minor());
    }

    @EventHandler
    void on(SoldBoxesAdjusted event, Rows rows) {
        rows.write(
                event.dealId(),
                SOLD,
                event.dealId().tenantId(),
                event.dealId(),
                -event.deducted().minor(),
                -event.landedCost().minor());
    }

    private static void payout(
            Change deal,
            UUID id,
            PayoutState state,
            Money amount,
            Money fee,
            PayoutMethod method,
            @Nullable PersonalText reference,
            LocalDate on) {
        deal.rows()
                .write(
                        deal.deal(),
                        PAYOUT,
                        deal.deal().tenantId(),
                        deal.deal(),
                        id,
                        state,
                        amount.minor(),
                        fee.minor(),
                        amount.currency(),
                        method,
                        text(reference),
                        on);
    }

    private static String quoted(List<QuoteLine> lines) {
        return lines.stream().map(line -> line.item() + " ×" + line.quantity()).collect(Collectors.joining(", "));
    }

    private static String received(List<ReceivedLine> lines) {
        return lines.stream().map(line -> line.item() + " ×" + line.quantity()).collect(Collectors.joining(", "));
    }

    private static Money total(Stream<Money> amounts) {
        return amounts.reduce(Money::plus).orElseThrow();
    }

    private static Money landedCost(List<ReceivedLine> lines) {
        return total(lines.stream().map(ReceivedLine::landedCost));
    }

    private static int boxes(List<ReceivedLine> lines) {
        return lines.stream().mapToInt(ReceivedLine::quantity).sum();
    }

    /** As it is searched for: in words, or as digits together; and apart from what stands before. */
    private static String tracking(@Nullable PersonalText number) {
        return number == null ? "" : " " + SearchText.fold(number.value(), SearchText.digits(number.value()));
    }

    private static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.value();
    }
}
