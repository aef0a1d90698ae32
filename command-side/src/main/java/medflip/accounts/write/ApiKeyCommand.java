package medflip.accounts.write;

import java.time.Instant;
import java.util.List;
import medflip.accounts.events.ApiKeyId;
import medflip.accounts.events.KeyScope;
import medflip.kernel.PersonalText;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of a key by which another system calls the API. */
public sealed interface ApiKeyCommand extends Command {
    ApiKeyId apiKeyId();

    @Override
    default ApiKeyId aggregateId() {
        return apiKeyId();
    }

    /** Makes a key; without an end it is good until it is revoked. */
    record MakeApiKey(
            ApiKeyId apiKeyId,
            PersonalText name,
            List<KeyScope> scopes,
            String tokenHash,
            @Nullable Instant goodUntil) implements ApiKeyCommand {}

    /** Has the key open nothing. */
    record RevokeApiKey(ApiKeyId apiKeyId) implements ApiKeyCommand, AllowedWhenClosed {}
}
