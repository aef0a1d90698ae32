package medflip.accounts.read.keys;

import static org.assertj.core.api.Assertions.assertThat;

import medflip.accounts.events.ApiKeyEvent.ApiKeyRevoked;
import medflip.accounts.events.KeyScope;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class ApiKeysProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new ApiKeysProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final ApiKeysStore store = new ApiKeysStore(ReadDatabase.tenants());

    @Test
    void a_key_shows_what_it_may_and_who_made_it() {
        fixture.given(facts.keyMade());
        assertThat(store.keys(fixture.tenant())).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Bookkeeping");
            assertThat(key.scopes()).containsExactly(KeyScope.READ, KeyScope.EXPORT);
            assertThat(key.madeBy()).isEqualTo("user:" + Log.USER);
            assertThat(key.usedAt()).isNull();
        });
    }

    @Test
    void a_key_that_was_revoked_is_gone() {
        fixture.given(facts.keyMade(), new ApiKeyRevoked(facts.keyMade().apiKeyId()));
        assertThat(store.keys(fixture.tenant())).isEmpty();
    }
}
