package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.customers.write.CustomersApi.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import medflip.customers.events.CardPlan.Field;
import medflip.customers.events.HandleKind;
import medflip.customers.write.CustomerCommand.AddPayoutHandle;
import medflip.customers.write.CustomerCommand.AllowPurchases;
import medflip.customers.write.CustomerCommand.FillField;
import medflip.customers.write.CustomerCommand.PutTagOn;
import medflip.customers.write.CustomerCommand.RemovePayoutHandle;
import medflip.customers.write.CustomerCommand.RestorePayoutHandle;
import medflip.customers.write.CustomerCommand.RuleOutPurchases;
import medflip.customers.write.CustomerCommand.TakeTagOff;
import medflip.kernel.PersonalText;
import medflip.kernel.Texts;
import medflip.platform.command.KnownStreams;
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

/** Changes of what stands on a customer's card beside who they are. */
@RestController
@RequestMapping("/api/customers/{id}")
class CardApi {

    private static final int HANDLE_MAX = 200;

    private final KnownStreams known;
    private final CardPlans plans;

    CardApi(KnownStreams known, CardPlans plans) {
        this.known = known;
        this.plans = plans;
    }

    record TagIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID tagId) {

        UUID required() {
            return CardApi.required("tagId", tagId);
        }
    }

    /** {@code value}: left out, the field is emptied. */
    record FieldValueBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID fieldId,
            @Nullable String value) {}

    record RuleOutBody(
            @Schema(requiredMode = REQUIRED) @Nullable String reason) {}

    /** {@code handle}: a number, an address or a name, as the payment service knows the person. */
    record HandleBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable HandleKind kind,
            @Schema(requiredMode = REQUIRED) @Nullable String handle) {}

    record HandleIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID handleId) {

        UUID required() {
            return CardApi.required("handleId", handleId);
        }
    }

    @PostMapping("/tags")
    ResponseEntity<CommandAnswer> putTagOn(CommandRequest request, @PathVariable UUID id, @RequestBody TagIdBody body) {
        UUID tag = body.required();
        known.requireKnown(customer(request, id));
        plans.requireTag(request.caller().tenant(), tag);
        return request.change(new PutTagOn(customer(request, id), tag));
    }

    @PostMapping("/tags/remove")
    ResponseEntity<CommandAnswer> takeTagOff(
            CommandRequest request, @PathVariable UUID id, @RequestBody TagIdBody body) {
        return request.change(new TakeTagOff(customer(request, id), body.required()));
    }

    /** Fills in a field that the business planned for its cards. */
    @PostMapping("/fields")
    ResponseEntity<CommandAnswer> fillField(
            CommandRequest request, @PathVariable UUID id, @RequestBody FieldValueBody body) {
        UUID fieldId = required("fieldId", body.fieldId());
        known.requireKnown(customer(request, id));
        Field field = plans.field(request.caller().tenant(), fieldId);
        Faults faults = new Faults();
        PersonalText value = faults.optional("value", body.value(), text -> CardPlans.value(field, text));
        faults.throwIfAny();
        return request.change(new FillField(customer(request, id), fieldId, value));
    }

    /** Rules out that anything is bought from the person: no quote for them is given or accepted. */
    @PostMapping("/do-not-buy")
    ResponseEntity<CommandAnswer> ruleOutPurchases(
            CommandRequest request, @PathVariable UUID id, @RequestBody RuleOutBody body) {
        Faults faults = new Faults();
        PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
        faults.throwIfAny();
        return request.change(new RuleOutPurchases(customer(request, id), reason));
    }

    @PostMapping("/do-not-buy/lift")
    ResponseEntity<CommandAnswer> allowPurchases(CommandRequest request, @PathVariable UUID id) {
        return request.change(new AllowPurchases(customer(request, id)));
    }

    @PostMapping("/payout-handles")
    ResponseEntity<CommandAnswer> addPayoutHandle(
            CommandRequest request, @PathVariable UUID id, @RequestBody HandleBody body) {
        Faults faults = new Faults();
        HandleKind kind = faults.required("kind", body.kind(), k -> k);
        PersonalText handle = faults.required(
                "handle", body.handle(), text -> new PersonalText(Texts.line("This", text, HANDLE_MAX)));
        faults.throwIfAny();
        UUID handleId = Objects.requireNonNullElseGet(body.id(), Ids::next);
        return request.change(new AddPayoutHandle(customer(request, id), handleId, kind, handle));
    }

    @PostMapping("/payout-handles/remove")
    ResponseEntity<CommandAnswer> removePayoutHandle(
            CommandRequest request, @PathVariable UUID id, @RequestBody HandleIdBody body) {
        return request.change(new RemovePayoutHandle(customer(request, id), body.required()));
    }

    @PostMapping("/payout-handles/restore")
    ResponseEntity<CommandAnswer> restorePayoutHandle(
            CommandRequest request, @PathVariable UUID id, @RequestBody HandleIdBody body) {
        return request.change(new RestorePayoutHandle(customer(request, id), body.required()));
    }

    static UUID required(String field, @Nullable UUID id) {
        Faults faults = new Faults();
        UUID given = faults.required(field, id, each -> each);
        faults.throwIfAny();
        return given;
    }
}
