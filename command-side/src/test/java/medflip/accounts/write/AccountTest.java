package medflip.accounts.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountEvent.MemberJoined;
import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountErased;
import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.ChangeMemberRole;
import medflip.accounts.write.AccountCommand.RemoveMember;
import medflip.accounts.write.ClosureCommand.BeginAccountErasure;
import medflip.accounts.write.ClosureCommand.CertifyAccountErasure;
import medflip.accounts.write.ClosureCommand.ReopenAccount;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.Signer.Signed;
import org.junit.jupiter.api.Test;

class AccountTest extends AggregateSpec<Account> {

    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final UserId FOUNDER = UserId.of(TENANT, new UUID(7, 1));
    private static final UserId COLLEAGUE = UserId.of(TENANT, new UUID(7, 2));
    private static final BusinessSignedUp SIGNED_UP =
            new BusinessSignedUp(ACCOUNT, new PersonalText("Corner Buyback"), null, null, "USD", "America/New_York");
    private static final MemberJoined FOUNDED = new MemberJoined(ACCOUNT, FOUNDER, Role.OWNER);

    private static final LocalDate CLOSED_ON = LocalDate.of(2026, 11, 27);
    private static final LocalDate KEPT_UNTIL = LocalDate.of(2027, 2, 20);
    private static final AccountClosed CLOSED = new AccountClosed(ACCOUNT, null, CLOSED_ON, KEPT_UNTIL);
    private static final AccountErasureBegun BEGUN = new AccountErasureBegun(ACCOUNT, KEPT_UNTIL);
    private static final AccountErased ERASED =
            new AccountErased(ACCOUNT, "{}", "c2ln", "a2V5", KEPT_UNTIL.plusDays(1));

    @Test
    void a_member_gets_another_role() {
        given(SIGNED_UP, FOUNDED, joined(Role.STAFF));
        when(new ChangeMemberRole(ACCOUNT, COLLEAGUE, Role.AUDITOR));
        then(new MemberRoleChanged(ACCOUNT, COLLEAGUE, Role.AUDITOR));
    }

    @Test
    void the_role_that_a_member_has_is_no_change() {
        given(SIGNED_UP, FOUNDED);
        when(new ChangeMemberRole(ACCOUNT, FOUNDER, Role.OWNER));
        thenNothing();
    }

    @Test
    void the_last_owner_stays_one() {
        given(SIGNED_UP, FOUNDED, joined(Role.STAFF));
        when(new ChangeMemberRole(ACCOUNT, FOUNDER, Role.STAFF));
        thenRejected(AccountRejection.LAST_OWNER);
    }

    @Test
    void the_last_owner_stays() {
        given(SIGNED_UP, FOUNDED, joined(Role.OWNER), new MemberRoleChanged(ACCOUNT, COLLEAGUE, Role.STAFF));
        when(new RemoveMember(ACCOUNT, FOUNDER));
        thenRejected(AccountRejection.LAST_OWNER);
    }

    @Test
    void one_of_two_owners_may_go() {
        given(SIGNED_UP, FOUNDED, joined(Role.OWNER));
        when(new RemoveMember(ACCOUNT, FOUNDER));
        then(new MemberRemoved(ACCOUNT, FOUNDER));
    }

    @Test
    void who_was_removed_is_nobody_there() {
        given(SIGNED_UP, FOUNDED, joined(Role.OWNER), new MemberRemoved(ACCOUNT, COLLEAGUE));
        when(new ChangeMemberRole(ACCOUNT, COLLEAGUE, Role.STAFF));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static MemberJoined joined(Role role) {
        return new MemberJoined(ACCOUNT, COLLEAGUE, role);
    }

    @Test
    void a_closed_account_is_opened_again_as_long_as_it_is_kept() {
        given(SIGNED_UP, FOUNDED, CLOSED);
        when(new ReopenAccount(ACCOUNT, KEPT_UNTIL.minusDays(1)));
        then(new AccountReopened(ACCOUNT, KEPT_UNTIL.minusDays(1)));
    }

    @Test
    void P7_an_account_that_was_kept_for_85_days_is_opened_no_more() {
        given(SIGNED_UP, FOUNDED, CLOSED);
        when(new ReopenAccount(ACCOUNT, KEPT_UNTIL));
        thenRejected(AccountRejection.CLOSED_FOR_GOOD);
    }

    @Test
    void P7_the_erasure_begins_once_an_account_was_kept_for_85_days() {
        given(SIGNED_UP, FOUNDED, CLOSED);
        when(new BeginAccountErasure(ACCOUNT, KEPT_UNTIL));
        then(new AccountErasureBegun(ACCOUNT, KEPT_UNTIL));
    }

    @Test
    void P7_no_erasure_begins_a_day_early_nor_of_an_open_account_nor_twice() {
        given(SIGNED_UP, FOUNDED, CLOSED);
        when(new BeginAccountErasure(ACCOUNT, KEPT_UNTIL.minusDays(1)));
        thenNothing();
        given(SIGNED_UP, FOUNDED, CLOSED, new AccountReopened(ACCOUNT, CLOSED_ON.plusDays(3)));
        when(new BeginAccountErasure(ACCOUNT, KEPT_UNTIL));
        thenNothing();
        given(SIGNED_UP, FOUNDED, CLOSED, BEGUN);
        when(new BeginAccountErasure(ACCOUNT, KEPT_UNTIL.plusDays(1)));
        thenNothing();
    }

    @Test
    void P7_nobody_opens_an_account_whose_erasure_began() {
        given(SIGNED_UP, FOUNDED, CLOSED, BEGUN);
        when(new ReopenAccount(ACCOUNT, CLOSED_ON.plusDays(1)));
        thenRejected(AccountRejection.CLOSED_FOR_GOOD);
    }

    @Test
    void P7_an_erasure_that_began_is_certified_once() {
        given(SIGNED_UP, FOUNDED, CLOSED, BEGUN);
        when(certify());
        then(ERASED);
        given(SIGNED_UP, FOUNDED, CLOSED, BEGUN, ERASED);
        when(certify());
        thenNothing();
        given(SIGNED_UP, FOUNDED, CLOSED);
        when(certify());
        thenNothing();
    }

    private static CertifyAccountErasure certify() {
        return new CertifyAccountErasure(ACCOUNT, new Signed("{}", "c2ln", "a2V5"), KEPT_UNTIL.plusDays(1));
    }
}
