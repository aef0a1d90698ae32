package medflip.catalog.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.write.BuyerCommand.AddBuyer;
import medflip.catalog.write.BuyerCommand.CorrectBuyer;
import medflip.catalog.write.BuyerCommand.Details;
import medflip.catalog.write.BuyerCommand.RestoreBuyer;
import medflip.catalog.write.BuyerCommand.RetireBuyer;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.Texts;
import medflip.platform.text.Ids;
import medflip.platform.text.PhoneNumbers;
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

/** Changes of buyers. */
@RestController
@RequestMapping("/api/buyers")
class BuyersApi {

    private static final int NAME_MAX = 120;
    private static final int MONTHS_MAX = 60;
    private static final int DAYS_MAX = 365;

    /**
     * A buyer as a form sends it. What is left out of the terms is what most buyers do: any months, perfect and
     * slightly damaged boxes, retail, nothing taken off, the price of the order, paid at once.
     */
    record BuyerBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String note,
            @Nullable Integer minimumMonths,
            @Nullable List<Grade> grades,
            @Nullable List<Channel> channels,
            @Nullable Integer deduction,
            @Nullable PriceFixed priceFixed,
            @Nullable Integer paymentDays) {

        Details details() {
            Faults faults = new Faults();
            Details details = new Details(
                    faults.required("name", name, text -> Texts.line("A name", text, NAME_MAX)),
                    faults.optional("contact", contact, PersonName::parse),
                    faults.optional("phone", phone, PhoneNumbers::parse),
                    faults.optional("email", email, EmailAddress::parse),
                    faults.optional("note", note, PersonalText::parse),
                    new BuyerTerms(
                            number(faults, "minimumMonths", minimumMonths, MONTHS_MAX),
                            grades == null ? List.of(Grade.PERFECT, Grade.SLIGHT_DAMAGE) : List.copyOf(grades),
                            channels == null ? List.of(Channel.RETAIL) : List.copyOf(channels),
                            number(faults, "deduction", deduction, 100),
                            priceFixed == null ? PriceFixed.ON_ORDER : priceFixed,
                            number(faults, "paymentDays", paymentDays, DAYS_MAX)));
            faults.check(!details.terms().grades().isEmpty(), "grades", "A buyer takes some condition.");
            faults.check(!details.terms().channels().isEmpty(), "channels", "A buyer takes some channel.");
            faults.throwIfAny();
            return details;
        }

        private static int number(Faults faults, String field, @Nullable Integer number, int most) {
            faults.check(number == null || number >= 0 && number <= most, field, "This is 0 to " + most + ".");
            return number == null ? 0 : number;
        }
    }

    @PostMapping
    ResponseEntity<CommandAnswer> add(CommandRequest request, @RequestBody BuyerBody body) {
        UUID id = body.id() == null ? Ids.next() : body.id();
        return request.make(new AddBuyer(BuyerId.of(request.caller().tenant(), id), body.details()));
    }

    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correct(CommandRequest request, @PathVariable UUID id, @RequestBody BuyerBody body) {
        return request.change(new CorrectBuyer(buyer(request, id), body.details()));
    }

    @PostMapping("/{id}/retire")
    ResponseEntity<CommandAnswer> retire(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RetireBuyer(buyer(request, id)));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<CommandAnswer> restore(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RestoreBuyer(buyer(request, id)));
    }

    private static BuyerId buyer(CommandRequest request, UUID id) {
        return BuyerId.of(request.caller().tenant(), id);
    }
}
