package medflip.accounts.read.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import medflip.accounts.events.Role;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import org.junit.jupiter.api.Test;

class BusinessesStoreTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final BusinessesStore store = QuerySide.bean(BusinessesStore.class);

    @Test
    void a_business_is_shown_with_its_state_and_counts_and_nobodys_address() {
        fixture.given(facts.ownerRegistered(), facts.signedUp(), facts.joined(Log.USER, Role.OWNER));
        assertThat(store.businesses())
                .filteredOn(business -> business.id().equals(fixture.tenant().value()))
                .singleElement()
                .satisfies(business -> {
                    assertThat(business.members()).isEqualTo(1);
                    assertThat(business.ownerConfirmed()).isFalse();
                    assertThat(business.closedOn()).isNull();
                    assertThat(business.toString()).doesNotContain("@");
                });
    }
}
