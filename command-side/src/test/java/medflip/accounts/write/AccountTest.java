package medflip.accounts.write;

import java.util.UUID;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountEvent.MemberJoined;
import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.ChangeMemberRole;
import medflip.accounts.write.AccountCommand.RemoveMember;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class AccountTest extends AggregateSpec<Account> {

    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final UserId FOUNDER = UserId.of(TENANT, new UUID(7, 1));
    private static final UserId COLLEAGUE = UserId.of(TENANT, new UUID(7, 2));
    private static final BusinessSignedUp SIGNED_UP =
            new BusinessSignedUp(ACCOUNT, new PersonalText("Corner Buyback"), null, null, "USD", "America/New_York");
    private static final MemberJoined FOUNDED = new MemberJoined(ACCOUNT, FOUNDER, Role.OWNER);

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
}
