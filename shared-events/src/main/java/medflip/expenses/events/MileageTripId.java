package medflip.expenses.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** One trip by car for the business. */
public record MileageTripId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MileageTripId {}

    public static MileageTripId of(TenantId tenant, UUID local) {
        return new MileageTripId(AggregateId.compose(tenant, "trip", local));
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
