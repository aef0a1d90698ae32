package medflip.sales.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;

/** The one book in which a business numbers its invoices. */
public record InvoiceBookId(String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvoiceBookId {}

    public static InvoiceBookId of(TenantId tenant) {
        return new InvoiceBookId(AggregateId.compose(tenant, "invoice-book", tenant.value()));
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
