package medflip.inventory.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** One lot on the shelf. */
public record LotId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LotId {}

    public static LotId of(TenantId tenant, UUID local) {
        return new LotId(AggregateId.compose(tenant, "lot", local));
    }

    /** The lot that a deal's line becomes: always the same, so that stocking it twice makes it once. */
    public static LotId of(DealId deal, int line) {
        byte[] name = (deal.value() + "/line/" + line).getBytes(StandardCharsets.UTF_8);
        return of(deal.tenantId(), UUID.nameUUIDFromBytes(name));
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
