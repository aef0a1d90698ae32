package medflip.audit.read.journal;

import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import medflip.platform.command.UndoReason;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the journal, the latest first. */
@Component
class JournalStore {

    private static final String COLUMNS = """
            j.*, coalesce((SELECT t.detail FROM timeline_entry t
                           WHERE {t.tenant} AND t.position = j.position), '{}'::jsonb) AS detail,
            EXISTS (SELECT FROM undone_fact f WHERE {f.tenant} AND f.position = j.position) AS undone,
            u.position AS undoes, u.reason AS undo_reason,
            (SELECT o.event FROM journal_entry o WHERE {o.tenant} AND o.position = u.position) AS undoes_event""";

    private static final ListQuery<JournalEntry> LIST =
            ListQuery.of(COLUMNS, """
                    journal_entry j LEFT JOIN undone_fact u ON {u.tenant} AND u.undone_by = j.position
                    WHERE {j.tenant}""", "j.position", JournalStore::entry).sort("-position", "j.position");

    /** A person's own stream, those merged into them, their deals, and the boxes of these. */
    private static final String OF_PERSON = """
            j.record_id IN (
                SELECT CAST(:person AS uuid)
                UNION ALL SELECT c.id FROM customer c WHERE {c.tenant} AND c.merged_into = :person
                UNION ALL SELECT d.id FROM deal d WHERE {d.tenant} AND d.customer_id = :person
                UNION ALL SELECT l.id FROM deal d JOIN lot l ON {l.tenant} AND l.deal_id = d.id
                WHERE {d.tenant} AND d.customer_id = :person)""";

    /** In which stream an entry stands. */
    record Place(String kind, UUID record) {}

    private final TenantJdbc tenants;

    JournalStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<JournalEntry> page(TenantId tenant, FindJournal question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(queries, question), request));
    }

    void forEach(TenantId tenant, FindJournal question, Consumer<? super JournalEntry> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(queries, question), null, each));
    }

    Optional<Place> place(TenantId tenant, long position) {
        return tenants.read(
                tenant,
                queries -> queries.query(
                                "SELECT kind, record_id FROM journal_entry WHERE {tenant} AND position = :position")
                        .param("position", position)
                        .query((row, number) -> new Place(row.getString("kind"), id(row, "record_id")))
                        .optional());
    }

    private static Filter filter(TenantJdbc.Queries queries, FindJournal question) {
        ZoneId zone = BusinessDay.zone(queries);
        return new Filter()
                .and("j.actor = :actor", "actor", question.actor())
                .and(
                        "j.way = :way",
                        "way",
                        question.way() == null ? null : question.way().stored())
                .and("j.domain = :domain", "domain", question.domain())
                .and("j.record_id = :record", "record", question.record())
                .and(OF_PERSON, "person", question.person())
                .and("j.recorded_at >= :from", "from", start(question.from(), zone))
                .and(
                        "j.recorded_at < :until",
                        "until",
                        question.until() == null ? null : start(question.until().plusDays(1), zone))
                .and("(NOT :undoing OR u.position IS NOT NULL)", "undoing", question.undoing());
    }

    static @Nullable OffsetDateTime start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    @SuppressWarnings("unchecked") // what a JSON object is read as
    private static JournalEntry entry(ResultSet row, int number) throws SQLException {
        return new JournalEntry(
                row.getLong("position"),
                instant(row, "recorded_at"),
                row.getString("event"),
                row.getString("actor"),
                row.getString("kind"),
                id(row, "record_id"),
                (Map<String, Object>) Json.value(row.getString("detail"), Map.class),
                row.getBoolean("undone"),
                row.getObject("undoes", Long.class),
                row.getString("undoes_event"),
                constantOrNull(row, "undo_reason", UndoReason.class));
    }
}
