package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a key by which another system calls the API. */
public sealed interface ApiKeyEvent extends DomainEvent {
    ApiKeyId apiKeyId();

    @Override
    default ApiKeyId aggregateId() {
        return apiKeyId();
    }

    /** A key was made; what it opens is a matter of its scopes, and only its hash is kept. */
    record ApiKeyMade(
            ApiKeyId apiKeyId,
            @PersonalData("accounts.api-key-name") PersonalText name,
            List<KeyScope> scopes,

            @JsonIgnore @NotPersonal("a hash of many random bits")
            String tokenHash,

            @Nullable Instant goodUntil)
            implements ApiKeyEvent {}

    /** The key opens nothing any more. */
    record ApiKeyRevoked(ApiKeyId apiKeyId) implements ApiKeyEvent {}
}
