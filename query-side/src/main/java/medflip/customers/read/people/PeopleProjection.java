package medflip.customers.read.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.ReceivedLine;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import medflip.platform.text.SearchText;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Fills people and what their deals add up to. Facts of different aggregates may come in any order here, because one
 * that failed waits aside while the others go on: so every sum is added to, and a deal's sums wait in its own row until
 * it is known whose it is.
 */
@Projection(
        processingGroup = PeopleProjection.GROUP,
        tables = {"customer", "customer_deal"})
class PeopleProjection {

    static final String GROUP = "customers.people";

    private static final String REGISTERED = """
            INSERT INTO customer
                (tenant_id, id, name, sort_name, search, phones, emails, address, lead_source, note, registered_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                name = excluded.name, sort_name = excluded.sort_name, search = excluded.search,
                phones = excluded.phones, emails = excluded.emails, address = excluded.address,
                lead_source = excluded.lead_source, note = excluded.note,
                registered_at = excluded.registered_at, version = excluded.version
            """;

    private static final String CORRECTED = """
            UPDATE customer SET
                name = ?, sort_name = ?, search = ?, phones = ?, emails = ?, address = ?::jsonb, lead_source = ?,
                note = ?, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String CONTACTS_ADDED = """
            UPDATE customer SET
                search = search || ?, phones = phones || ?::text[], emails = emails || ?::text[], version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String ARCHIVED =
            "UPDATE customer SET archived = ?, version = ? WHERE tenant_id = ? AND id = ?";

    /** The deal's person is known now: whatever the deal has added up to becomes theirs. */
    private static final String OPENED = """
            WITH deal AS (
                INSERT INTO customer_deal AS d (tenant_id, deal_id, customer_id, dealt_on, boxes, paid)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, deal_id) DO UPDATE SET
                    customer_id = excluded.customer_id, dealt_on = excluded.dealt_on,
                    boxes = d.boxes + excluded.boxes, paid = d.paid + excluded.paid
                RETURNING *
            )
            INSERT INTO customer AS c (tenant_id, id, deals, boxes, paid, proceeds, profit, last_deal_on)
            SELECT tenant_id, customer_id, 1, boxes, paid, proceeds, profit, dealt_on FROM deal
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                deals = c.deals + 1, boxes = c.boxes + excluded.boxes, paid = c.paid + excluded.paid,
                proceeds = c.proceeds + excluded.proceeds, profit = c.profit + excluded.profit,
                last_deal_on = greatest(c.last_deal_on, excluded.last_deal_on)
            """;

    /** Takes out of its person's sums what the deal has added up to; what its lots still say is nobody's. */
    private static final String NEVER_BEEN = """
            WITH deal AS (
                SELECT * FROM customer_deal WHERE tenant_id = ? AND deal_id = ?
            ), gone AS (
                UPDATE customer_deal d SET customer_id = NULL, dealt_on = NULL, boxes = 0, paid = 0
                FROM deal WHERE d.tenant_id = deal.tenant_id AND d.deal_id = deal.deal_id
            )
            UPDATE customer c SET
                deals = c.deals - 1, boxes = c.boxes - deal.boxes, paid = c.paid - deal.paid,
                proceeds = c.proceeds - deal.proceeds, profit = c.profit - deal.profit,
                last_deal_on = (SELECT max(d.dealt_on) FROM customer_deal d
                                WHERE d.tenant_id = c.tenant_id AND d.customer_id = c.id AND d.deal_id <> deal.deal_id)
            FROM deal WHERE c.tenant_id = deal.tenant_id AND c.id = deal.customer_id
            """;

    /** Adds to the deal, and to its person if that is known already. */
    private static final String ADDED = """
            WITH change (tenant_id, deal_id, boxes, paid, proceeds, profit) AS (
                VALUES (?::uuid, ?::uuid, ?::integer, ?::bigint, ?::bigint, ?::bigint)
            ), deal AS (
                INSERT INTO customer_deal AS d (tenant_id, deal_id, boxes, paid, proceeds, profit)
                SELECT * FROM change
                ON CONFLICT (tenant_id, deal_id) DO UPDATE SET
                    boxes = d.boxes + excluded.boxes, paid = d.paid + excluded.paid,
                    proceeds = d.proceeds + excluded.proceeds, profit = d.profit + excluded.profit
                RETURNING customer_id
            )
            INSERT INTO customer AS c (tenant_id, id, boxes, paid, proceeds, profit)
            SELECT change.tenant_id, deal.customer_id, change.boxes, change.paid, change.proceeds, change.profit
            FROM change, deal WHERE deal.customer_id IS NOT NULL
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                boxes = c.boxes + excluded.boxes, paid = c.paid + excluded.paid,
                proceeds = c.proceeds + excluded.proceeds, profit = c.profit + excluded.profit
            """;

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        rows.write(
                event.customerId(),
                REGISTERED,
                event.customerId().tenantId(),
                event.customerId(),
                event.name().value(),
                SearchText.fold(event.name().value()),
                search(event.name(), event.phones(), event.emails()),
                phones(event.phones()),
                emails(event.emails()),
                Json.textOrNull(event.address()),
                event.leadSource(),
                event.note() == null ? null : event.note().value(),
                recorded.at(),
                version);
    }

    @EventHandler
    void on(CustomerDetailsCorrected event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.customerId(),
                CORRECTED,
                event.name().value(),
                SearchText.fold(event.name().value()),
                search(event.name(), event.phones(), event.emails()),
                phones(event.phones()),
                emails(event.emails()),
                Json.textOrNull(event.address()),
                event.leadSource(),
                event.note() == null ? null : event.note().value(),
                version,
                event.customerId().tenantId(),
                event.customerId());
    }

    @EventHandler
    void on(ContactsAdded event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.customerId(),
                CONTACTS_ADDED,
                " " + search(event.phones(), event.emails()),
                phones(event.phones()),
                emails(event.emails()),
                version,
                event.customerId().tenantId(),
                event.customerId());
    }

    @EventHandler
    void on(CustomerArchived event, @SequenceNumber long version, Rows rows) {
        archived(event.customerId(), true, version, rows);
    }

    @EventHandler
    void on(CustomerRestored event, @SequenceNumber long version, Rows rows) {
        archived(event.customerId(), false, version, rows);
    }

    @EventHandler
    void on(QuoteGiven event, Rows rows) {
        opened(event.dealId(), event.customerId(), event.quotedOn(), 0, 0, rows);
    }

    @EventHandler
    void on(PastDealRecorded event, Rows rows) {
        opened(
                event.dealId(),
                event.customerId(),
                event.boughtOn(),
                boxes(event.lines()),
                event.paid().minor(),
                rows);
    }

    @EventHandler
    void on(PastDealTakenBack event, Rows rows) {
        rows.write(event.dealId(), NEVER_BEEN, event.dealId().tenantId(), event.dealId());
    }

    @EventHandler
    void on(DealAgreed event, Rows rows) {
        added(event.dealId(), boxes(event.lines()), 0, 0, 0, rows);
    }

    @EventHandler
    void on(PayoutRecorded event, Rows rows) {
        Money beyondEstimate = event.feeDifference();
        added(event.dealId(), 0, event.amount().minor(), 0, beyondEstimate == null ? 0 : -beyondEstimate.minor(), rows);
    }

    @EventHandler
    void on(PayoutFailed event, Rows rows) {
        added(event.dealId(), 0, -event.amount().minor(), 0, 0, rows);
    }

    @EventHandler
    void on(LotSold event, Rows rows) {
        added(
                event.dealId(),
                0,
                0,
                event.proceeds().minor(),
                event.proceeds().minus(event.landedCost()).minor(),
                rows);
    }

    @EventHandler
    void on(SoldBoxesAdjusted event, Rows rows) {
        added(
                event.dealId(),
                0,
                0,
                -event.deducted().minor(),
                event.landedCost().minus(event.deducted()).minor(),
                rows);
    }

    private static void archived(CustomerId customer, boolean archived, long version, Rows rows) {
        rows.write(customer, ARCHIVED, archived, version, customer.tenantId(), customer);
    }

    private static void opened(DealId deal, CustomerId customer, LocalDate on, int boxes, long paid, Rows rows) {
        rows.write(deal, OPENED, deal.tenantId(), deal, customer, on, boxes, paid);
    }

    private static void added(DealId deal, int boxes, long paid, long proceeds, long profit, Rows rows) {
        rows.write(deal, ADDED, deal.tenantId(), deal, boxes, paid, proceeds, profit);
    }

    private static int boxes(List<ReceivedLine> lines) {
        return lines.stream().mapToInt(ReceivedLine::quantity).sum();
    }

    private static String search(PersonName name, List<PhoneNumber> phones, List<EmailAddress> emails) {
        String contacts = search(phones, emails);
        return SearchText.fold(name.value()) + (contacts.isEmpty() ? "" : " " + contacts);
    }

    private static String search(List<PhoneNumber> phones, List<EmailAddress> emails) {
        return Stream.concat(
                        emails.stream().map(email -> SearchText.fold(email.value())),
                        phones.stream().map(phone -> SearchText.digits(phone.value())))
                .collect(Collectors.joining(" "));
    }

    private static List<String> phones(List<PhoneNumber> phones) {
        return phones.stream().map(PhoneNumber::value).toList();
    }

    private static List<String> emails(List<EmailAddress> emails) {
        return emails.stream().map(EmailAddress::value).toList();
    }
}
