package medflip.accounts.read.support;

import static org.assertj.core.api.Assertions.assertThat;

import medflip.accounts.events.SupportEvent.SupportLeft;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.accounts.read.support.SupportSession.Visit;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import org.junit.jupiter.api.Test;

class SupportProjectionTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(new SupportProjection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final SupportStore store = QuerySide.bean(SupportStore.class);

    private SupportSession session() {
        return store.session(
                        fixture.tenant(), facts.supportGranted().supportId().local())
                .orElseThrow();
    }

    @Test
    void a_grant_shows_who_gave_it_and_what_for() {
        fixture.given(facts.supportGranted());
        assertThat(session().reason()).isEqualTo("An import stands still");
        assertThat(session().grantedBy()).isEqualTo("user:" + Log.USER);
        assertThat(session().over()).isFalse();
        assertThat(session().visits()).isEmpty();
    }

    @Test
    void a_visit_lasts_until_its_visitor_leaves() {
        fixture.given(facts.supportGranted(), facts.supportEntered());
        assertThat(session().visits()).singleElement().satisfies(visit -> {
            assertThat(visit.operator()).isEqualTo("ann@medflip.example");
            assertThat(visit.leftAt()).isNull();
        });
        fixture.given(new SupportLeft(
                facts.supportGranted().supportId(), facts.supportEntered().operatorId()));
        assertThat(session().visits()).singleElement().extracting(Visit::leftAt).isNotNull();
        assertThat(session().over()).as("they may come again").isFalse();
    }

    @Test
    void an_owner_ends_it_and_every_visit() {
        fixture.given(
                facts.supportGranted(),
                facts.supportEntered(),
                new SupportRevoked(facts.supportGranted().supportId()));
        assertThat(session().over()).isTrue();
        assertThat(session().revoked()).isTrue();
        assertThat(session().visits()).singleElement().extracting(Visit::leftAt).isNotNull();
        assertThat(session().version()).isEqualTo(2);
    }

    @Test
    void it_runs_out_by_itself() {
        fixture.given(
                facts.supportGranted(), new SupportRanOut(facts.supportGranted().supportId()));
        assertThat(session().over()).isTrue();
        assertThat(session().revoked()).isFalse();
    }

    @Test
    void an_operator_sees_where_they_may_come_in_and_only_there() {
        fixture.given(facts.signedUp(), facts.supportGranted());
        assertThat(store.open())
                .filteredOn(open -> open.tenantId().equals(fixture.tenant().value()))
                .singleElement()
                .extracting(OpenSupport::reason)
                .isEqualTo("An import stands still");
        fixture.given(new SupportRevoked(facts.supportGranted().supportId()));
        assertThat(store.open())
                .noneMatch(open -> open.tenantId().equals(fixture.tenant().value()));
    }
}
