package medflip.expenses.read.expenses;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.PaymentMethod;
import medflip.expenses.read.expenses.Expense.Receipt;
import medflip.expenses.read.expenses.Expense.Vendor;
import medflip.kernel.FileKind;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads expenses. */
@Component
class ExpensesStore {

    private static final ListQuery<Expense> LIST = ListQuery.of(
                    "e.*", "expense e WHERE {e.tenant}", "e.id", ExpensesStore::expense)
            .sort("-spentOn", "e.spent_on")
            .sort("vendor", "e.search")
            .sort("category", "e.category")
            .sort("amount", "e.amount");

    private final TenantJdbc tenants;

    ExpensesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<Expense> page(TenantId tenant, FindExpenses question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindExpenses question, @Nullable String sort, Consumer<? super Expense> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Expense> find(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM expense WHERE {tenant} AND id = :id")
                        .param("id", id)
                        .query(ExpensesStore::expense)
                        .optional());
    }

    /** Who was paid before, the most often first, each with what the latest time was. */
    List<Vendor> vendors(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                        SELECT vendor, (array_agg(category ORDER BY spent_on DESC, id DESC))[1] AS category,
                               (array_agg(method ORDER BY spent_on DESC, id DESC))[1] AS method
                        FROM expense WHERE {tenant} AND NOT voided
                        GROUP BY vendor ORDER BY count(*) DESC, vendor LIMIT 500
                        """)
                        .query((row, number) -> new Vendor(
                                row.getString("vendor"),
                                constant(row, "category", ExpenseCategory.class),
                                constant(row, "method", PaymentMethod.class)))
                        .list());
    }

    private static Filter filter(FindExpenses question) {
        return new Filter()
                .and("e.voided = :voided", "voided", Boolean.TRUE.equals(question.voided()))
                .and("e.category = :category", "category", question.category())
                .and("e.spent_on >= :from", "from", question.from())
                .and("e.spent_on <= :to", "to", question.to())
                .and("e.deal_id = :deal", "deal", question.dealId())
                .and("e.sale_id = :sale", "sale", question.saleId())
                .among("e.id", question.ids())
                .words(question.search(), "e.search");
    }

    private static Expense expense(ResultSet row, int number) throws SQLException {
        ExpenseCategory category = constant(row, "category", ExpenseCategory.class);
        UUID receipt = idOrNull(row, "receipt_id");
        return new Expense(
                id(row, "id"),
                date(row, "spent_on"),
                category,
                category.line(),
                row.getString("vendor"),
                money(row, "amount"),
                constant(row, "method", PaymentMethod.class),
                row.getString("note"),
                receipt == null ? null : new Receipt(receipt, constant(row, "receipt_kind", FileKind.class)),
                idOrNull(row, "deal_id"),
                idOrNull(row, "sale_id"),
                row.getBoolean("voided"),
                row.getString("void_reason"),
                row.getLong("version"));
    }
}
