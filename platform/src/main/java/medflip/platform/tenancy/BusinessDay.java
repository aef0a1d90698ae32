package medflip.platform.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Which day a query means by today: the one at the business's place. */
public final class BusinessDay {

    private BusinessDay() {}

    /** The day by UTC while nothing is known of the business. */
    public static LocalDate today(TenantJdbc.Queries queries, Clock clock) {
        return LocalDate.now(clock.withZone(zone(queries)));
    }

    /** By whose clocks the business lives; UTC while nothing is known of it. */
    public static ZoneId zone(TenantJdbc.Queries queries) {
        return queries.query("SELECT time_zone FROM account WHERE {tenant}")
                .query(String.class)
                .optional()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }
}
