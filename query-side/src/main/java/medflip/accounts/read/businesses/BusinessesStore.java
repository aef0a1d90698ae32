package medflip.accounts.read.businesses;

import java.util.List;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads over all businesses, and of each no more than an operator may see. */
@Component
class BusinessesStore {

    private static final int MOST = 1_000;

    /** A version of the policy, and how many users agreed to no later one. */
    record PolicyUsers(String version, long users) {}

    private final JdbcClient jdbc;

    BusinessesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were active last first. */
    List<BusinessOverview> businesses() {
        return jdbc.sql("""
                        SELECT a.tenant_id AS id, a.name, m.signed_up_at, a.closed_on, a.erased_on, m.owner_confirmed,
                               m.members, coalesce(s.events, 0) AS events, coalesce(s.people, 0) AS people,
                               coalesce(s.deals, 0) AS deals, coalesce(s.sales, 0) AS sales,
                               coalesce(f.files, 0) AS files, coalesce(f.bytes, 0) AS file_bytes,
                               (s.last_event_at AT TIME ZONE 'UTC')::date AS last_active_on
                        FROM read.account a
                        JOIN (SELECT u.tenant_id, min(u.joined_at) AS signed_up_at,
                                     count(*) FILTER (WHERE NOT u.removed) AS members,
                                     coalesce(bool_or(p.confirmed) FILTER (WHERE u.role = 'OWNER' AND NOT u.removed), false)
                                         AS owner_confirmed
                              FROM read.account_member u
                              JOIN read.account_user p ON p.tenant_id = u.tenant_id AND p.id = u.user_id
                              GROUP BY u.tenant_id) m ON m.tenant_id = a.tenant_id
                        LEFT JOIN write.tenant_size s ON s.tenant_id = a.tenant_id
                        LEFT JOIN (SELECT tenant_id, count(*) AS files, sum(bytes) AS bytes FROM write.file GROUP BY tenant_id) f
                            ON f.tenant_id = a.tenant_id
                        ORDER BY s.last_event_at DESC NULLS LAST, a.tenant_id LIMIT :most
                        """).param("most", MOST).query(BusinessOverview.class).list();
    }

    /** How many users of businesses agreed to which version of the policy, the newest first. */
    List<PolicyUsers> policyUsers() {
        return jdbc.sql("""
                        SELECT u.policy_version AS version, count(*) AS users
                        FROM read.account_user u
                        JOIN read.account_member m ON m.tenant_id = u.tenant_id AND m.user_id = u.id AND NOT m.removed
                        WHERE u.tenant_id <> :service
                        GROUP BY 1 ORDER BY 1 DESC
                        """)
                .param("service", TenantId.SERVICE.value())
                .query(PolicyUsers.class)
                .list();
    }
}
