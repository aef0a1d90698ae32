package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** How somebody wants lists to look, or all who work for a business. */
public record DeskId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeskId {}

    /** The one of a single user. */
    public static DeskId of(UserId user) {
        return new DeskId(AggregateId.compose(user.tenantId(), "desk", user.local()));
    }

    /** The one that all users of a business share. */
    public static DeskId shared(TenantId tenant) {
        return new DeskId(AggregateId.compose(tenant, "desk", tenant.value()));
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
