package medflip.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One business on the service. Everything it owns carries this id, and nobody else ever sees it. */
public record TenantId(UUID value) {

    /** The service itself, with its own staff: no business, so that nothing of any business is ever found under it. */
    public static final TenantId SERVICE = new TenantId(new UUID(0, 0));

    @JsonCreator
    public static TenantId of(String value) {
        return new TenantId(UUID.fromString(value));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
