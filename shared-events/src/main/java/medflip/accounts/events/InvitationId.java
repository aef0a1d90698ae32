package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** An address that was asked to join a business; it has a key of its own, so that it can be forgotten. */
public record InvitationId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvitationId {}

    public static InvitationId of(TenantId tenant, UUID local) {
        return new InvitationId(AggregateId.compose(tenant, "invitation", local));
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
