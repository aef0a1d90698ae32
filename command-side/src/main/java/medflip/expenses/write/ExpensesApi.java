package medflip.expenses.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.expenses.write.ExpenseCommand.CorrectExpense;
import medflip.expenses.write.ExpenseCommand.Details;
import medflip.expenses.write.ExpenseCommand.RecordExpense;
import medflip.expenses.write.ExpenseCommand.RestoreExpense;
import medflip.expenses.write.ExpenseCommand.VoidExpense;
import medflip.kernel.AttachedFile;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.KnownStreams;
import medflip.platform.files.FileRejection;
import medflip.platform.files.FileStore;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.text.Ids;
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

/** Changes of expenses. A date that a caller leaves out is today, where the business is. */
@RestController
@RequestMapping("/api/expenses")
class ExpensesApi {

    private final BusinessCalendar calendar;
    private final FileStore files;
    private final KnownStreams known;
    private final DealsAndSales dealsAndSales;

    ExpensesApi(BusinessCalendar calendar, FileStore files, KnownStreams known, DealsAndSales dealsAndSales) {
        this.calendar = calendar;
        this.files = files;
        this.known = known;
        this.dealsAndSales = dealsAndSales;
    }

    /**
     * An expense as a form sends it. {@code receiptId} is a file that was uploaded as the business's own;
     * {@code dealId} or {@code saleId} where the expense is for one of them.
     */
    record ExpenseBody(
            @Nullable UUID id,
            @Nullable LocalDate spentOn,
            @Schema(requiredMode = REQUIRED) @Nullable ExpenseCategory category,
            @Schema(requiredMode = REQUIRED) @Nullable String vendor,
            @Schema(requiredMode = REQUIRED) @Nullable Money amount,
            @Schema(requiredMode = REQUIRED) @Nullable PaymentMethod method,
            @Nullable String note,
            @Nullable UUID receiptId,
            @Nullable UUID dealId,
            @Nullable UUID saleId) {}

    record VoidBody(
            @Schema(requiredMode = REQUIRED) @Nullable String reason) {

        PersonalText parsed() {
            Faults faults = new Faults();
            PersonalText parsed = faults.required("reason", reason, PersonalText::parse);
            faults.throwIfAny();
            return parsed;
        }
    }

    /** Records an expense. */
    @PostMapping
    ResponseEntity<CommandAnswer> recordExpense(CommandRequest request, @RequestBody ExpenseBody body) {
        TenantId tenant = request.caller().tenant();
        UUID id = body.id() == null ? Ids.next() : body.id();
        return request.make(new RecordExpense(
                ExpenseId.of(tenant, id), AccountId.of(tenant, tenant.value()), details(tenant, body)));
    }

    /** Corrects an expense; what it said before stays in its history. */
    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correctExpense(
            CommandRequest request, @PathVariable UUID id, @RequestBody ExpenseBody body) {
        TenantId tenant = request.caller().tenant();
        ExpenseId expense = ExpenseId.of(tenant, id);
        known.requireKnown(expense);
        return request.change(new CorrectExpense(expense, details(tenant, body)));
    }

    /** Takes an expense out of all sums. */
    @PostMapping("/{id}/void")
    ResponseEntity<CommandAnswer> voidExpense(
            CommandRequest request, @PathVariable UUID id, @RequestBody VoidBody body) {
        return request.change(new VoidExpense(ExpenseId.of(request.caller().tenant(), id), body.parsed()));
    }

    /** Makes a voided expense count again. */
    @PostMapping("/{id}/restore")
    ResponseEntity<CommandAnswer> restoreExpense(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RestoreExpense(ExpenseId.of(request.caller().tenant(), id)));
    }

    private Details details(TenantId tenant, ExpenseBody body) {
        LocalDate today = calendar.today(tenant);
        LocalDate spentOn = body.spentOn() == null ? today : body.spentOn();
        Faults faults = new Faults();
        faults.check(!spentOn.isAfter(today), "spentOn", "This day hasn't come yet.");
        ExpenseCategory category = faults.required("category", body.category(), each -> each);
        PersonalText vendor = faults.required("vendor", body.vendor(), PersonalText::parse);
        Money amount = faults.required("amount", body.amount(), Money::requireUsable);
        PaymentMethod method = faults.required("method", body.method(), each -> each);
        PersonalText note = faults.optional("note", body.note(), PersonalText::parse);
        DealsAndSales.check(faults, body.dealId(), body.saleId());
        faults.throwIfAny();
        return new Details(
                spentOn,
                category,
                vendor,
                amount,
                method,
                note,
                receipt(tenant, body.receiptId()),
                dealsAndSales.deal(tenant, body.dealId()),
                dealsAndSales.sale(tenant, body.saleId()));
    }

    private @Nullable AttachedFile receipt(TenantId tenant, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        StoredFile stored = files.toAttach(tenant, id);
        require(stored.isOf(null), FileRejection.OF_SOMEBODY_ELSE);
        return stored.file();
    }
}
