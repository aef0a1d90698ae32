package medflip.operations.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** What is done for one business by those who run the service: each business has one such record. */
public record UpkeepId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UpkeepId {}

    public static UpkeepId of(TenantId tenant) {
        return new UpkeepId(AggregateId.compose(tenant, "upkeep", tenant.value()));
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
