package medflip.catalog.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ProductId;
import medflip.catalog.write.ProductCommand.PutIntoCategory;
import medflip.catalog.write.ProductCommand.PutIntoChannel;
import medflip.catalog.write.ProductCommand.RestoreProduct;
import medflip.catalog.write.ProductCommand.RetireProduct;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Bulk;
import medflip.platform.web.Bulk.BulkAnswer;
import medflip.platform.web.Bulk.Chosen;
import medflip.platform.web.Bulk.Wish;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One step for several products. Each is decided for itself: one that is refused never stops the rest. */
@RestController
@RequestMapping("/api/products/bulk")
class BulkProductsApi {

    private static final int PRODUCTS_MAX = 200;

    private final Bulk bulk;

    BulkProductsApi(Bulk bulk) {
        this.bulk = bulk;
    }

    enum ProductStep {
        SET_CATEGORY,
        SET_CHANNEL,
        RETIRE,
        RESTORE
    }

    /** {@code category}, or none, goes with {@code SET_CATEGORY}, {@code channel} with {@code SET_CHANNEL}. */
    record BulkOfProductsBody(
            @Schema(requiredMode = REQUIRED) @Nullable ProductStep step,
            @Nullable String category,
            @Nullable Channel channel,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the products the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfProducts(Caller caller, @RequestBody BulkOfProductsBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the products that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfProducts(CommandRequest request, @RequestBody BulkOfProductsBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private static List<Wish> wishes(TenantId tenant, BulkOfProductsBody body) {
        Faults faults = new Faults();
        Function<ProductId, ProductCommand> step =
                faults.required("step", body.step(), each -> command(faults, each, body));
        return Bulk.wishes(
                faults, PRODUCTS_MAX, body.chosen(), step == null ? null : id -> step.apply(ProductId.of(tenant, id)));
    }

    private static Function<ProductId, ProductCommand> command(
            Faults faults, ProductStep step, BulkOfProductsBody body) {
        return switch (step) {
            case SET_CATEGORY -> {
                String category = faults.optional("category", body.category(), ProductsApi::category);
                yield product -> new PutIntoCategory(product, category);
            }
            case SET_CHANNEL -> {
                Channel channel = faults.required("channel", body.channel(), each -> each);
                yield product -> new PutIntoChannel(product, channel);
            }
            case RETIRE -> RetireProduct::new;
            case RESTORE -> RestoreProduct::new;
        };
    }
}
