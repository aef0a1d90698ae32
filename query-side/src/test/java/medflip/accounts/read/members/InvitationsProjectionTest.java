package medflip.accounts.read.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationAddressMarked;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class InvitationsProjectionTest {

    private static final Instant IN_TIME = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2026-12-02T12:00:00Z");

    private final ProjectionFixture fixture =
            ProjectionFixture.of(new InvitationsProjection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final String hash = facts.invited().tokenHash();

    @Test
    void an_invitation_shows_who_was_asked_and_its_link_who_asks() {
        fixture.given(facts.ownerRegistered(), facts.signedUp(), facts.invited());
        assertThat(store(IN_TIME).invitations(fixture.tenant())).singleElement().satisfies(invitation -> {
            assertThat(invitation.email()).isEqualTo("bookkeeper@example.com");
            assertThat(invitation.role()).isEqualTo(Role.AUDITOR);
        });
        assertThat(store(IN_TIME).open(hash))
                .hasValueSatisfying(opened -> assertThat(opened.businessName()).isEqualTo("Corner Buyback"));
    }

    @Test
    void a_link_that_ran_out_leads_nowhere() {
        fixture.given(facts.ownerRegistered(), facts.signedUp(), facts.invited());
        assertThat(store(TOO_LATE).open(hash)).isEmpty();
    }

    @Test
    void one_whose_mail_came_back_says_so_and_its_link_is_good_all_the_same() {
        fixture.given(
                facts.ownerRegistered(),
                facts.signedUp(),
                facts.invited(),
                new InvitationAddressMarked(facts.invited().invitationId(), AddressFault.BOUNCED, IN_TIME));
        assertThat(store(IN_TIME).invitations(fixture.tenant())).singleElement().satisfies(invitation -> {
            assertThat(invitation.mailFault()).isEqualTo(AddressFault.BOUNCED);
            assertThat(invitation.version()).as("of what is changed next").isEqualTo(1);
        });
        assertThat(store(IN_TIME).open(hash)).isPresent();
    }

    @Test
    void one_that_was_taken_back_is_gone() {
        fixture.given(facts.invited(), new InvitationRevoked(facts.invited().invitationId()));
        assertThat(fixture.rows("invitation")).isEmpty();
    }

    @Test
    void so_is_one_that_was_answered() {
        fixture.given(
                facts.invited(),
                new InvitationAccepted(facts.invited().invitationId(), UserId.of(fixture.tenant(), Log.USER)));
        assertThat(fixture.rows("invitation")).isEmpty();
    }

    private static MembersStore store(Instant now) {
        return new MembersStore(ReadDatabase.service(), ReadDatabase.tenants(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
