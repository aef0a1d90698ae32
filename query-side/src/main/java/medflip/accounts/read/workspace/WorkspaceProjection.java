package medflip.accounts.read.workspace;

import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Fills the business and its people. */
@Projection(
        processingGroup = WorkspaceProjection.GROUP,
        tables = {"account", "account_user"})
class WorkspaceProjection {

    static final String GROUP = "accounts.workspace";

    @EventHandler
    void on(BusinessSignedUp event, Rows rows) {
        rows.write(
                event.accountId(),
                """
                INSERT INTO account (tenant_id, name, phone, address, currency, time_zone)
                VALUES (?, ?, ?, ?::jsonb, ?, ?)
                """,
                event.accountId().tenantId(),
                event.businessName().value(),
                event.phone() == null ? null : event.phone().value(),
                Json.textOrNull(event.address()),
                event.currency(),
                event.timeZone());
    }

    @EventHandler
    void on(OwnerRegistered event, Rows rows) {
        rows.write(
                event.userId(),
                "INSERT INTO account_user (tenant_id, id, email, policy_version) VALUES (?, ?, ?, ?)",
                event.userId().tenantId(),
                event.userId(),
                event.email().value(),
                event.policyVersion());
    }
}
