package medflip.accounts.read.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
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
import medflip.accounts.events.Role;
import medflip.accounts.events.UserEvent.MailAddressCleared;
import medflip.accounts.events.UserEvent.MailAddressMarked;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OptionalMailWanted;
import medflip.accounts.events.UserEvent.PolicyAcknowledged;
import medflip.accounts.events.UserId;
import medflip.accounts.read.workspace.Session.Business;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.kernel.PostalAddress;
import medflip.platform.policy.PublishedPolicy;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class WorkspaceProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new WorkspaceProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final WorkspaceStore store = new WorkspaceStore(ReadDatabase.tenants(), "demo@example.com");

    @Test
    void a_session_shows_its_user_and_the_business() {
        fixture.given(facts.ownerRegistered(), facts.signedUp());
        assertThat(store.session(fixture.tenant(), Log.USER, false))
                .hasValue(new Session(
                        Log.USER,
                        "owner@example.com",
                        Role.OWNER,
                        false,
                        null,
                        null,
                        true,
                        new Business(
                                fixture.tenant().value(),
                                "Corner Buyback",
                                "USD",
                                "America/New_York",
                                "+16175550100",
                                null,
                                null,
                                null),
                        "2026-11-24",
                        PublishedPolicy.VERSION,
                        false,
                        false,
                        null));
    }

    @Test
    void P12_a_session_shows_the_policy_that_its_user_acknowledged_last() {
        fixture.given(facts.ownerRegistered(), facts.signedUp());
        fixture.given(new PolicyAcknowledged(UserId.of(fixture.tenant(), Log.USER), "2027-01-01"));
        assertThat(store.session(fixture.tenant(), Log.USER, false)
                        .orElseThrow()
                        .policyVersion())
                .isEqualTo("2027-01-01");
    }

    @Test
    void P8_a_session_shows_whether_mails_arrive_and_which_its_user_wants() {
        UserId user = UserId.of(fixture.tenant(), Log.USER);
        EmailAddress email = new EmailAddress("owner@example.com");
        fixture.given(facts.ownerRegistered(), facts.signedUp());
        fixture.given(new MailAddressMarked(user, email, AddressFault.BOUNCED, Instant.EPOCH));
        assertThat(session().mailFault()).isEqualTo(AddressFault.BOUNCED);
        fixture.given(new OptionalMailDeclined(user));
        assertThat(session().optionalMail()).isFalse();
        fixture.given(new OptionalMailWanted(user));
        assertThat(session().optionalMail()).isTrue();
        assertThat(session().mailFault()).as("wanting mails has none arrive").isEqualTo(AddressFault.BOUNCED);
        fixture.given(new MailAddressCleared(user, email, Instant.EPOCH));
        assertThat(session().mailFault()).isNull();
        fixture.given(
                new MailAddressMarked(user, email, AddressFault.COMPLAINED, Instant.EPOCH),
                new OptionalMailWanted(user));
        assertThat(session().mailFault()).isNull();
    }

    @Test
    void only_the_business_with_made_up_data_is_the_demo() {
        fixture.given(facts.ownerRegistered(), facts.signedUp());
        WorkspaceStore demo = new WorkspaceStore(ReadDatabase.tenants(), "owner@example.com");
        assertThat(demo.session(fixture.tenant(), Log.USER, false).orElseThrow().demo())
                .isTrue();
        assertThat(store.session(fixture.tenant(), Log.USER, false)
                        .orElseThrow()
                        .demo())
                .isFalse();
    }

    @Test
    void the_address_of_a_business_comes_back_part_by_part() {
        PostalAddress address = new PostalAddress("1 Main St", "\"Suite\" 2", null, "MA", "02118", "US");
        fixture.given(
                facts.ownerRegistered(),
                new BusinessSignedUp(
                        AccountId.of(fixture.tenant(), fixture.tenant().value()),
                        new PersonalText("Corner Buyback"),
                        null,
                        address,
                        "USD",
                        "America/New_York"));
        Session session = store.session(fixture.tenant(), Log.USER, false).orElseThrow();
        assertThat(session.business().address()).isEqualTo(address);
        assertThat(session.business().phone()).isNull();
    }

    @Test
    void a_user_of_nobody_has_no_session() {
        fixture.given(facts.ownerRegistered(), facts.signedUp());
        assertThat(store.session(fixture.tenant(), UUID.randomUUID(), false)).isEmpty();
    }

    @Test
    void a_member_has_the_role_that_the_account_says_and_none_once_they_were_removed() {
        UUID colleague = UUID.randomUUID();
        UserId user = UserId.of(fixture.tenant(), colleague);
        AccountId account = facts.signedUp().accountId();
        fixture.given(
                facts.ownerRegistered(),
                facts.signedUp(),
                facts.memberRegistered(colleague),
                facts.joined(colleague, Role.STAFF),
                new MemberRoleChanged(account, user, Role.AUDITOR));
        assertThat(store.session(fixture.tenant(), colleague, false)
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.AUDITOR);
        fixture.given(new MemberRemoved(account, user));
        assertThat(store.session(fixture.tenant(), colleague, false)).isEmpty();
        assertThat(fixture.row("account")).containsEntry("version", 3L);
    }

    @Test
    void an_address_is_confirmed_and_changes_once_both_agreed() {
        UserId user = UserId.of(fixture.tenant(), Log.USER);
        EmailAddress former = new EmailAddress("owner@example.com");
        EmailAddress wanted = new EmailAddress("new@example.com");
        fixture.given(facts.ownerRegistered(), facts.signedUp(), new EmailConfirmed(user));
        assertThat(session().confirmed()).isTrue();
        fixture.given(new EmailChangeAsked(user, UUID.randomUUID(), former, UUID.randomUUID(), wanted, Instant.MAX));
        assertThat(session().email()).isEqualTo("owner@example.com");
        assertThat(session().wantedEmail()).isEqualTo("new@example.com");
        fixture.given(new EmailChangeDropped(user));
        assertThat(session().wantedEmail()).isNull();
        fixture.given(new EmailChanged(user, former, wanted));
        assertThat(session().email()).isEqualTo("new@example.com");
    }

    @Test
    void a_business_that_left_says_until_when_it_may_come_back() {
        AccountId account = AccountId.of(fixture.tenant(), fixture.tenant().value());
        fixture.given(
                facts.ownerRegistered(),
                facts.signedUp(),
                new AccountClosed(account, null, LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 30)));
        assertThat(session().business().closedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(session().business().erasedOn()).isEqualTo(LocalDate.of(2027, 1, 30));
        fixture.given(new AccountReopened(account, LocalDate.of(2026, 11, 2)));
        assertThat(session().business().closedOn()).isNull();
    }

    private Session session() {
        return store.session(fixture.tenant(), Log.USER, false).orElseThrow();
    }
}
