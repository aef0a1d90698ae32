package medflip.messaging.read.connection;

import static medflip.platform.web.Columns.instant;

import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads what may be shown of the connection with Twilio. */
@Component
class TwilioConnectionStore {

    private final TenantJdbc tenants;

    TwilioConnectionStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    TwilioConnection of(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM twilio_connection WHERE {tenant} AND connected")
                        .query((row, number) -> new TwilioConnection(
                                true,
                                row.getString("account_ending"),
                                row.getString("number_ending"),
                                row.getString("introduction"),
                                instant(row, "since"),
                                row.getObject("broken_code", Integer.class)))
                        .optional()
                        .orElse(TwilioConnection.NONE));
    }
}
