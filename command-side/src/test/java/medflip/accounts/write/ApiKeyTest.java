package medflip.accounts.write;

import java.util.List;
import java.util.UUID;
import medflip.accounts.events.ApiKeyEvent.ApiKeyMade;
import medflip.accounts.events.ApiKeyEvent.ApiKeyRevoked;
import medflip.accounts.events.ApiKeyId;
import medflip.accounts.events.KeyScope;
import medflip.accounts.write.ApiKeyCommand.MakeApiKey;
import medflip.accounts.write.ApiKeyCommand.RevokeApiKey;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class ApiKeyTest extends AggregateSpec<ApiKey> {

    private static final ApiKeyId KEY = ApiKeyId.of(TENANT, new UUID(7, 5));
    private static final PersonalText NAME = new PersonalText("Bookkeeping");
    private static final ApiKeyMade MADE = new ApiKeyMade(KEY, NAME, List.of(KeyScope.READ), "hash", null);

    @Test
    void a_key_is_made() {
        when(new MakeApiKey(KEY, NAME, List.of(KeyScope.READ), "hash", null));
        then(MADE);
    }

    @Test
    void a_key_is_revoked() {
        given(MADE);
        when(new RevokeApiKey(KEY));
        then(new ApiKeyRevoked(KEY));
    }

    @Test
    void a_key_is_revoked_once() {
        given(MADE, new ApiKeyRevoked(KEY));
        when(new RevokeApiKey(KEY));
        thenRejected(AccountRejection.KEY_REVOKED);
    }
}
