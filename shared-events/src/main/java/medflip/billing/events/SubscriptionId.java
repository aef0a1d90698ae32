package medflip.billing.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** What a business pays for the service, and whether: each business has one such record. */
public record SubscriptionId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubscriptionId {}

    public static SubscriptionId of(TenantId tenant) {
        return new SubscriptionId(AggregateId.compose(tenant, "subscription", tenant.value()));
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
