package medflip.expenses.read.expenses;

import java.util.List;
import java.util.UUID;
import medflip.expenses.read.expenses.Expense.Receipt;
import medflip.expenses.read.expenses.Expense.Vendor;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about expenses. */
@RestController("expenseQuestionsApi")
class ExpensesApi {

    private static final CsvColumns<Expense> CSV = new CsvColumns<Expense>()
            .value("Date", Expense::spentOn)
            .value("Schedule C line", Expense::scheduleCLine)
            .value("Category", expense -> expense.category().title())
            .text("Vendor", Expense::vendor)
            .money("Amount", Expense::amount)
            .value("Currency", expense -> expense.amount().currency())
            .value("Paid by", Expense::method)
            .text("Note", Expense::note)
            .value("Voided", Expense::voided)
            .text("Void reason", Expense::voidReason)
            .value("Receipt id", expense -> expense.receipt() instanceof Receipt receipt ? receipt.id() : null)
            .value("Deal id", Expense::dealId)
            .value("Sale id", Expense::saleId)
            .value("Id", Expense::id);

    private final ExpensesStore store;

    ExpensesApi(ExpensesStore store) {
        this.store = store;
    }

    /** A page of the expenses. Sorts: spentOn, vendor, category, amount. */
    @GetMapping("/api/expenses")
    @Reads(ExpensesProjection.GROUP)
    Page<Expense> findExpenses(
            Caller caller, @ParameterObject FindExpenses question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/expenses.csv")
    @Reads(ExpensesProjection.GROUP)
    Listing<Expense> exportExpenses(
            Caller caller,
            @ParameterObject FindExpenses question,
            @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("expenses", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("expense", Expense::id, List.of());
    }

    /** Who was paid before, the most often first, each with what the latest time was. */
    @GetMapping("/api/expenses/vendors")
    @Reads(ExpensesProjection.GROUP)
    List<Vendor> findVendors(Caller caller) {
        return store.vendors(caller.tenant());
    }

    /** One expense. */
    @GetMapping("/api/expenses/{id}")
    @Reads(ExpensesProjection.GROUP)
    Expense findExpense(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
