package medflip.messaging.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/**
 * All texts with one number. Its last part is a keyed hash of the number: what the number's owner decided is found
 * again whoever forgets the number, and whoever writes it down anew.
 */
public record ConversationId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationId {}

    public static ConversationId of(TenantId tenant, UUID local) {
        return new ConversationId(AggregateId.compose(tenant, "conversation", local));
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
