package medflip.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** One product of a business: an item that it buys and sells. */
public record ProductId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductId {}

    public static ProductId of(TenantId tenant, UUID local) {
        return new ProductId(AggregateId.compose(tenant, "product", local));
    }

    /**
     * The product that was first called so: always the same, however the name is written, so that whoever enters it (a
     * person, the seed list, an import) enters it once.
     */
    public static ProductId named(TenantId tenant, String name) {
        byte[] text = (tenant + "/product/" + ProductVariant.fold(name)).getBytes(StandardCharsets.UTF_8);
        return of(tenant, UUID.nameUUIDFromBytes(text));
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
