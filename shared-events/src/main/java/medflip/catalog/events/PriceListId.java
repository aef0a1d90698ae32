package medflip.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** The price list of a business, or of one of its buyers: what they pay. */
public record PriceListId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PriceListId {}

    public static PriceListId of(TenantId tenant, UUID local) {
        return new PriceListId(AggregateId.compose(tenant, "price-list", local));
    }

    /** What the business itself pays. */
    public static PriceListId own(TenantId tenant) {
        return of(tenant, tenant.value());
    }

    /** What a buyer pays. */
    public static PriceListId of(BuyerId buyer) {
        return of(buyer.tenantId(), buyer.local());
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
