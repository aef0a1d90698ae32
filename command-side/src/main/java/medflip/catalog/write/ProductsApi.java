package medflip.catalog.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.UUID;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.AddProduct;
import medflip.catalog.write.ProductCommand.CorrectProduct;
import medflip.catalog.write.ProductCommand.RestoreProduct;
import medflip.catalog.write.ProductCommand.RetireProduct;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of products. */
@RestController
@RequestMapping("/api/products")
class ProductsApi {

    private static final int NAME_MAX = 200;
    private static final int WORD_MAX = 80;
    private static final int COUNT_MAX = 100_000;

    private final ProductIndex names;

    ProductsApi(ProductIndex names) {
        this.names = names;
    }

    /** A product as a form sends it. Without a channel it is retail. */
    record ProductBody(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable String category,
            @Nullable String manufacturer,
            @Nullable String brand,
            @Nullable String line,
            @Nullable Integer count,
            @Nullable String unit,
            @Nullable String code,
            @Nullable Channel channel) {

        ProductVariant variant() {
            Faults faults = new Faults();
            String parsedName = faults.required("name", name, text -> Texts.line("A name", text, NAME_MAX));
            faults.check(
                    parsedName == null || !ProductVariant.fold(parsedName).isEmpty(),
                    "name",
                    "A name has letters or digits.");
            faults.check(
                    count == null || count >= 1 && count <= COUNT_MAX, "count", "A count is 1 to " + COUNT_MAX + ".");
            ProductVariant variant = new ProductVariant(
                    parsedName,
                    faults.optional("category", category, ProductsApi::category),
                    faults.optional("manufacturer", manufacturer, ProductsApi::word),
                    faults.optional("brand", brand, ProductsApi::word),
                    faults.optional("line", line, ProductsApi::word),
                    count,
                    faults.optional("unit", unit, ProductsApi::word),
                    faults.optional("code", code, ProductsApi::word),
                    channel == null ? Channel.RETAIL : channel);
            faults.throwIfAny();
            return variant;
        }
    }

    static String category(String text) {
        return word(text).toLowerCase(Locale.ROOT);
    }

    private static String word(String text) {
        return Texts.line("This", text, WORD_MAX);
    }

    /** Adds a product; its id follows from its name. */
    @PostMapping
    ResponseEntity<CommandAnswer> add(CommandRequest request, @RequestBody ProductBody body) {
        ProductVariant variant = body.variant();
        TenantId tenant = request.caller().tenant();
        ProductId id = ProductId.named(tenant, variant.name());
        // One that was given this name later. Whether this one is there already, it says itself: a repeat is no clash.
        names.find(tenant, variant.name()).ifPresent(found -> require(found.equals(id), ProductRejection.NAME_TAKEN));
        return request.make(new AddProduct(id, variant));
    }

    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correct(
            CommandRequest request, @PathVariable UUID id, @RequestBody ProductBody body) {
        ProductVariant variant = body.variant();
        ProductId product = product(request, id);
        names.find(product.tenantId(), variant.name())
                .ifPresent(found -> require(found.equals(product), ProductRejection.NAME_TAKEN));
        return request.change(new CorrectProduct(product, variant));
    }

    @PostMapping("/{id}/retire")
    ResponseEntity<CommandAnswer> retire(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RetireProduct(product(request, id)));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<CommandAnswer> restore(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RestoreProduct(product(request, id)));
    }

    private static ProductId product(CommandRequest request, UUID id) {
        return ProductId.of(request.caller().tenant(), id);
    }
}
