package medflip.accounts.write;

import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts at Google are linked with which users. */
@Component
class GoogleStore {

    private final JdbcClient jdbc;

    GoogleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a link, to be used once its event is stored; false if the account at Google is somebody's already. */
    boolean keep(byte[] identity, UserId user, UUID link) {
        return jdbc.sql("""
                        INSERT INTO write.google_link (identity_index, tenant_id, user_id, link_id)
                        VALUES (:identity, :tenant, :user, :link)
                        ON CONFLICT (identity_index) DO UPDATE
                        SET tenant_id = excluded.tenant_id, user_id = excluded.user_id, link_id = excluded.link_id
                        WHERE NOT google_link.in_use
                        """)
                        .param("identity", identity)
                        .param("tenant", user.tenantId().value())
                        .param("user", user.local())
                        .param("link", link)
                        .update()
                == 1;
    }

    void use(UserId user, UUID link) {
        jdbc.sql("UPDATE write.google_link SET in_use = true WHERE user_id = :user AND link_id = :link")
                .param("user", user.local())
                .param("link", link)
                .update();
    }

    void remove(UserId user, UUID link) {
        jdbc.sql("DELETE FROM write.google_link WHERE user_id = :user AND link_id = :link")
                .param("user", user.local())
                .param("link", link)
                .update();
    }

    void removeAll(UserId user) {
        jdbc.sql("DELETE FROM write.google_link WHERE tenant_id = :tenant AND user_id = :user")
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .update();
    }

    Optional<UserId> find(byte[] identity) {
        return jdbc.sql("SELECT tenant_id, user_id FROM write.google_link WHERE identity_index = :identity AND in_use")
                .param("identity", identity)
                .query((row, number) -> UserId.of(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("user_id", UUID.class)))
                .optional();
    }

    boolean isLinked(UserId user) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM write.google_link
                                       WHERE tenant_id = :tenant AND user_id = :user AND in_use)
                        """)
                .param("tenant", user.tenantId().value())
                .param("user", user.local())
                .query(Boolean.class)
                .single();
    }
}
