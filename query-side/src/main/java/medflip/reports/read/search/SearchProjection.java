package medflip.reports.read.search;

import java.util.stream.Stream;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.kernel.AggregateId;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.reports.read.search.Hit.Kind;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Keeps the words by which people, products and buyers are called. */
@Projection(processingGroup = SearchProjection.GROUP, tables = "search_word")
class SearchProjection {

    static final String GROUP = "reports.search";

    @EventHandler
    void on(CustomerRegistered event, Rows rows) {
        called(Kind.customer, event.customerId(), rows, event.name().value());
    }

    @EventHandler
    void on(CustomerRenamed event, Rows rows) {
        called(Kind.customer, event.customerId(), rows, event.name().value());
    }

    @EventHandler
    void on(CustomerErased event, Rows rows) {
        called(Kind.customer, event.customerId(), rows);
    }

    @EventHandler
    void on(ProductAdded event, Rows rows) {
        called(event.variant(), event.productId(), rows);
    }

    @EventHandler
    void on(ProductCorrected event, Rows rows) {
        called(event.variant(), event.productId(), rows);
    }

    @EventHandler
    void on(BuyerAdded event, Rows rows) {
        called(Kind.buyer, event.buyerId(), rows, event.name());
    }

    @EventHandler
    void on(BuyerCorrected event, Rows rows) {
        called(Kind.buyer, event.buyerId(), rows, event.name());
    }

    private static void called(ProductVariant variant, AggregateId id, Rows rows) {
        called(Kind.product, id, rows, variant.name(), variant.manufacturer(), variant.brand(), variant.line());
    }

    private static void called(Kind kind, AggregateId id, Rows rows, @Nullable String... names) {
        rows.write(
                id,
                "DELETE FROM search_word WHERE tenant_id = ? AND kind = ? AND id = ?",
                id.tenantId(),
                kind.name(),
                id);
        Stream.of(SearchText.beginnings(names).strip().split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .forEach(word -> rows.write(
                        id,
                        "INSERT INTO search_word (tenant_id, kind, id, word) VALUES (?, ?, ?, ?)",
                        id.tenantId(),
                        kind.name(),
                        id,
                        word));
    }
}
