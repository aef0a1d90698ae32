package medflip.accounts.read.workspace;

import java.time.LocalDate;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChangeDropped;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.CredentialEvent.EmailConfirmed;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

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

    @EventHandler
    void on(EmailConfirmed event, Rows rows) {
        rows.write(
                event.userId(),
                "UPDATE account_user SET confirmed = true WHERE tenant_id = ? AND id = ?",
                event.userId().tenantId(),
                event.userId());
    }

    @EventHandler
    void on(EmailChangeAsked event, Rows rows) {
        want(event.userId(), event.newEmail().value(), rows);
    }

    @EventHandler
    void on(EmailChangeDropped event, Rows rows) {
        want(event.userId(), null, rows);
    }

    /** A reset by mail ends a wish for another address: whoever wished it may not have been the user. */
    @EventHandler
    void on(PasswordReset event, Rows rows) {
        want(event.userId(), null, rows);
    }

    @EventHandler
    void on(EmailChanged event, Rows rows) {
        rows.write(event.userId(), """
                UPDATE account_user SET email = ?, confirmed = true, wanted_email = NULL
                WHERE tenant_id = ? AND id = ?
                """, event.newEmail().value(), event.userId().tenantId(), event.userId());
    }

    @EventHandler
    void on(AccountClosed event, Rows rows) {
        close(event.accountId(), event.closedOn(), event.erasedOn(), rows);
    }

    @EventHandler
    void on(AccountReopened event, Rows rows) {
        close(event.accountId(), null, null, rows);
    }

    private static void want(UserId user, @Nullable String email, Rows rows) {
        rows.write(
                user,
                "UPDATE account_user SET wanted_email = ? WHERE tenant_id = ? AND id = ?",
                email,
                user.tenantId(),
                user);
    }

    private static void close(AccountId account, @Nullable LocalDate on, @Nullable LocalDate erasedOn, Rows rows) {
        rows.write(
                account,
                "UPDATE account SET closed_on = ?, erased_on = ? WHERE tenant_id = ?",
                on,
                erasedOn,
                account.tenantId());
    }
}
