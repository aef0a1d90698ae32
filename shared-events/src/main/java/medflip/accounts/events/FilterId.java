package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** A kept filter. What it says stands under a key of its own, so that it can be forgotten where it names somebody. */
public record FilterId(String value) implements DataSubject {

    private static final String KIND = "filter";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FilterId {}

    public static FilterId of(TenantId tenant, UUID local) {
        return new FilterId(AggregateId.compose(tenant, KIND, local));
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
