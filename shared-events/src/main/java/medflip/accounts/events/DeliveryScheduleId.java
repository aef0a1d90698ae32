package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/**
 * A list that is delivered again and again. Its name and its filter, which may name people, stand under its own key.
 */
public record DeliveryScheduleId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeliveryScheduleId {}

    public static DeliveryScheduleId of(TenantId tenant, UUID local) {
        return new DeliveryScheduleId(AggregateId.compose(tenant, "delivery-schedule", local));
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
