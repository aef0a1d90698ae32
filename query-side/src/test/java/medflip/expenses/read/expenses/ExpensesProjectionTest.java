package medflip.expenses.read.expenses;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.expenses.read.expenses.Expense.Receipt;
import medflip.expenses.read.expenses.Expense.Vendor;
import medflip.kernel.AttachedFile;
import medflip.kernel.FileKind;
import medflip.kernel.PersonalText;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpensesProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new ExpensesProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final ExpensesStore store = new ExpensesStore(ReadDatabase.tenants());
    private final ExpenseId expense = facts.newExpense();
    private final DealId deal = facts.newDeal();

    @Test
    void an_expense_is_in_the_list_with_its_line_of_the_tax_form() {
        fixture.given(facts.spent(expense, "Uline", "48.20", "2026-11-20"));
        assertThat(found(null, null))
                .containsExactly(new Expense(
                        expense.local(),
                        day("2026-11-20"),
                        ExpenseCategory.SUPPLIES,
                        "22",
                        "Uline",
                        usd("48.20"),
                        PaymentMethod.CARD,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        0));
    }

    @Test
    void a_correction_replaces_all_that_was_said() {
        UUID receipt = UUID.randomUUID();
        fixture.given(facts.spent(expense, "Uline", "48.20", "2026-11-20"), corrected(receipt));
        assertThat(store.find(fixture.tenant(), expense.local()))
                .contains(new Expense(
                        expense.local(),
                        day("2026-11-19"),
                        ExpenseCategory.OFFICE,
                        "18",
                        "Staples",
                        usd("40.00"),
                        PaymentMethod.CASH,
                        "printer paper",
                        new Receipt(receipt, FileKind.PDF),
                        deal.local(),
                        null,
                        false,
                        null,
                        1));
    }

    @Test
    void what_is_voided_leaves_the_list_and_comes_back_when_it_is_restored() {
        fixture.given(
                facts.spent(expense, "Uline", "48.20", "2026-11-20"),
                new ExpenseVoided(expense, facts.account(), new PersonalText("entered twice")));
        assertThat(found(null, null)).isEmpty();
        assertThat(found(null, true)).extracting(Expense::voidReason).containsExactly("entered twice");
        fixture.given(new ExpenseRestored(expense));
        assertThat(found(null, null)).extracting(Expense::voidReason).containsExactly((String) null);
    }

    @Test
    void words_are_found_in_vendor_and_note_and_the_deal_is_a_filter() {
        fixture.given(
                facts.spent(expense, "Uline", "48.20", "2026-11-20"),
                facts.spent(facts.newExpense(), "USPS", "5.00", "2026-11-21"),
                corrected(UUID.randomUUID()));
        assertThat(found("paper stap", null)).extracting(Expense::vendor).containsExactly("Staples");
        assertThat(found("uline", null)).isEmpty();
        assertThat(store.page(
                                fixture.tenant(),
                                new FindExpenses(null, null, null, null, deal.local(), null, null, null),
                                new PageRequest(null, null, null))
                        .items())
                .extracting(Expense::vendor)
                .containsExactly("Staples");
    }

    @Test
    void who_was_paid_most_often_comes_first_with_what_the_latest_time_was() {
        fixture.given(
                facts.spent(facts.newExpense(), "USPS", "5.00", "2026-11-21"),
                facts.spent(facts.newExpense(), "Staples", "5.00", "2026-11-10"),
                facts.spent(expense, "Uline", "48.20", "2026-11-20"),
                corrected(UUID.randomUUID()));
        assertThat(store.vendors(fixture.tenant()))
                .containsExactly(
                        new Vendor("Staples", ExpenseCategory.OFFICE, PaymentMethod.CASH),
                        new Vendor("USPS", ExpenseCategory.SUPPLIES, PaymentMethod.CARD));
    }

    private ExpenseCorrected corrected(UUID receipt) {
        return new ExpenseCorrected(
                expense,
                facts.account(),
                day("2026-11-19"),
                ExpenseCategory.OFFICE,
                new PersonalText("Staples"),
                usd("40.00"),
                PaymentMethod.CASH,
                new PersonalText("printer paper"),
                new AttachedFile(receipt, FileKind.PDF, 9, "hash"),
                deal,
                null);
    }

    private List<Expense> found(@Nullable String search, @Nullable Boolean voided) {
        return store.page(
                        fixture.tenant(),
                        new FindExpenses(search, null, null, null, null, null, voided, null),
                        new PageRequest(null, null, null))
                .items();
    }
}
