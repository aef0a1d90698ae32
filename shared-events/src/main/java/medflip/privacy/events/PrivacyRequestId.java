package medflip.privacy.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/**
 * What a person asked about their data. It has a key of its own: under it stands what an erasure has to look for, until
 * it has looked.
 */
public record PrivacyRequestId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PrivacyRequestId {}

    public static PrivacyRequestId of(TenantId tenant, UUID local) {
        return new PrivacyRequestId(AggregateId.compose(tenant, "privacy-request", local));
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
