package medflip.sales.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleId;
import medflip.sales.write.SaleCommand.CancelSale;
import medflip.sales.write.SaleCommand.CloseSale;
import medflip.sales.write.SaleCommand.ConfirmSale;
import medflip.sales.write.SaleCommand.DeliverSale;
import medflip.sales.write.SaleCommand.InvoiceSale;
import medflip.sales.write.SaleCommand.OfferSale;
import medflip.sales.write.SaleCommand.PackSale;
import medflip.sales.write.SaleCommand.RecordInspection;
import medflip.sales.write.SaleCommand.RecordReceipt;
import medflip.sales.write.SaleCommand.ReopenSale;
import medflip.sales.write.SaleCommand.ShipSale;
import medflip.sales.write.SaleCommand.UndoReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of sales. A date that a caller leaves out is today, where the business is; no past fact lies after it. */
@RestController
@RequestMapping("/api/sales")
class SalesApi {

    private static final int TEXT_MAX = 60;
    static final int LINES_MAX = 500;

    private final BusinessCalendar calendar;

    SalesApi(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    record ShipSaleBody(
            @Nullable String carrier,
            @Nullable String tracking,
            @Nullable LocalDate shippedOn) {}

    record DeliverSaleBody(@Nullable LocalDate deliveredOn) {}

    /** What the buyer found; {@code deducted} is all that comes off the line's price, rejected boxes included. */
    record InspectedLineBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID lotId,
            @Nullable Integer rejected,
            @Nullable RejectedBoxes fate,
            @Schema(requiredMode = REQUIRED) @Nullable Money deducted) {}

    record InspectionBody(
            @Nullable List<InspectedLineBody> lines,
            @Nullable LocalDate inspectedOn) {}

    record InvoiceBody(
            @Nullable LocalDate invoicedOn, @Nullable LocalDate dueOn) {}

    record ReceiptBody(
            @Nullable UUID receiptId,
            @Schema(requiredMode = REQUIRED) @Nullable Money amount,
            @Schema(requiredMode = REQUIRED) @Nullable ReceiptMethod method,
            @Nullable String reference,
            @Nullable LocalDate receivedOn) {}

    record UndoReceiptBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID receiptId) {}

    /** Notes that the buyer was told. */
    @PostMapping("/{id}/offer")
    ResponseEntity<CommandAnswer> offerSale(CommandRequest request, @PathVariable UUID id) {
        return request.change(new OfferSale(sale(request, id), today(request)));
    }

    /** The buyer agrees: all boxes are set aside, or the first lot that can't says why. */
    @PostMapping("/{id}/confirm")
    ResponseEntity<CommandAnswer> confirmSale(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ConfirmSale(sale(request, id), today(request)));
    }

    /** Makes a confirmed sale a draft again and frees its boxes. */
    @PostMapping("/{id}/reopen")
    ResponseEntity<CommandAnswer> reopenSale(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ReopenSale(sale(request, id)));
    }

    @PostMapping("/{id}/pack")
    ResponseEntity<CommandAnswer> packSale(CommandRequest request, @PathVariable UUID id) {
        return request.change(new PackSale(sale(request, id), today(request)));
    }

    @PostMapping("/{id}/ship")
    ResponseEntity<CommandAnswer> shipSale(
            CommandRequest request, @PathVariable UUID id, @RequestBody ShipSaleBody body) {
        Faults faults = new Faults();
        String carrier = faults.optional("carrier", body.carrier(), text -> Texts.line("A carrier", text, TEXT_MAX));
        String tracking =
                faults.optional("tracking", body.tracking(), text -> Texts.line("A tracking number", text, TEXT_MAX));
        LocalDate shippedOn = day(request, faults, "shippedOn", body.shippedOn());
        faults.throwIfAny();
        return request.change(new ShipSale(sale(request, id), carrier, tracking, shippedOn));
    }

    @PostMapping("/{id}/deliver")
    ResponseEntity<CommandAnswer> deliverSale(
            CommandRequest request, @PathVariable UUID id, @RequestBody DeliverSaleBody body) {
        Faults faults = new Faults();
        LocalDate deliveredOn = day(request, faults, "deliveredOn", body.deliveredOn());
        faults.throwIfAny();
        return request.change(new DeliverSale(sale(request, id), deliveredOn));
    }

    /** Enters what the buyer found: deductions, and boxes that were rejected. */
    @PostMapping("/{id}/inspect")
    ResponseEntity<CommandAnswer> recordInspection(
            CommandRequest request, @PathVariable UUID id, @RequestBody InspectionBody body) {
        Faults faults = new Faults();
        List<InspectedLineBody> bodies = body.lines() == null ? List.of() : body.lines();
        faults.check(bodies.size() <= LINES_MAX, "lines", "A sale has at most " + LINES_MAX + " lines.");
        List<InspectedLine> lines = IntStream.range(0, Math.min(bodies.size(), LINES_MAX))
                .mapToObj(i -> inspected(request.caller().tenant(), faults, "lines[" + i + "].", bodies.get(i)))
                .toList();
        LocalDate inspectedOn = day(request, faults, "inspectedOn", body.inspectedOn());
        faults.throwIfAny();
        return request.change(new RecordInspection(sale(request, id), lines, inspectedOn));
    }

    /** Bills the buyer; the invoice gets the next number, and is due as the sale's terms say unless told otherwise. */
    @PostMapping("/{id}/invoice")
    ResponseEntity<CommandAnswer> invoiceSale(
            CommandRequest request, @PathVariable UUID id, @RequestBody InvoiceBody body) {
        Faults faults = new Faults();
        LocalDate invoicedOn = day(request, faults, "invoicedOn", body.invoicedOn());
        faults.throwIfAny();
        return request.change(new InvoiceSale(sale(request, id), invoicedOn, body.dueOn()));
    }

    /** Enters money that came from the buyer; part of what is owed, or all of it. */
    @PostMapping("/{id}/receipts")
    ResponseEntity<CommandAnswer> recordReceipt(
            CommandRequest request, @PathVariable UUID id, @RequestBody ReceiptBody body) {
        Faults faults = new Faults();
        Money amount = faults.required("amount", body.amount(), Money::requireUsable);
        ReceiptMethod method = faults.required("method", body.method(), m -> m);
        PersonalText reference = faults.optional("reference", body.reference(), PersonalText::parse);
        LocalDate receivedOn = day(request, faults, "receivedOn", body.receivedOn());
        faults.throwIfAny();
        return request.change(
                new RecordReceipt(sale(request, id), orNext(body.receiptId()), amount, method, reference, receivedOn));
    }

    @PostMapping("/{id}/undo-receipt")
    ResponseEntity<CommandAnswer> undoReceipt(
            CommandRequest request, @PathVariable UUID id, @RequestBody UndoReceiptBody body) {
        Faults faults = new Faults();
        UUID receipt = faults.required("receiptId", body.receiptId(), each -> each);
        faults.throwIfAny();
        return request.change(new UndoReceipt(sale(request, id), receipt, today(request)));
    }

    @PostMapping("/{id}/close")
    ResponseEntity<CommandAnswer> closeSale(CommandRequest request, @PathVariable UUID id) {
        return request.change(new CloseSale(sale(request, id), today(request)));
    }

    /** Gives the sale up before it ships and frees its boxes. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<CommandAnswer> cancelSale(CommandRequest request, @PathVariable UUID id) {
        return request.change(new CancelSale(sale(request, id), today(request)));
    }

    private static InspectedLine inspected(TenantId tenant, Faults faults, String field, InspectedLineBody body) {
        UUID lot = faults.required(field + "lotId", body.lotId(), id -> id);
        Money deducted = faults.required(field + "deducted", body.deducted(), Money::requireUsable);
        return new InspectedLine(
                LotId.of(tenant, lot),
                body.rejected() == null ? 0 : body.rejected(),
                body.fate() == null ? RejectedBoxes.RETURNED : body.fate(),
                deducted);
    }

    private LocalDate day(CommandRequest request, Faults faults, String field, @Nullable LocalDate day) {
        LocalDate today = today(request);
        faults.check(day == null || !day.isAfter(today), field, "This day is still to come.");
        return day == null ? today : day;
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }

    static SaleId sale(CommandRequest request, UUID id) {
        return SaleId.of(request.caller().tenant(), id);
    }

    static UUID orNext(@Nullable UUID id) {
        return id == null ? Ids.next() : id;
    }
}
