package medflip.privacy.read.holds;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.privacy.events.HoldBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads legal holds: those that hold first, and of these the ones that are to be looked at soonest. */
@Component
class LegalHoldsStore {

    private static final String ORDER = " ORDER BY (released_on IS NOT NULL), review_on, id LIMIT 1000";

    private final JdbcClient jdbc;
    private final TenantJdbc tenants;
    private final Clock clock;

    LegalHoldsStore(JdbcClient jdbc, TenantJdbc tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    List<LegalHold> of(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM legal_hold WHERE {tenant}" + ORDER)
                        .query(this::hold)
                        .list());
    }

    /** Over all businesses. */
    List<LegalHold> all() {
        return jdbc.sql("SELECT * FROM read.legal_hold" + ORDER)
                .query(this::hold)
                .list();
    }

    private LegalHold hold(ResultSet row, int number) throws SQLException {
        LocalDate reviewOn = date(row, "review_on");
        LocalDate releasedOn = dateOrNull(row, "released_on");
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return new LegalHold(
                id(row, "id"),
                id(row, "tenant_id"),
                idOrNull(row, "customer_id"),
                constant(row, "basis", HoldBasis.class),
                row.getString("reference"),
                date(row, "placed_on"),
                row.getString("placed_by"),
                dateOrNull(row, "reviewed_on"),
                reviewOn,
                releasedOn == null && today.isAfter(reviewOn),
                releasedOn);
    }
}
