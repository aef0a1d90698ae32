package medflip.messaging.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** By which account at Twilio a business texts; it has one. */
public record TwilioConnectionId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TwilioConnectionId {}

    public static TwilioConnectionId of(TenantId tenant, UUID local) {
        return new TwilioConnectionId(AggregateId.compose(tenant, "twilio-connection", local));
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
