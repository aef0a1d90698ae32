package medflip.inventory.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.kernel.Money;
import medflip.kernel.Texts;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of lots. A date that a caller leaves out is today, where the business is. */
@RestController
class LotsApi {

    private static final int BUYER_MAX = 120;

    private final BusinessCalendar calendar;

    LotsApi(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    record SellLotBody(
            @Nullable UUID saleId,
            @Schema(requiredMode = REQUIRED) @Nullable String buyer,
            @Schema(requiredMode = REQUIRED) @Nullable Integer quantity,
            @Schema(requiredMode = REQUIRED) @Nullable Money proceeds,
            @Nullable LocalDate soldOn) {}

    /** Sells boxes of a lot to a wholesale buyer. */
    @PostMapping("/api/lots/{id}/sales")
    ResponseEntity<CommandAnswer> sell(CommandRequest request, @PathVariable UUID id, @RequestBody SellLotBody body) {
        Faults faults = new Faults();
        String buyer = faults.required("buyer", body.buyer(), text -> Texts.line("A buyer", text, BUYER_MAX));
        Integer quantity = faults.required("quantity", body.quantity(), number -> number);
        Money proceeds = faults.required("proceeds", body.proceeds(), Money::requireUsable);
        faults.throwIfAny();
        return request.change(new SellLot(
                LotId.of(request.caller().tenant(), id),
                body.saleId() == null ? Ids.next() : body.saleId(),
                buyer,
                quantity,
                proceeds,
                body.soldOn() == null ? calendar.today(request.caller().tenant()) : body.soldOn()));
    }
}
