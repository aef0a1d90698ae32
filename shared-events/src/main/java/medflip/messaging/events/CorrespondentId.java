package medflip.messaging.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/**
 * Who is behind a number: their number and their texts stand under their key. Once they are forgotten, somebody new is
 * behind it.
 */
public record CorrespondentId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CorrespondentId {}

    public static CorrespondentId of(TenantId tenant, UUID local) {
        return new CorrespondentId(AggregateId.compose(tenant, "correspondent", local));
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
