package medflip.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** A wholesale company that boxes are sold to; whom one speaks to there has a key of their own. */
public record BuyerId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuyerId {}

    public static BuyerId of(TenantId tenant, UUID local) {
        return new BuyerId(AggregateId.compose(tenant, "buyer", local));
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
