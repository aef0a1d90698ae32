package medflip.accounts.read.desks;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.texts;

import medflip.accounts.events.ListName;
import medflip.accounts.events.UserId;
import medflip.accounts.read.desks.Lists.SavedFilter;
import medflip.accounts.read.desks.Lists.ShownColumns;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Reads how lists are arranged. */
@Component
class ListsStore {

    private final TenantJdbc tenants;

    ListsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Lists lists(UserId user) {
        return tenants.read(
                user.tenantId(),
                queries -> new Lists(
                        queries.query(
                                        "SELECT list, shown FROM desk_columns WHERE {tenant} AND desk_id = :user ORDER BY list")
                                .param("user", user.local())
                                .query((row, number) ->
                                        new ShownColumns(constant(row, "list", ListName.class), texts(row, "shown")))
                                .list(),
                        queries.query("""
                                SELECT id, list, name, query, desk_id = tenant_id AS shared FROM desk_filter
                                WHERE {tenant} AND desk_id IN (:user, tenant_id) AND NOT dropped
                                ORDER BY lower(name), id
                                """)
                                .param("user", user.local())
                                .query((row, number) -> new SavedFilter(
                                        id(row, "id"),
                                        constant(row, "list", ListName.class),
                                        row.getString("name"),
                                        row.getString("query"),
                                        row.getBoolean("shared")))
                                .list()));
    }
}
