package medflip.sales.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.Bulk;
import medflip.platform.web.Bulk.BulkAnswer;
import medflip.platform.web.Bulk.Chosen;
import medflip.platform.web.Bulk.Wish;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.SaleId;
import medflip.sales.write.SaleCommand.CancelSale;
import medflip.sales.write.SaleCommand.CloseSale;
import medflip.sales.write.SaleCommand.DeliverSale;
import medflip.sales.write.SaleCommand.PackSale;
import medflip.sales.write.SaleCommand.RecordWholeReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One step for several sales. Each is decided for itself: one that is refused never stops the rest. */
@RestController
@RequestMapping("/api/sales/bulk")
class BulkSalesApi {

    private static final int SALES_MAX = 100;

    private final BusinessCalendar calendar;
    private final Bulk bulk;

    BulkSalesApi(BusinessCalendar calendar, Bulk bulk) {
        this.calendar = calendar;
        this.bulk = bulk;
    }

    enum SaleStepForMany {
        PACK,
        DELIVER,
        PAY,
        CLOSE,
        CANCEL
    }

    /** {@code method} goes with {@code PAY}: all that is owed came. */
    record BulkOfSalesBody(
            @Schema(requiredMode = REQUIRED) @Nullable SaleStepForMany step,
            @Nullable ReceiptMethod method,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the sales the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfSales(Caller caller, @RequestBody BulkOfSalesBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the sales that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfSales(CommandRequest request, @RequestBody BulkOfSalesBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private List<Wish> wishes(TenantId tenant, BulkOfSalesBody body) {
        Faults faults = new Faults();
        Function<SaleId, SaleCommand> step =
                faults.required("step", body.step(), each -> command(faults, each, body, calendar.today(tenant)));
        return Bulk.wishes(
                faults, SALES_MAX, body.chosen(), step == null ? null : id -> step.apply(SaleId.of(tenant, id)));
    }

    private static Function<SaleId, SaleCommand> command(
            Faults faults, SaleStepForMany step, BulkOfSalesBody body, LocalDate today) {
        return switch (step) {
            case PACK -> sale -> new PackSale(sale, today);
            case DELIVER -> sale -> new DeliverSale(sale, today);
            case PAY -> {
                ReceiptMethod method = faults.required("method", body.method(), each -> each);
                yield sale -> new RecordWholeReceipt(sale, Ids.next(), method, today);
            }
            case CLOSE -> sale -> new CloseSale(sale, today);
            case CANCEL -> sale -> new CancelSale(sale, today);
        };
    }
}
