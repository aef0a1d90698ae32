package medflip.messaging.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** One text to many people. */
public record CampaignId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {}

    public static CampaignId of(TenantId tenant, UUID local) {
        return new CampaignId(AggregateId.compose(tenant, "campaign", local));
    }

    /** What its text to one person is called: the same whoever asks, so that none is ever written twice. */
    public UUID textTo(UUID customer) {
        return UUID.nameUUIDFromBytes((value + "/" + customer).getBytes(StandardCharsets.UTF_8));
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
