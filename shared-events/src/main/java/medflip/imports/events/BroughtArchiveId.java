package medflip.imports.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** An archive that another server made of a business, and that was brought to this one. */
public record BroughtArchiveId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BroughtArchiveId {}

    public static BroughtArchiveId of(TenantId tenant, UUID local) {
        return new BroughtArchiveId(AggregateId.compose(tenant, "brought-archive", local));
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
