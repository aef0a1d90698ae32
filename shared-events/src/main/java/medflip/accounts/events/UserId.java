package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** One person who signs in. */
public record UserId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {}

    public static UserId of(TenantId tenant, UUID local) {
        return new UserId(AggregateId.compose(tenant, "user", local));
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
