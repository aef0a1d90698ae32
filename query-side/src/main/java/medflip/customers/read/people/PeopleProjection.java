package medflip.customers.read.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.FieldCleared;
import medflip.customers.events.CustomerEvent.FieldFilled;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PayoutHandleRemoved;
import medflip.customers.events.CustomerEvent.PayoutHandleRestored;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerEvent.TagPutOn;
import medflip.customers.events.CustomerEvent.TagTakenOff;
import medflip.customers.events.CustomerEvent.UseAllowed;
import medflip.customers.events.CustomerEvent.UseRestricted;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.customers.events.Place;
import medflip.customers.events.RecordEvent;
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
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.text.SearchText;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * Fills people and what their deals add up to. Facts of different aggregates may come in any order here, because one
 * that failed waits aside while the others go on: so every sum is added to, and a deal's sums wait in its own row until
 * it is known whose it is.
 */
@Projection(
        processingGroup = PeopleProjection.GROUP,
        tables = {"customer", "customer_change", "customer_deal", "customer_apart"})
class PeopleProjection {

    static final String GROUP = "customers.people";

    private static final String REGISTERED = """
            INSERT INTO customer
                (tenant_id, id, name, sort_name, search, phones, emails, contacts, addresses, lead_source,
                 registered_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                name = excluded.name, sort_name = excluded.sort_name, search = excluded.search,
                phones = excluded.phones, emails = excluded.emails, contacts = excluded.contacts,
                addresses = excluded.addresses, lead_source = excluded.lead_source,
                registered_at = excluded.registered_at, version = excluded.version
            """;

    /** Noted before the change itself, so that what was there before is there still. */
    private static final String NAME_CHANGED = """
            INSERT INTO customer_change (tenant_id, position, customer_id, before, after)
            SELECT tenant_id, ?::bigint, id, name, ? FROM customer WHERE tenant_id = ? AND id = ?
            """;

    private static final String CONTACTS_CHANGED = """
            INSERT INTO customer_change (tenant_id, position, customer_id, before, after)
            SELECT tenant_id, ?::bigint, id, array_to_string(phones || emails, ', '), ?
            FROM customer WHERE tenant_id = ? AND id = ?
            """;

    private static final String LEAD_SOURCE_CHANGED = """
            INSERT INTO customer_change (tenant_id, position, customer_id, before, after)
            SELECT tenant_id, ?::bigint, id, lead_source, ? FROM customer WHERE tenant_id = ? AND id = ?
            """;

    /** What can be searched begins with the folded name. */
    private static final String RENAMED = """
            UPDATE customer SET
                name = ?, sort_name = ?, search = ? || substr(search, length(sort_name) + 1), version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String CONTACTS_CORRECTED = """
            UPDATE customer SET
                search = sort_name || ?, phones = ?, emails = ?, contacts = ?::jsonb, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String CONTACTS_ADDED = """
            UPDATE customer SET
                search = search || ?, phones = phones || ?::text[], emails = emails || ?::text[],
                contacts = contacts || ?::jsonb, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String ADDRESSES =
            "UPDATE customer SET addresses = ?::jsonb, version = ? WHERE tenant_id = ? AND id = ?";
    private static final String LEAD_SOURCE =
            "UPDATE customer SET lead_source = ?, version = ? WHERE tenant_id = ? AND id = ?";
    private static final String TAG_PUT_ON =
            "UPDATE customer SET tags = array_append(tags, ?), version = ? WHERE tenant_id = ? AND id = ?";
    private static final String TAG_TAKEN_OFF =
            "UPDATE customer SET tags = array_remove(tags, ?), version = ? WHERE tenant_id = ? AND id = ?";
    private static final String FIELD_FILLED =
            "UPDATE customer SET fields = fields || ?::jsonb, version = ? WHERE tenant_id = ? AND id = ?";
    private static final String FIELD_CLEARED =
            "UPDATE customer SET fields = fields - ?::text, version = ? WHERE tenant_id = ? AND id = ?";
    private static final String DO_NOT_BUY =
            "UPDATE customer SET do_not_buy = ?, version = ? WHERE tenant_id = ? AND id = ?";
    private static final String RESTRICTED =
            "UPDATE customer SET restricted = ?, version = ? WHERE tenant_id = ? AND id = ?";
    private static final String VERSION = "UPDATE customer SET version = ? WHERE tenant_id = ? AND id = ?";

    /** What anybody said of the person goes; what their deals add up to stays for the books. */
    private static final String ERASED = """
            UPDATE customer SET
                name = '[erased]', sort_name = '', search = '', phones = '{}', emails = '{}', contacts = '[]',
                addresses = '[]', tags = '{}', fields = '{}', do_not_buy = NULL, restricted = false,
                erased = true, version = ?
            WHERE tenant_id = ? AND id = ?
            """;

    private static final String ARCHIVED =
            "UPDATE customer SET archived = ?, version = ? WHERE tenant_id = ? AND id = ?";

    /** The deal's person is known now: whatever the deal has added up to becomes theirs. */
    private static final String OPENED = """
            WITH deal AS (
                INSERT INTO customer_deal AS d (tenant_id, deal_id, customer_id, dealt_with, dealt_on, boxes, paid)
                SELECT deal.tenant_id, deal.deal_id, coalesce(c.merged_into, deal.dealt_with), deal.dealt_with,
                       deal.dealt_on, deal.boxes, deal.paid
                FROM (VALUES (?::uuid, ?::uuid, ?::uuid, ?::date, ?::integer, ?::bigint))
                    AS deal (tenant_id, deal_id, dealt_with, dealt_on, boxes, paid)
                LEFT JOIN customer c ON c.tenant_id = deal.tenant_id AND c.id = deal.dealt_with
                ON CONFLICT (tenant_id, deal_id) DO UPDATE SET
                    customer_id = excluded.customer_id, dealt_with = excluded.dealt_with, dealt_on = excluded.dealt_on,
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

    /** The person's deals become another one's; nobody was merged into them, so that all of their sums go along. */
    private static final String MERGED = """
            WITH moved AS (
                UPDATE customer_deal SET customer_id = ? WHERE tenant_id = ? AND customer_id = ?
                RETURNING boxes, paid, proceeds, profit, dealt_on
            ), sums AS (
                SELECT count(*)::integer AS deals, coalesce(sum(boxes), 0)::integer AS boxes,
                       coalesce(sum(paid), 0)::bigint AS paid, coalesce(sum(proceeds), 0)::bigint AS proceeds,
                       coalesce(sum(profit), 0)::bigint AS profit, max(dealt_on) AS last_deal_on FROM moved
            ), merged AS (
                INSERT INTO customer (tenant_id, id, merged_into) VALUES (?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET
                    merged_into = excluded.merged_into, deals = 0, boxes = 0, paid = 0, proceeds = 0, profit = 0,
                    last_deal_on = NULL
            )
            INSERT INTO customer AS c (tenant_id, id, deals, boxes, paid, proceeds, profit, last_deal_on)
            SELECT ?, ?, deals, boxes, paid, proceeds, profit, last_deal_on FROM sums
            ON CONFLICT (tenant_id, id) DO UPDATE SET
                deals = c.deals + excluded.deals, boxes = c.boxes + excluded.boxes, paid = c.paid + excluded.paid,
                proceeds = c.proceeds + excluded.proceeds, profit = c.profit + excluded.profit,
                last_deal_on = greatest(c.last_deal_on, excluded.last_deal_on)
            """;

    /** The deals that were made with the person are theirs again; the survivor keeps the others. */
    private static final String UNMERGED = """
            WITH moved AS (
                UPDATE customer_deal SET customer_id = dealt_with
                WHERE tenant_id = ? AND customer_id = ? AND dealt_with = ?
                RETURNING boxes, paid, proceeds, profit, dealt_on
            ), sums AS (
                SELECT count(*)::integer AS deals, coalesce(sum(boxes), 0)::integer AS boxes,
                       coalesce(sum(paid), 0)::bigint AS paid, coalesce(sum(proceeds), 0)::bigint AS proceeds,
                       coalesce(sum(profit), 0)::bigint AS profit, max(dealt_on) AS last_deal_on FROM moved
            ), merged AS (
                UPDATE customer c SET
                    merged_into = NULL, deals = sums.deals, boxes = sums.boxes, paid = sums.paid,
                    proceeds = sums.proceeds, profit = sums.profit, last_deal_on = sums.last_deal_on
                FROM sums WHERE c.tenant_id = ? AND c.id = ?
            )
            UPDATE customer c SET
                deals = c.deals - sums.deals, boxes = c.boxes - sums.boxes, paid = c.paid - sums.paid,
                proceeds = c.proceeds - sums.proceeds, profit = c.profit - sums.profit,
                last_deal_on = (SELECT max(d.dealt_on) FROM customer_deal d
                                WHERE d.tenant_id = c.tenant_id AND d.customer_id = c.id AND d.dealt_with <> ?)
            FROM sums WHERE c.tenant_id = ? AND c.id = ?
            """;

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        String folded = SearchText.fold(event.name().value());
        List<Contact> contacts = contacts(event.phones(), event.emails());
        String search = search(contacts);
        rows.write(
                event.customerId(),
                REGISTERED,
                event.customerId().tenantId(),
                event.customerId(),
                event.name().value(),
                folded,
                search.isEmpty() ? folded : folded + " " + search,
                values(ContactKind.PHONE, contacts),
                values(ContactKind.EMAIL, contacts),
                Json.text(contacts),
                Json.text(event.address() == null ? List.of() : List.of(new Place(event.address(), null))),
                event.leadSource(),
                recorded.at(),
                version);
    }

    @EventHandler
    void on(CustomerRenamed event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        changed(event.customerId(), NAME_CHANGED, event.name().value(), recorded, rows);
        String folded = SearchText.fold(event.name().value());
        rows.write(
                event.customerId(),
                RENAMED,
                event.name().value(),
                folded,
                folded,
                version,
                event.customerId().tenantId(),
                event.customerId());
    }

    @EventHandler
    void on(ContactsCorrected event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        String after = Stream.of(ContactKind.PHONE, ContactKind.EMAIL)
                .flatMap(kind -> values(kind, event.contacts()).stream())
                .collect(Collectors.joining(", "));
        changed(event.customerId(), CONTACTS_CHANGED, after, recorded, rows);
        String contacts = search(event.contacts());
        rows.write(
                event.customerId(),
                CONTACTS_CORRECTED,
                contacts.isEmpty() ? "" : " " + contacts,
                values(ContactKind.PHONE, event.contacts()),
                values(ContactKind.EMAIL, event.contacts()),
                Json.text(event.contacts()),
                version,
                event.customerId().tenantId(),
                event.customerId());
    }

    @EventHandler
    void on(AddressesCorrected event, @SequenceNumber long version, Rows rows) {
        set(event.customerId(), ADDRESSES, Json.text(event.addresses()), version, rows);
    }

    @EventHandler
    void on(LeadSourceSet event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        changed(event.customerId(), LEAD_SOURCE_CHANGED, event.leadSource(), recorded, rows);
        set(event.customerId(), LEAD_SOURCE, event.leadSource(), version, rows);
    }

    @EventHandler
    void on(TagPutOn event, @SequenceNumber long version, Rows rows) {
        set(event.customerId(), TAG_PUT_ON, event.tagId().toString(), version, rows);
    }

    @EventHandler
    void on(TagTakenOff event, @SequenceNumber long version, Rows rows) {
        set(event.customerId(), TAG_TAKEN_OFF, event.tagId().toString(), version, rows);
    }

    @EventHandler
    void on(FieldFilled event, @SequenceNumber long version, Rows rows) {
        String filled =
                Json.text(Map.of(event.fieldId().toString(), event.value().value()));
        set(event.customerId(), FIELD_FILLED, filled, version, rows);
    }

    @EventHandler
    void on(FieldCleared event, @SequenceNumber long version, Rows rows) {
        set(event.customerId(), FIELD_CLEARED, event.fieldId().toString(), version, rows);
    }

    @EventHandler
    void on(PurchasesRuledOut event, @SequenceNumber long version, Rows rows) {
        set(event.customerId(), DO_NOT_BUY, event.reason().value(), version, rows);
    }

    @EventHandler
    void on(PurchasesAllowed event, @SequenceNumber long version, Rows rows) {
        set(event.customerId(), DO_NOT_BUY, null, version, rows);
    }

    @EventHandler
    void on(UseRestricted event, @SequenceNumber long version, Rows rows) {
        restricted(event.customerId(), true, version, rows);
    }

    @EventHandler
    void on(UseAllowed event, @SequenceNumber long version, Rows rows) {
        restricted(event.customerId(), false, version, rows);
    }

    private static void restricted(CustomerId customer, boolean restricted, long version, Rows rows) {
        rows.write(customer, RESTRICTED, restricted, version, customer.tenantId(), customer);
    }

    /** What other views show of a person makes a new version of them as well. */
    @EventHandler
    void on(RecordEvent event, @SequenceNumber long version, Rows rows) {
        version(event.customerId(), version, rows);
    }

    @EventHandler
    void on(PayoutHandleAdded event, @SequenceNumber long version, Rows rows) {
        version(event.customerId(), version, rows);
    }

    @EventHandler
    void on(PayoutHandleRemoved event, @SequenceNumber long version, Rows rows) {
        version(event.customerId(), version, rows);
    }

    @EventHandler
    void on(PayoutHandleRestored event, @SequenceNumber long version, Rows rows) {
        version(event.customerId(), version, rows);
    }

    @EventHandler
    void on(PeopleMerged event, Rows rows) {
        TenantId tenant = event.bookId().tenantId();
        CustomerId merged = event.mergedId();
        CustomerId survivor = event.survivorId();
        rows.write(merged, MERGED, survivor, tenant, merged, tenant, merged, survivor, tenant, survivor);
    }

    @EventHandler
    void on(PeopleUnmerged event, Rows rows) {
        TenantId tenant = event.bookId().tenantId();
        CustomerId merged = event.mergedId();
        CustomerId survivor = event.survivorId();
        rows.write(merged, UNMERGED, tenant, survivor, merged, tenant, merged, merged, tenant, survivor);
    }

    @EventHandler
    void on(PeopleFoundDifferent event, Rows rows) {
        boolean ordered = event.oneId().value().compareTo(event.otherId().value()) < 0;
        rows.write(
                event.oneId(),
                "INSERT INTO customer_apart (tenant_id, one_id, other_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                event.bookId().tenantId(),
                ordered ? event.oneId() : event.otherId(),
                ordered ? event.otherId() : event.oneId());
    }

    @EventHandler
    void on(ContactsAdded event, @SequenceNumber long version, Rows rows) {
        List<Contact> contacts = contacts(event.phones(), event.emails());
        rows.write(
                event.customerId(),
                CONTACTS_ADDED,
                " " + search(contacts),
                values(ContactKind.PHONE, contacts),
                values(ContactKind.EMAIL, contacts),
                Json.text(contacts),
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
    void on(CustomerErased event, @SequenceNumber long version, Rows rows) {
        rows.write(event.customerId(), ERASED, version, event.customerId().tenantId(), event.customerId());
        rows.write(
                event.customerId(),
                "DELETE FROM customer_change WHERE tenant_id = ? AND customer_id = ?",
                event.customerId().tenantId(),
                event.customerId());
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

    private static void set(CustomerId customer, String sql, @Nullable String value, long version, Rows rows) {
        rows.write(customer, sql, value, version, customer.tenantId(), customer);
    }

    private static void changed(CustomerId customer, String sql, @Nullable String after, Recorded recorded, Rows rows) {
        rows.write(customer, sql, recorded.position(), after, customer.tenantId(), customer);
    }

    private static void version(CustomerId customer, long version, Rows rows) {
        rows.write(customer, VERSION, version, customer.tenantId(), customer);
    }

    private static List<Contact> contacts(List<PhoneNumber> phones, List<EmailAddress> emails) {
        return Stream.concat(phones.stream().map(Contact::of), emails.stream().map(Contact::of))
                .toList();
    }

    private static List<String> values(ContactKind kind, List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.kind() == kind)
                .map(Contact::value)
                .toList();
    }

    private static String search(List<Contact> contacts) {
        return Stream.concat(
                        values(ContactKind.EMAIL, contacts).stream().map(SearchText::fold),
                        values(ContactKind.PHONE, contacts).stream().map(SearchText::digits))
                .collect(Collectors.joining(" "));
    }
}
