package medflip.platform.tenancy;

/**
 * The application's own filter by tenant, one layer of several: what {@code {tenant}} in a query becomes. It is a bean
 * of its own so that tests can take this layer away and show that the others hold.
 */
@FunctionalInterface
public interface TenantPredicate {

    /** @param qualifier empty, or a table's alias with its dot */
    String sql(String qualifier);

    static TenantPredicate byParameter() {
        return qualifier -> qualifier + "tenant_id = :tenant";
    }
}
