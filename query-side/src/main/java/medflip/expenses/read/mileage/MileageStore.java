package medflip.expenses.read.mileage;

import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the mileage log. */
@Component
class MileageStore {

    private static final ListQuery<Trip> LIST = ListQuery.of(
                    "t.*", "mileage_trip t WHERE {t.tenant}", "t.id", MileageStore::trip)
            .sort("-drivenOn", "t.driven_on")
            .sort("purpose", "t.search")
            .sort("miles", "t.tenths_of_miles")
            .sort("deduction", "t.deduction");

    private final TenantJdbc tenants;

    MileageStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<Trip> page(TenantId tenant, FindTrips question, PageRequest request) {
        return tenants.read(tenant, queries -> LIST.page(queries, filter(question), request));
    }

    void forEach(TenantId tenant, FindTrips question, @Nullable String sort, Consumer<? super Trip> each) {
        tenants.run(tenant, queries -> LIST.forEach(queries, filter(question), sort, each));
    }

    Optional<Trip> find(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM mileage_trip WHERE {tenant} AND id = :id")
                        .param("id", id)
                        .query(MileageStore::trip)
                        .optional());
    }

    private static Filter filter(FindTrips question) {
        return new Filter()
                .and("t.voided = :voided", "voided", Boolean.TRUE.equals(question.voided()))
                .and("t.driven_on >= :from", "from", question.from())
                .and("t.driven_on <= :to", "to", question.to())
                .and("t.deal_id = :deal", "deal", question.dealId())
                .and("t.sale_id = :sale", "sale", question.saleId())
                .among("t.id", question.ids())
                .words(question.search(), "t.search");
    }

    private static Trip trip(ResultSet row, int number) throws SQLException {
        return new Trip(
                id(row, "id"),
                date(row, "driven_on"),
                row.getString("purpose"),
                row.getString("place_from"),
                row.getString("place_to"),
                row.getInt("tenths_of_miles"),
                row.getInt("rate"),
                money(row, "deduction"),
                idOrNull(row, "deal_id"),
                idOrNull(row, "sale_id"),
                row.getBoolean("voided"),
                row.getString("void_reason"),
                row.getLong("version"));
    }
}
