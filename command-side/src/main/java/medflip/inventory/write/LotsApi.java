package medflip.inventory.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.inventory.write.LotCommand.CorrectLabel;
import medflip.inventory.write.LotCommand.CountLot;
import medflip.inventory.write.LotCommand.HoldLot;
import medflip.inventory.write.LotCommand.MoveLot;
import medflip.inventory.write.LotCommand.RegradeLot;
import medflip.inventory.write.LotCommand.RejoinPart;
import medflip.inventory.write.LotCommand.ReleaseHold;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.SplitLot;
import medflip.inventory.write.LotCommand.UndoWriteOff;
import medflip.inventory.write.LotCommand.WriteOffBoxes;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of lots. A date that a caller leaves out is today, where the business is; no date lies after it. */
@RestController
@RequestMapping("/api/lots/{id}")
class LotsApi {

    private static final int BUYER_MAX = 120;
    private static final int LABEL_MAX = 60;

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

    record SplitLotBody(
            @Nullable UUID partId,
            @Schema(requiredMode = REQUIRED) @Nullable Integer quantity,
            @Schema(requiredMode = REQUIRED) @Nullable Grade grade,
            @Nullable String location,
            @Nullable LocalDate splitOn) {}

    record MoveLotBody(@Nullable String location) {}

    record RegradeLotBody(
            @Schema(requiredMode = REQUIRED) @Nullable Grade grade) {}

    record LabelBody(
            @Nullable String lotNumber,
            @Schema(requiredMode = REQUIRED) @Nullable YearMonth expiry) {}

    record CountLotBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer counted,
            @Nullable CountReason reason,
            @Nullable String note,
            @Nullable LocalDate countedOn) {}

    record WriteOffBody(
            @Nullable UUID writeOffId,
            @Schema(requiredMode = REQUIRED) @Nullable Integer quantity,
            @Schema(requiredMode = REQUIRED) @Nullable WriteOffReason reason,
            @Nullable String note,
            @Nullable LocalDate writtenOffOn) {}

    record UndoWriteOffBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID writeOffId) {}

    record HoldLotBody(
            @Schema(requiredMode = REQUIRED) @Nullable HoldReason reason,
            @Nullable String note) {}

    /** Sells boxes of a lot to a wholesale buyer, in one step. */
    @PostMapping("/sales")
    ResponseEntity<CommandAnswer> sellLot(
            CommandRequest request, @PathVariable UUID id, @RequestBody SellLotBody body) {
        Faults faults = new Faults();
        String buyer = faults.required("buyer", body.buyer(), text -> Texts.line("A buyer", text, BUYER_MAX));
        Integer quantity = faults.required("quantity", body.quantity(), number -> number);
        Money proceeds = faults.required("proceeds", body.proceeds(), Money::requireUsable);
        LocalDate soldOn = day(request, faults, "soldOn", body.soldOn());
        faults.throwIfAny();
        return request.change(new SellLot(lot(request, id), orNext(body.saleId()), buyer, quantity, proceeds, soldOn));
    }

    /** Makes some boxes a lot of their own, of another condition or at another place. */
    @PostMapping("/split")
    ResponseEntity<CommandAnswer> splitLot(
            CommandRequest request, @PathVariable UUID id, @RequestBody SplitLotBody body) {
        Faults faults = new Faults();
        Integer quantity = faults.required("quantity", body.quantity(), number -> number);
        Grade grade = faults.required("grade", body.grade(), g -> g);
        String location = faults.optional("location", body.location(), LotsApi::location);
        LocalDate splitOn = day(request, faults, "splitOn", body.splitOn());
        faults.throwIfAny();
        LotId part = LotId.of(request.caller().tenant(), orNext(body.partId()));
        return request.change(new SplitLot(lot(request, id), part, quantity, grade, location, splitOn));
    }

    /** Undoes a split: what is left of the part goes back to the lot that it was split off. */
    @PostMapping("/rejoin")
    ResponseEntity<CommandAnswer> rejoinPart(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RejoinPart(lot(request, id), today(request)));
    }

    /** Puts a lot elsewhere; without a location it has no place of its own. */
    @PostMapping("/move")
    ResponseEntity<CommandAnswer> moveLot(
            CommandRequest request, @PathVariable UUID id, @RequestBody MoveLotBody body) {
        Faults faults = new Faults();
        String location = faults.optional("location", body.location(), LotsApi::location);
        faults.throwIfAny();
        return request.change(new MoveLot(lot(request, id), location));
    }

    @PostMapping("/regrade")
    ResponseEntity<CommandAnswer> regradeLot(
            CommandRequest request, @PathVariable UUID id, @RequestBody RegradeLotBody body) {
        Faults faults = new Faults();
        Grade grade = faults.required("grade", body.grade(), g -> g);
        faults.throwIfAny();
        return request.change(new RegradeLot(lot(request, id), grade));
    }

    /** Notes what is printed on the boxes. */
    @PostMapping("/label")
    ResponseEntity<CommandAnswer> correctLabel(
            CommandRequest request, @PathVariable UUID id, @RequestBody LabelBody body) {
        Faults faults = new Faults();
        String lotNumber =
                faults.optional("lotNumber", body.lotNumber(), text -> Texts.line("A lot number", text, LABEL_MAX));
        YearMonth expiry = faults.required("expiry", body.expiry(), month -> month);
        faults.throwIfAny();
        return request.change(new CorrectLabel(lot(request, id), lotNumber, expiry));
    }

    /** Says how many boxes are really there; the difference is booked. */
    @PostMapping("/count")
    ResponseEntity<CommandAnswer> countLot(
            CommandRequest request, @PathVariable UUID id, @RequestBody CountLotBody body) {
        Faults faults = new Faults();
        Integer counted = faults.required("counted", body.counted(), number -> number);
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        LocalDate countedOn = day(request, faults, "countedOn", body.countedOn());
        faults.throwIfAny();
        return request.change(new CountLot(lot(request, id), counted, body.reason(), note, countedOn));
    }

    /** Takes boxes off the shelf without a sale. */
    @PostMapping("/write-offs")
    ResponseEntity<CommandAnswer> writeOffBoxes(
            CommandRequest request, @PathVariable UUID id, @RequestBody WriteOffBody body) {
        Faults faults = new Faults();
        Integer quantity = faults.required("quantity", body.quantity(), number -> number);
        WriteOffReason reason = faults.required("reason", body.reason(), r -> r);
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        LocalDate writtenOffOn = day(request, faults, "writtenOffOn", body.writtenOffOn());
        faults.throwIfAny();
        return request.change(
                new WriteOffBoxes(lot(request, id), orNext(body.writeOffId()), quantity, reason, note, writtenOffOn));
    }

    /** Puts the boxes of a write-off back on the shelf. */
    @PostMapping("/undo-write-off")
    ResponseEntity<CommandAnswer> undoWriteOff(
            CommandRequest request, @PathVariable UUID id, @RequestBody UndoWriteOffBody body) {
        Faults faults = new Faults();
        UUID writeOff = faults.required("writeOffId", body.writeOffId(), each -> each);
        faults.throwIfAny();
        return request.change(new UndoWriteOff(lot(request, id), writeOff, today(request)));
    }

    /** Lets nothing of a lot be sold. */
    @PostMapping("/hold")
    ResponseEntity<CommandAnswer> holdLot(
            CommandRequest request, @PathVariable UUID id, @RequestBody HoldLotBody body) {
        Faults faults = new Faults();
        HoldReason reason = faults.required("reason", body.reason(), r -> r);
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new HoldLot(lot(request, id), reason, note));
    }

    /** Lets a lot be sold again. */
    @PostMapping("/release")
    ResponseEntity<CommandAnswer> releaseHold(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ReleaseHold(lot(request, id)));
    }

    static String location(String text) {
        return Texts.line("A location", text, LABEL_MAX);
    }

    private LocalDate day(CommandRequest request, Faults faults, String field, @Nullable LocalDate day) {
        LocalDate today = today(request);
        faults.check(day == null || !day.isAfter(today), field, "This day is still to come.");
        return day == null ? today : day;
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }

    private static LotId lot(CommandRequest request, UUID id) {
        return LotId.of(request.caller().tenant(), id);
    }

    private static UUID orNext(@Nullable UUID id) {
        return id == null ? Ids.next() : id;
    }
}
