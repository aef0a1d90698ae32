package medflip.reports.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** A report that was handed in somewhere, and so has to say the same for ever. */
public record FiledReportId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FiledReportId {}

    public static FiledReportId of(TenantId tenant, UUID local) {
        return new FiledReportId(AggregateId.compose(tenant, "filed-report", local));
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
