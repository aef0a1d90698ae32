package medflip.customers.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** What a business writes on the cards of its people. */
public record CardPlanId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CardPlanId {}

    public static CardPlanId of(TenantId tenant) {
        return new CardPlanId(AggregateId.compose(tenant, "card-plan", tenant.value()));
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
