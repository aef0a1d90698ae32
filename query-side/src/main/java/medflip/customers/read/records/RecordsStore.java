package medflip.customers.read.records;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.customers.events.HandleKind;
import medflip.customers.read.records.Records.Handle;
import medflip.customers.read.records.Records.KeptFile;
import medflip.customers.read.records.Records.Note;
import medflip.customers.read.records.Records.Task;
import medflip.kernel.FileKind;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is written down and kept about people; what is due is due by the day at the business's place. */
@Component
class RecordsStore {

    private static final int MOST = 500;
    private static final int DUE_MOST = 50;
    private static final int SHOWN_OF_A_HANDLE = 4;

    /** The person, and whoever was merged into them. */
    private static final String OF_PERSON = """
            (r.customer_id = :person
             OR r.customer_id IN (SELECT m.id FROM customer m WHERE {m.tenant} AND m.merged_into = :person))
            """;

    private final TenantJdbc tenants;
    private final Clock clock;

    RecordsStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Empty for somebody who isn't in the books. */
    Optional<Records> of(TenantId tenant, UUID person) {
        return tenants.read(
                tenant, queries -> isKnown(queries, person) ? Optional.of(of(queries, person)) : Optional.empty());
    }

    private static boolean isKnown(TenantJdbc.Queries queries, UUID person) {
        return queries.query("""
                        SELECT EXISTS (SELECT FROM customer
                                       WHERE {tenant} AND id = :person AND registered_at IS NOT NULL)
                        """).param("person", person).query(Boolean.class).single();
    }

    private static Records of(TenantJdbc.Queries queries, UUID person) {
        return new Records(
                queries.query("SELECT r.* FROM customer_note r WHERE {r.tenant} AND NOT r.deleted AND " + OF_PERSON
                                + " ORDER BY r.written_at DESC, r.id LIMIT " + MOST)
                        .param("person", person)
                        .query((row, number) -> new Note(
                                id(row, "id"),
                                id(row, "customer_id"),
                                row.getString("text"),
                                instant(row, "written_at"),
                                row.getString("written_by"),
                                instantOrNull(row.getObject("edited_at", OffsetDateTime.class)),
                                row.getString("edited_by")))
                        .list(),
                queries.query("SELECT r.* FROM customer_task r WHERE {r.tenant} AND r.state <> 'DROPPED' AND "
                                + OF_PERSON + " ORDER BY r.state = 'DONE', r.due_on, r.id LIMIT " + MOST)
                        .param("person", person)
                        .query((row, number) -> new Task(
                                id(row, "id"),
                                id(row, "customer_id"),
                                row.getString("text"),
                                date(row, "due_on"),
                                constant(row, "state", TaskState.class) == TaskState.DONE,
                                dateOrNull(row, "done_on"),
                                row.getString("set_by")))
                        .list(),
                queries.query("SELECT r.* FROM customer_file r WHERE {r.tenant} AND NOT r.detached AND " + OF_PERSON
                                + " ORDER BY r.attached_at DESC, r.id LIMIT " + MOST)
                        .param("person", person)
                        .query((row, number) -> new KeptFile(
                                id(row, "id"),
                                id(row, "customer_id"),
                                constant(row, "kind", FileKind.class),
                                row.getInt("bytes"),
                                instant(row, "attached_at"),
                                row.getString("attached_by")))
                        .list(),
                handles(queries, person).stream()
                        .map(handle ->
                                new Handle(handle.id(), handle.customerId(), handle.kind(), masked(handle.handle())))
                        .toList());
    }

    Optional<List<Handle>> handles(TenantId tenant, UUID person) {
        return tenants.read(
                tenant, queries -> isKnown(queries, person) ? Optional.of(handles(queries, person)) : Optional.empty());
    }

    private static List<Handle> handles(TenantJdbc.Queries queries, UUID person) {
        return queries.query("SELECT r.* FROM customer_handle r WHERE {r.tenant} AND NOT r.removed AND " + OF_PERSON
                        + " ORDER BY r.position")
                .param("person", person)
                .query((row, number) -> new Handle(
                        id(row, "id"),
                        id(row, "customer_id"),
                        constant(row, "kind", HandleKind.class),
                        row.getString("handle")))
                .list();
    }

    /** What is to do today, and should have been done before. */
    List<DueTask> due(TenantId tenant) {
        return due(tenant, DUE_MOST);
    }

    /** All of it, however much that is. */
    List<DueTask> allDue(TenantId tenant) {
        return due(tenant, Integer.MAX_VALUE);
    }

    private List<DueTask> due(TenantId tenant, int most) {
        return tenants.read(tenant, queries -> {
            LocalDate today = LocalDate.now(clock.withZone(queries.query("SELECT time_zone FROM account WHERE {tenant}")
                    .query((row, number) -> ZoneId.of(row.getString("time_zone")))
                    .optional()
                    .orElse(ZoneId.of("UTC"))));
            return queries.query("""
                            SELECT r.*, c.version, p.id AS person_id, p.name
                            FROM customer_task r
                            JOIN customer c ON {c.tenant} AND c.id = r.customer_id
                            JOIN customer p ON {p.tenant} AND p.id = coalesce(c.merged_into, c.id)
                            WHERE {r.tenant} AND r.state = 'OPEN' AND r.due_on <= :today
                            ORDER BY r.due_on, r.id LIMIT :most
                            """)
                    .param("most", most)
                    .param("today", today)
                    .query((row, number) -> new DueTask(
                            id(row, "id"),
                            id(row, "customer_id"),
                            id(row, "person_id"),
                            row.getString("name"),
                            row.getString("text"),
                            date(row, "due_on"),
                            date(row, "due_on").isBefore(today),
                            row.getLong("version")))
                    .list();
        });
    }

    /** Enough to know it again, and too little to pay somebody by it. */
    private static String masked(String handle) {
        int shown = handle.length() > 2 * SHOWN_OF_A_HANDLE ? SHOWN_OF_A_HANDLE : 0;
        return "••••" + handle.substring(handle.length() - shown);
    }

    private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
