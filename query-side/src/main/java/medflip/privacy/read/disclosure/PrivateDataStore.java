package medflip.privacy.read.disclosure;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.moneyOrNull;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.customers.events.CardPlan;
import medflip.customers.events.Contact;
import medflip.customers.events.HandleKind;
import medflip.customers.events.Place;
import medflip.kernel.FileKind;
import medflip.kernel.TenantId;
import medflip.platform.link.PrivateDataLink;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.privacy.events.RequestKind;
import medflip.privacy.read.disclosure.HeldData.AskedBefore;
import medflip.privacy.read.disclosure.HeldData.HeldCard;
import medflip.privacy.read.disclosure.HeldData.HeldDeal;
import medflip.privacy.read.disclosure.HeldData.HeldField;
import medflip.privacy.read.disclosure.HeldData.HeldFile;
import medflip.privacy.read.disclosure.HeldData.HeldHandle;
import medflip.privacy.read.disclosure.HeldData.HeldLine;
import medflip.privacy.read.disclosure.HeldData.HeldNote;
import medflip.privacy.read.disclosure.HeldData.HeldTask;
import medflip.privacy.read.disclosure.HeldData.HeldText;
import org.springframework.stereotype.Component;

/** Gathers what the views hold of one person, over all of their cards, as the business whose link it is. */
@Component
class PrivateDataStore {

    /** No person has more of anything than that; what is beyond it, the business hands out. */
    private static final int MOST = 5_000;

    /** Who is behind the request by which the link was made, as long as it leads somewhere. */
    private static final String LINK = """
            SELECT coalesce(c.merged_into, c.id) AS person, r.link_good_until, a.name AS business
            FROM privacy_request r JOIN customer c ON {c.tenant} AND c.id = r.customer_id
            JOIN account a ON {a.tenant}
            WHERE {r.tenant} AND r.id = :request AND r.link_id = :link AND r.link_good_until >= :today
              AND NOT c.erased
            """;

    private static final String CARDS = """
            SELECT c.*, coalesce(l.shown, c.lead_source) AS lead_source_now FROM customer c
            LEFT JOIN lead_source_name l ON {l.tenant} AND l.name = c.lead_source
            WHERE {c.tenant} AND (c.id = :person OR c.merged_into = :person) AND c.registered_at IS NOT NULL
            ORDER BY c.merged_into NULLS FIRST, c.registered_at, c.id
            """;

    private static final String OF_PERSON = """
            {r.tenant} AND (r.customer_id = :person
                OR r.customer_id IN (SELECT m.id FROM customer m WHERE {m.tenant} AND m.merged_into = :person))
            """;

    private record Opened(UUID person, LocalDate goodUntil, String business) {}

    private final TenantJdbc tenants;
    private final Clock clock;

    PrivateDataStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Empty where the link leads nowhere (any more). */
    Optional<HeldData> open(TenantId tenant, UUID request, UUID link) {
        return tenants.read(
                tenant,
                queries -> queries.query(LINK)
                        .param("request", request)
                        .param("link", link)
                        .param("today", BusinessDay.today(queries, clock))
                        .query((row, number) ->
                                new Opened(id(row, "person"), date(row, "link_good_until"), row.getString("business")))
                        .optional()
                        .map(opened -> held(queries, opened, PrivateDataLink.correctionBy(tenant, link))));
    }

    private HeldData held(TenantJdbc.Queries queries, Opened opened, UUID correction) {
        UUID person = opened.person();
        Map<UUID, String> words = words(queries);
        return new HeldData(
                opened.business(),
                clock.instant(),
                opened.goodUntil(),
                isKnown(queries, correction),
                anyCard(queries, person, "c.restricted").equals("true"),
                queries.query(CARDS)
                        .param("person", person)
                        .query((row, number) -> card(row, words))
                        .list(),
                Optional.of(anyCard(queries, person, "c.do_not_buy"))
                        .filter(reason -> !reason.isEmpty())
                        .orElse(null),
                of(
                        queries,
                        person,
                        "customer_note",
                        "NOT r.deleted",
                        "r.written_at",
                        (row, number) -> new HeldNote(row.getString("text"), instant(row, "written_at"))),
                of(
                        queries,
                        person,
                        "customer_task",
                        "r.state <> 'DROPPED'",
                        "r.due_on",
                        (row, number) -> new HeldTask(row.getString("text"), date(row, "due_on"))),
                of(
                        queries,
                        person,
                        "customer_handle",
                        "NOT r.removed",
                        "r.position",
                        (row, number) ->
                                new HeldHandle(constant(row, "kind", HandleKind.class), row.getString("handle"))),
                deals(queries, person),
                conversations(queries, person),
                of(
                        queries,
                        person,
                        "customer_file",
                        "NOT r.detached",
                        "r.attached_at",
                        (row, number) -> new HeldFile(
                                id(row, "id"),
                                constant(row, "kind", FileKind.class),
                                row.getInt("bytes"),
                                instant(row, "attached_at"))),
                of(
                        queries,
                        person,
                        "privacy_request",
                        "true",
                        "r.received_on",
                        (row, number) -> new AskedBefore(
                                constant(row, "kind", RequestKind.class),
                                date(row, "received_on"),
                                dateOrNull(row, "ended_on") != null)));
    }

    private interface Each<T> {
        T map(ResultSet row, int number) throws SQLException;
    }

    private static <T> List<T> of(
            TenantJdbc.Queries queries, UUID person, String table, String which, String order, Each<T> each) {
        return queries.query("SELECT r.* FROM " + table + " r WHERE " + which + " AND " + OF_PERSON + " ORDER BY "
                        + order + ", r.id LIMIT " + MOST)
                .param("person", person)
                .query((row, number) -> each.map(row, number))
                .list();
    }

    /** What one of the person's cards says; empty where none says anything. */
    private static String anyCard(TenantJdbc.Queries queries, UUID person, String what) {
        return queries.query("SELECT coalesce(max(" + what + "::text), '') FROM customer c"
                        + " WHERE {c.tenant} AND (c.id = :person OR c.merged_into = :person)")
                .param("person", person)
                .query(String.class)
                .single();
    }

    /** What tags and fields of the business's own are called. */
    private static Map<UUID, String> words(TenantJdbc.Queries queries) {
        CardPlan plan = queries.query("SELECT plan::text FROM card_plan WHERE {tenant}")
                .query(String.class)
                .optional()
                .map(text -> Json.value(text, CardPlan.class))
                .orElse(CardPlan.EMPTY);
        Map<UUID, String> words = new HashMap<>();
        plan.tags().forEach(tag -> words.put(tag.id(), tag.name()));
        plan.fields().forEach(field -> words.put(field.id(), field.name()));
        return words;
    }

    private static HeldCard card(ResultSet row, Map<UUID, String> words) throws SQLException {
        Map<?, ?> fields = Json.value(row.getString("fields"), Map.class);
        return new HeldCard(
                row.getString("name"),
                List.of(Json.value(row.getString("contacts"), Contact[].class)),
                List.of(Json.value(row.getString("addresses"), Place[].class)),
                texts(row, "tags").stream()
                        .map(tag -> words.getOrDefault(UUID.fromString(tag), tag))
                        .toList(),
                fields.entrySet().stream()
                        .map(field -> new HeldField(
                                words.getOrDefault(UUID.fromString((String) field.getKey()), (String) field.getKey()),
                                (String) field.getValue()))
                        .toList(),
                row.getString("lead_source_now"),
                instant(row, "registered_at"));
    }

    private static List<HeldDeal> deals(TenantJdbc.Queries queries, UUID person) {
        return queries.query(
                        "SELECT d.* FROM deal d WHERE {d.tenant} AND d.customer_id = :person AND d.state IS NOT NULL"
                                + " ORDER BY d.dealt_on, d.id LIMIT " + MOST)
                .param("person", person)
                .query((row, number) -> new HeldDeal(
                        dateOrNull(row, "dealt_on"),
                        row.getString("state"),
                        queries.query(
                                        "SELECT l.* FROM deal_line l WHERE {l.tenant} AND l.deal_id = :deal ORDER BY l.line")
                                .param("deal", id(row, "id"))
                                .query((line, place) -> new HeldLine(
                                        line.getString("item"), line.getInt("quantity"), money(line, "total")))
                                .list(),
                        money(row, "quoted"),
                        moneyOrNull(row, "agreed"),
                        dateOrNull(row, "accepted_on"),
                        row.getString("attestation_version"),
                        row.getString("note")))
                .list();
    }

    /** With whichever of their numbers. */
    private static List<HeldText> conversations(TenantJdbc.Queries queries, UUID person) {
        return queries.query("""
                        SELECT t.*, v.number FROM conversation v
                        JOIN conversation_text t ON {t.tenant} AND t.conversation_id = v.id
                        WHERE {v.tenant} AND v.number IN (
                            SELECT phone FROM customer c CROSS JOIN unnest(c.phones) AS phone
                            WHERE {c.tenant} AND (c.id = :person OR c.merged_into = :person))
                        ORDER BY t.position LIMIT\s""" + MOST)
                .param("person", person)
                .query((row, number) -> new HeldText(
                        instant(row, "at"),
                        row.getString("number"),
                        row.getBoolean("incoming"),
                        row.getString("body"),
                        row.getInt("pictures"),
                        row.getString("state")))
                .list();
    }

    private static boolean isKnown(TenantJdbc.Queries queries, UUID request) {
        return queries.query("SELECT EXISTS (SELECT FROM privacy_request WHERE {tenant} AND id = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }
}
