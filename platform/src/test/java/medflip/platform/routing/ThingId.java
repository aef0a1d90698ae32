package medflip.platform.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;

/** Of something that has no other meaning than to be decided about. */
record ThingId(String value) implements AggregateId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ThingId {}

    @JsonValue
    @Override
    public String value() {
        return value;
    }
}
