package medflip.reports.read.profit;

import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.util.Optional;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.reports.read.profit.ProfitByMonth.MonthProfit;
import org.springframework.stereotype.Component;

/** Reads what each month brought. */
@Component
class ProfitStore {

    private final TenantJdbc tenants;

    ProfitStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    /** The months in order, in the business's currency; empty while there is no business. */
    Optional<ProfitByMonth> byMonth(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT currency FROM account WHERE {tenant}")
                        .query(String.class)
                        .optional()
                        .map(currency -> ProfitByMonth.of(
                                queries.query("""
                                        SELECT * FROM profit_month
                                        WHERE {tenant} AND currency = :currency AND (sold_boxes, proceeds, landed_cost) <> (0, 0, 0)
                                        ORDER BY month
                                        """)
                                        .param("currency", currency)
                                        .query((row, number) -> {
                                            Money proceeds = money(row, "proceeds");
                                            Money landedCost = money(row, "landed_cost");
                                            return new MonthProfit(
                                                    month(row, "month"),
                                                    row.getInt("sold_boxes"),
                                                    proceeds,
                                                    landedCost,
                                                    proceeds.minus(landedCost));
                                        })
                                        .list(),
                                currency)));
    }
}
