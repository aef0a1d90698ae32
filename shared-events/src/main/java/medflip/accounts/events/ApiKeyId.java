package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** A key by which another system calls the API for a business. */
public record ApiKeyId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApiKeyId {}

    public static ApiKeyId of(TenantId tenant, UUID local) {
        return new ApiKeyId(AggregateId.compose(tenant, "api-key", local));
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
