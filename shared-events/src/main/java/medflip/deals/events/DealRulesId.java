package medflip.deals.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** The rules that a business has for its deals. */
public record DealRulesId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DealRulesId {}

    public static DealRulesId of(TenantId tenant) {
        return new DealRulesId(AggregateId.compose(tenant, "deal-rules", tenant.value()));
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
