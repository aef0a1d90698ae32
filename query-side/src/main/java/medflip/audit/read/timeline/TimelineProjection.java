package medflip.audit.read.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import medflip.catalog.events.ProductEvent;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.deals.events.CourseEvent;
import medflip.deals.events.DealEvent;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.PayoutEvent;
import medflip.deals.events.QuoteEvent;
import medflip.inventory.events.LotEvent;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.kernel.Money;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Notes each event under what it is about. What it tells of the event is chosen here, value by value, so that nothing
 * personal comes in.
 */
@Projection(processingGroup = TimelineProjection.GROUP, tables = "timeline_entry")
class TimelineProjection {

    static final String GROUP = "audit.timeline";

    private static final String ENTRY = """
            INSERT INTO timeline_entry
                (tenant_id, position, customer_id, product_id, deal_id, lot_id, recorded_at, event, actor, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    @EventHandler
    void on(CustomerEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case CustomerRegistered registered -> {
                Map<String, Object> told =
                        person(registered.phones().size(), registered.emails().size(), registered.leadSource());
                told.put("imported", registered.importId() != null ? "yes" : "no");
                yield told;
            }
            case CustomerDetailsCorrected corrected ->
                person(corrected.phones().size(), corrected.emails().size(), corrected.leadSource());
            case CustomerArchived archived -> Map.of();
            case CustomerRestored restored -> Map.of();
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.customerId().tenantId(),
                recorded.position(),
                event.customerId(),
                null,
                null,
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    @EventHandler
    void on(ProductEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case ProductAdded added -> {
                Map<String, Object> told = product(added.variant());
                told.put("imported", added.importId() != null ? "yes" : "no");
                yield told;
            }
            case ProductCorrected corrected -> product(corrected.variant());
            case ProductRetired retired -> Map.of();
            case ProductRestored restored -> Map.of();
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.productId().tenantId(),
                recorded.position(),
                null,
                event.productId(),
                null,
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    @EventHandler
    void on(DealEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case QuoteEvent quote -> DealDetails.of(quote);
            case CourseEvent course -> DealDetails.of(course);
            case DeliveryEvent delivery -> DealDetails.of(delivery);
            case InspectionEvent inspection -> DealDetails.of(inspection);
            case PayoutEvent payout -> DealDetails.of(payout);
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.dealId().tenantId(),
                recorded.position(),
                null,
                null,
                event.dealId(),
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    @EventHandler
    void on(LotEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case LotStocked stocked ->
                told(
                        "item", stocked.item(),
                        "expiry", stocked.expiry(),
                        "grade", stocked.grade(),
                        "boxes", stocked.quantity(),
                        "landedCost", stocked.landedCost(),
                        "stockedOn", stocked.stockedOn());
            case LotSold sold ->
                told(
                        "item", sold.item(),
                        "buyer", sold.buyer(),
                        "boxes", sold.quantity(),
                        "proceeds", sold.proceeds(),
                        "landedCost", sold.landedCost(),
                        "profit", sold.proceeds().minus(sold.landedCost()),
                        "soldOn", sold.soldOn());
        };
        DealId deal = switch (event) {
            case LotStocked stocked -> stocked.dealId();
            case LotSold sold -> sold.dealId();
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.lotId().tenantId(),
                recorded.position(),
                null,
                null,
                deal,
                event.lotId(),
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    private static Map<String, Object> product(ProductVariant variant) {
        Map<String, Object> detail = told("name", variant.name(), "channel", variant.channel());
        if (variant.code() != null) {
            detail.put("code", variant.code());
        }
        return detail;
    }

    private static Map<String, Object> person(int phones, int emails, @Nullable String leadSource) {
        Map<String, Object> detail = told("phones", phones, "emails", emails);
        if (leadSource != null) {
            detail.put("leadSource", leadSource);
        }
        return detail;
    }

    /** Names and values in turn. Numbers and amounts stay what they are; everything else becomes a text. */
    static Map<String, Object> told(Object... namesAndValues) {
        Map<String, Object> detail = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            detail.put(
                    (String) namesAndValues[i],
                    value instanceof Number || value instanceof Money ? value : value.toString());
        }
        return detail;
    }
}
