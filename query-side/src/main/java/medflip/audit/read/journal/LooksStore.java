package medflip.audit.read.journal;

import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads who has looked at what, the latest first. */
@Component
class LooksStore {

    /**
     * Somebody's look at something.
     *
     * @param position in this log
     * @param what the address, such as {@code /api/customers/{id}}; a list that was taken away ends with .csv
     * @param recordId what that page was of; absent for a list
     */
    record LookEntry(
            long position,
            Instant at,
            String actor,
            String what,
            @Nullable UUID recordId) {}

    private static final ListQuery<LookEntry> LIST = ListQuery.of(
                    "a.*", "write.access_entry a WHERE {a.tenant}", "a.position", LooksStore::look)
            .sort("-position", "a.position");

    private static final String OF_PERSON = """
            a.record_id IN (SELECT CAST(:person AS uuid)
                UNION ALL SELECT d.id FROM deal d WHERE {d.tenant} AND d.customer_id = :person)""";

    private final TenantJdbc tenants;

    LooksStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<LookEntry> page(TenantId tenant, FindLooks question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(queries, question), request));
    }

    void forEach(TenantId tenant, FindLooks question, Consumer<? super LookEntry> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(queries, question), null, each));
    }

    private static Filter filter(TenantJdbc.Queries queries, FindLooks question) {
        ZoneId zone = BusinessDay.zone(queries);
        return new Filter()
                .and("a.actor = :actor", "actor", question.actor())
                .and("a.record_id = :record", "record", question.record())
                .and(OF_PERSON, "person", question.person())
                .and("a.at >= :from", "from", JournalStore.start(question.from(), zone))
                .and(
                        "a.at < :until",
                        "until",
                        question.until() == null
                                ? null
                                : JournalStore.start(question.until().plusDays(1), zone));
    }

    private static LookEntry look(ResultSet row, int number) throws SQLException {
        return new LookEntry(
                row.getLong("position"),
                instant(row, "at"),
                row.getString("actor"),
                row.getString("what"),
                idOrNull(row, "record_id"));
    }
}
