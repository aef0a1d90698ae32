package medflip.reports.read.compliance;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.moneyOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import medflip.deals.events.AcceptedBy;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was bought from whom, with which statement. */
@Component
class ComplianceStore {

    private static final ListQuery<CompliancePurchase> LIST = ListQuery.of(
                    "d.*, coalesce(c.name, '') AS customer_name", """
                    deal d LEFT JOIN customer c ON {c.tenant} AND c.id = d.customer_id
                    WHERE {d.tenant} AND d.accepted_on IS NOT NULL""", "d.id", ComplianceStore::purchase)
            .sort("-acceptedOn", "d.accepted_on")
            .sort("customerName", "c.sort_name");

    private final TenantJdbc tenants;

    ComplianceStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<CompliancePurchase> page(TenantId tenant, FindPurchases question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(
            TenantId tenant, FindPurchases question, @Nullable String sort, Consumer<? super CompliancePurchase> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    private static Filter filter(FindPurchases question) {
        return new Filter()
                .and("d.accepted_on >= :from", "from", question.from())
                .and("d.accepted_on <= :to", "to", question.to())
                .words(question.search(), "d.search", "c.search");
    }

    private static CompliancePurchase purchase(ResultSet row, int number) throws SQLException {
        return new CompliancePurchase(
                id(row, "id"),
                date(row, "accepted_on"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                row.getString("attestation_version"),
                constant(row, "accepted_by", AcceptedBy.class),
                row.getString("items"),
                row.getInt("boxes"),
                dateOrNull(row, "received_on"),
                moneyOrNull(row, "agreed"),
                money(row, "paid"));
    }
}
