package medflip.expenses.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.write.ExpenseCommand.PutOnLine;
import medflip.expenses.write.ExpenseCommand.RestoreExpense;
import medflip.expenses.write.ExpenseCommand.VoidExpense;
import medflip.kernel.PersonalText;
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

/** One step for several expenses. Each is decided for itself: one that is refused never stops the rest. */
@RestController
@RequestMapping("/api/expenses/bulk")
class BulkExpensesApi {

    private static final int EXPENSES_MAX = 200;

    private final Bulk bulk;

    BulkExpensesApi(Bulk bulk) {
        this.bulk = bulk;
    }

    enum ExpenseStep {
        SET_CATEGORY,
        VOID,
        RESTORE
    }

    /** {@code category} goes with {@code SET_CATEGORY}, {@code reason} with {@code VOID}. */
    record BulkOfExpensesBody(
            @Schema(requiredMode = REQUIRED) @Nullable ExpenseStep step,
            @Nullable ExpenseCategory category,
            @Nullable String reason,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the expenses the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfExpenses(Caller caller, @RequestBody BulkOfExpensesBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the expenses that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfExpenses(CommandRequest request, @RequestBody BulkOfExpensesBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private static List<Wish> wishes(TenantId tenant, BulkOfExpensesBody body) {
        Faults faults = new Faults();
        Function<ExpenseId, ExpenseCommand> step =
                faults.required("step", body.step(), each -> command(faults, each, body));
        return Bulk.wishes(
                faults, EXPENSES_MAX, body.chosen(), step == null ? null : id -> step.apply(ExpenseId.of(tenant, id)));
    }

    private static Function<ExpenseId, ExpenseCommand> command(
            Faults faults, ExpenseStep step, BulkOfExpensesBody body) {
        return switch (step) {
            case SET_CATEGORY -> {
                ExpenseCategory category = faults.required("category", body.category(), each -> each);
                yield expense -> new PutOnLine(expense, category);
            }
            case VOID -> {
                PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
                yield expense -> new VoidExpense(expense, reason);
            }
            case RESTORE -> RestoreExpense::new;
        };
    }
}
