package medflip.accounts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/** The account of one business. */
public record AccountId(String value) implements DataSubject {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {}

    public static AccountId of(TenantId tenant, UUID local) {
        return new AccountId(AggregateId.compose(tenant, "account", local));
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
