package medflip.accounts.read.workspace;

import java.time.LocalDate;
import medflip.accounts.events.AccountEvent;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountEvent.MemberJoined;
import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChangeDropped;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.CredentialEvent.EmailConfirmed;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserEvent.MailAddressCleared;
import medflip.accounts.events.UserEvent.MailAddressMarked;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OptionalMailWanted;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserEvent.PolicyAcknowledged;
import medflip.accounts.events.UserEvent.UserErased;
import medflip.accounts.events.UserId;
import medflip.kernel.EmailAddress;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills the business and its people. */
@Projection(
        processingGroup = WorkspaceProjection.GROUP,
        tables = {"account", "account_user", "account_member"})
class WorkspaceProjection {

    static final String GROUP = "accounts.workspace";

    /** Who is what is a matter of the whole account: each of its events gives it another version. */
    @EventHandler
    void on(AccountEvent event, @SequenceNumber long version, Recorded recorded, Rows rows) {
        switch (event) {
            case BusinessSignedUp signedUp -> open(signedUp, rows);
            case MemberJoined joined -> put(joined.userId(), joined.role(), recorded, rows);
            case MemberRoleChanged changed ->
                rows.write(
                        changed.userId(),
                        "UPDATE account_member SET role = ? WHERE tenant_id = ? AND user_id = ?",
                        changed.role(),
                        changed.userId().tenantId(),
                        changed.userId());
            case MemberRemoved removed ->
                rows.write(
                        removed.userId(),
                        "UPDATE account_member SET removed = true WHERE tenant_id = ? AND user_id = ?",
                        removed.userId().tenantId(),
                        removed.userId());
        }
        rows.write(
                event.accountId(),
                "UPDATE account SET version = ? WHERE tenant_id = ?",
                version,
                event.accountId().tenantId());
    }

    private static void open(BusinessSignedUp event, Rows rows) {
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

    /**
     * Who signed up before there were members has no event of the account that says so, only one of their own.
     * Whichever of both comes first, the row is the same.
     */
    private static void put(UserId user, Role role, Recorded recorded, Rows rows) {
        rows.write(user, """
                INSERT INTO account_member (tenant_id, user_id, role, joined_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, user_id) DO UPDATE
                SET joined_at = least(account_member.joined_at, excluded.joined_at)
                """, user.tenantId(), user, role, recorded.at());
    }

    @EventHandler
    void on(OwnerRegistered event, Recorded recorded, Rows rows) {
        register(event.userId(), event.email(), false, event.policyVersion(), rows);
        put(event.userId(), Role.OWNER, recorded, rows);
    }

    /** The invitation's link came to the address, so it is theirs. */
    @EventHandler
    void on(MemberRegistered event, Rows rows) {
        register(event.userId(), event.email(), true, event.policyVersion(), rows);
    }

    private static void register(UserId user, EmailAddress email, boolean confirmed, String policyVersion, Rows rows) {
        rows.write(
                user,
                "INSERT INTO account_user (tenant_id, id, email, confirmed, policy_version) VALUES (?, ?, ?, ?, ?)",
                user.tenantId(),
                user,
                email.value(),
                confirmed,
                policyVersion);
    }

    @EventHandler
    void on(UserErased event, Rows rows) {
        rows.write(
                event.userId(),
                "UPDATE account_user SET email = '[erased]', wanted_email = NULL WHERE tenant_id = ? AND id = ?",
                event.userId().tenantId(),
                event.userId());
    }

    @EventHandler
    void on(PolicyAcknowledged event, Rows rows) {
        rows.write(
                event.userId(),
                "UPDATE account_user SET policy_version = ? WHERE tenant_id = ? AND id = ?",
                event.policyVersion(),
                event.userId().tenantId(),
                event.userId());
    }

    @EventHandler
    void on(MailAddressMarked event, Rows rows) {
        mark(event.userId(), event.fault(), rows);
    }

    @EventHandler
    void on(MailAddressCleared event, Rows rows) {
        mark(event.userId(), null, rows);
    }

    private static void mark(UserId user, @Nullable AddressFault fault, Rows rows) {
        rows.write(
                user,
                "UPDATE account_user SET mail_fault = ? WHERE tenant_id = ? AND id = ?",
                fault,
                user.tenantId(),
                user);
    }

    @EventHandler
    void on(OptionalMailDeclined event, Rows rows) {
        rows.write(
                event.userId(),
                "UPDATE account_user SET optional_mail = false WHERE tenant_id = ? AND id = ?",
                event.userId().tenantId(),
                event.userId());
    }

    /** That mails don't arrive is no matter of what somebody wants. */
    @EventHandler
    void on(OptionalMailWanted event, Rows rows) {
        rows.write(event.userId(), """
                UPDATE account_user SET optional_mail = true, mail_fault = nullif(mail_fault, 'COMPLAINED')
                WHERE tenant_id = ? AND id = ?
                """, event.userId().tenantId(), event.userId());
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
                UPDATE account_user SET email = ?, confirmed = true, wanted_email = NULL, mail_fault = NULL
                WHERE tenant_id = ? AND id = ?
                """, event.newEmail().value(), event.userId().tenantId(), event.userId());
    }

    @EventHandler
    void on(AccountClosed event, @SequenceNumber long version, Rows rows) {
        close(event.accountId(), event.closedOn(), event.erasedOn(), version, rows);
    }

    @EventHandler
    void on(AccountReopened event, @SequenceNumber long version, Rows rows) {
        close(event.accountId(), null, null, version, rows);
    }

    private static void want(UserId user, @Nullable String email, Rows rows) {
        rows.write(
                user,
                "UPDATE account_user SET wanted_email = ? WHERE tenant_id = ? AND id = ?",
                email,
                user.tenantId(),
                user);
    }

    private static void close(
            AccountId account, @Nullable LocalDate on, @Nullable LocalDate erasedOn, long version, Rows rows) {
        rows.write(
                account,
                "UPDATE account SET closed_on = ?, erased_on = ?, version = ? WHERE tenant_id = ?",
                on,
                erasedOn,
                version,
                account.tenantId());
    }
}
