package medflip.audit.read.seal;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import medflip.platform.seal.LogName;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which entries of a business's logs lie in a period, and what else a bundle holds. */
@Component
class BundleStore {

    private static final int FETCH_SIZE = 500;

    /**
     * Entries side by side, by the numbers of their leaves.
     *
     * @param after position of the entry before the first
     * @param first number of the first
     * @param end number behind the last
     */
    record Range(long after, long first, long end) {}

    /** Somebody's look at something. */
    record Look(
            long n,
            long position,
            Instant at,
            String actor,
            String what,
            @Nullable UUID record) {}

    /** A certificate of an erasure, as it was signed. */
    record Certificate(UUID id, String certificate, String signature, String publicKey) {}

    private final TenantJdbc tenants;

    BundleStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /**
     * Which entries were recorded in a period: from the first one to the last one, so that none between them is left
     * out, however clocks went.
     *
     * @param size of the tree
     */
    Range range(TenantId tenant, LogName log, long size, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null && until == null) {
            return new Range(0, 0, size);
        }
        String table = log == LogName.FACTS ? "events.domain_event" : "write.access_entry";
        String position = log == LogName.FACTS ? "global_index" : "position";
        String at = log == LogName.FACTS ? "recorded_at" : "at";
        return tenants.read(tenant, sql -> {
            ZoneId zone = BusinessDay.zone(sql);
            return sql.query("""
                            WITH met AS (
                                SELECT min(e.%1$s) AS first, max(e.%1$s) AS last FROM %2$s e
                                WHERE {e.tenant} AND e.%3$s >= :from AND e.%3$s < :until)
                            SELECT coalesce(min(n.position), 1) - 1 AS after, coalesce(min(n.number), 0) AS first,
                                   coalesce(max(n.number) + 1, 0) AS end
                            FROM met JOIN events.sealed_node n ON {n.tenant} AND n.log = :log AND n.level = 0
                                AND n.position BETWEEN met.first AND met.last AND n.number < :size
                            """.formatted(position, table, at))
                    .param("from", from == null ? OffsetDateTime.MIN : start(from, zone))
                    .param("until", until == null ? OffsetDateTime.MAX : start(until.plusDays(1), zone))
                    .param("log", log.stored())
                    .param("size", size)
                    .query(Range.class)
                    .single();
        });
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    /** Those that are still kept, in order. */
    void eachLook(TenantId tenant, Range range, Consumer<Look> each) {
        tenants.run(tenant, sql -> {
            try (var looks = sql
                    .query("""
                            SELECT n.number, a.position, a.at, a.actor, a.what, a.record_id
                            FROM events.sealed_node n JOIN write.access_entry a ON {a.tenant} AND a.position = n.position
                            WHERE {n.tenant} AND n.log = 'access' AND n.level = 0
                              AND n.number >= :first AND n.number < :end
                            ORDER BY n.number
                            """)
                    .param("first", range.first())
                    .param("end", range.end())
                    .withFetchSize(FETCH_SIZE)
                    .query((row, number) -> new Look(
                            row.getLong("number"),
                            row.getLong("position"),
                            instant(row, "at"),
                            row.getString("actor"),
                            row.getString("what"),
                            idOrNull(row, "record_id")))
                    .stream()) {
                looks.forEach(each);
            }
        });
    }

    List<Certificate> certificates(TenantId tenant) {
        return tenants.read(
                tenant,
                sql -> sql.query("""
                                SELECT id, certificate, signature, public_key FROM privacy_request
                                WHERE {tenant} AND certificate IS NOT NULL ORDER BY id
                                """)
                        .query((row, number) -> new Certificate(
                                id(row, "id"),
                                row.getString("certificate"),
                                row.getString("signature"),
                                row.getString("public_key")))
                        .list());
    }
}
