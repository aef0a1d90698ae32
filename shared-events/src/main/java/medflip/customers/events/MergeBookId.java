package medflip.customers.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** Who of a business's people was found to be whom. */
public record MergeBookId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergeBookId {}

    public static MergeBookId of(TenantId tenant) {
        return new MergeBookId(AggregateId.compose(tenant, "merge-book", tenant.value()));
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
