package medflip.privacy.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** All legal holds of a business. It has a key of its own, for what is said of why they are there. */
public record HoldBookId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldBookId {}

    public static HoldBookId of(TenantId tenant) {
        return new HoldBookId(AggregateId.compose(tenant, "hold-book", tenant.value()));
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
