package medflip.sales.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.sales.write.SalesApi.LINES_MAX;
import static medflip.sales.write.SalesApi.orNext;
import static medflip.sales.write.SalesApi.sale;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.BuyerId;
import medflip.inventory.events.LotId;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleTerms;
import medflip.sales.write.Buyers.KnownBuyer;
import medflip.sales.write.SaleCommand.DraftSale;
import medflip.sales.write.SaleCommand.ReviseSale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sales as they are put together. */
@RestController
@RequestMapping("/api/sales")
class DraftsApi {

    private static final int BUYER_MAX = 120;
    private static final int MONTHS_MAX = 60;
    private static final int DAYS_MAX = 365;
    /** Where nothing else was agreed. */
    private static final int DUE_DAYS = 14;

    private final BusinessCalendar calendar;
    private final KnownStreams known;
    private final Buyers buyers;

    DraftsApi(BusinessCalendar calendar, KnownStreams known, Buyers buyers) {
        this.calendar = calendar;
        this.known = known;
        this.buyers = buyers;
    }

    /** Boxes of one lot; {@code price} is for all of them. */
    record SaleLineBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID lotId,
            @Schema(requiredMode = REQUIRED) @Nullable Integer quantity,
            @Schema(requiredMode = REQUIRED) @Nullable Money price) {}

    /**
     * A sale as it is put together. {@code buyer} is the name of one who isn't in the books. {@code minimumMonths} is
     * how many months the boxes must still last on the shipping day, {@code paymentDays} how many days after the
     * invoice the buyer pays: by default as that buyer's terms say.
     */
    record SaleBody(
            @Nullable UUID id,
            @Nullable UUID buyerId,
            @Nullable String buyer,
            @Nullable LocalDate shipOn,
            @Nullable Integer minimumMonths,
            @Nullable Integer paymentDays,
            @Schema(requiredMode = REQUIRED) @Nullable List<SaleLineBody> lines) {}

    /** Puts a sale together from lots. Nothing is set aside before it is confirmed. */
    @PostMapping
    ResponseEntity<CommandAnswer> draftSale(CommandRequest request, @RequestBody SaleBody body) {
        Faults faults = new Faults();
        SaleTerms terms = terms(request, faults, body);
        List<SaleLine> lines = lines(request, faults, body);
        faults.throwIfAny();
        lines.forEach(line -> known.requireKnown(line.lotId()));
        return request.make(new DraftSale(sale(request, orNext(body.id())), terms, lines));
    }

    /** Changes a draft. */
    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> reviseSale(
            CommandRequest request, @PathVariable UUID id, @RequestBody SaleBody body) {
        Faults faults = new Faults();
        SaleTerms terms = terms(request, faults, body);
        List<SaleLine> lines = lines(request, faults, body);
        faults.throwIfAny();
        lines.forEach(line -> known.requireKnown(line.lotId()));
        return request.change(new ReviseSale(sale(request, id), terms, lines));
    }

    /** What the body leaves out is as the buyer's usual terms say. */
    private SaleTerms terms(CommandRequest request, Faults faults, SaleBody body) {
        TenantId tenant = request.caller().tenant();
        BuyerId id = body.buyerId() == null ? null : BuyerId.of(tenant, body.buyerId());
        KnownBuyer known = id == null ? null : buyers.known(id);
        String buyer = known == null
                ? faults.required("buyer", body.buyer(), text -> Texts.line("A buyer", text, BUYER_MAX))
                : known.name();
        int months =
                orElse(body.minimumMonths(), known == null ? 0 : known.terms().minimumMonths());
        faults.check(
                months >= 0 && months <= MONTHS_MAX,
                "minimumMonths",
                "Boxes can be asked to last 0 to " + MONTHS_MAX + " months.");
        int days = orElse(
                body.paymentDays(), known == null ? DUE_DAYS : known.terms().paymentDays());
        faults.check(
                days >= 0 && days <= DAYS_MAX, "paymentDays", "An invoice is paid within 0 to " + DAYS_MAX + " days.");
        LocalDate shipOn = body.shipOn() == null ? calendar.today(tenant) : body.shipOn();
        return new SaleTerms(id, buyer, shipOn, months, buyers.monthCount(tenant), days);
    }

    private static List<SaleLine> lines(CommandRequest request, Faults faults, SaleBody body) {
        List<SaleLineBody> bodies = body.lines() == null ? List.of() : body.lines();
        faults.check(!bodies.isEmpty(), "lines", SaleRejection.NO_LINES.message());
        faults.check(bodies.size() <= LINES_MAX, "lines", "A sale has at most " + LINES_MAX + " lines.");
        return IntStream.range(0, Math.min(bodies.size(), LINES_MAX))
                .mapToObj(i -> line(request.caller().tenant(), faults, "lines[" + i + "].", bodies.get(i)))
                .toList();
    }

    private static int orElse(@Nullable Integer asked, int usual) {
        return asked == null ? usual : asked;
    }

    private static SaleLine line(TenantId tenant, Faults faults, String field, SaleLineBody body) {
        UUID lot = faults.required(field + "lotId", body.lotId(), id -> id);
        Integer quantity = faults.required(field + "quantity", body.quantity(), number -> number);
        Money price = faults.required(field + "price", body.price(), Money::requireUsable);
        return new SaleLine(LotId.of(tenant, lot), quantity == null ? 0 : quantity, price);
    }
}
