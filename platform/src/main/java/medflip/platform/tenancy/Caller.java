package medflip.platform.tenancy;

import java.util.UUID;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * For which tenant something is done, and by whom.
 *
 * @param actor {@code user:<uuid>}, {@code operator:<uuid>}, {@code key:<uuid>}, {@code job:<name>},
 *     {@code automation:<name>}, {@code link:<uuid>} or {@code webhook:<provider>}; an id, never a name or an address
 * @param session which of a person's sessions; null where it comes from none. An id that nobody else has
 */
public record Caller(
        TenantId tenant, String actor, @Nullable UUID session) {

    public Caller(TenantId tenant, String actor) {
        this(tenant, actor, null);
    }

    /** The same, in that session. */
    public Caller in(@Nullable UUID which) {
        return new Caller(tenant, actor, which);
    }

    /** Whether it comes from outside: from a person, or on behalf of one; not from the service itself. */
    public boolean isSomebody() {
        return !actor.startsWith("job:") && !actor.startsWith("automation:") && !actor.startsWith("webhook:");
    }

    public static Caller user(TenantId tenant, UUID user) {
        return new Caller(tenant, "user:" + user);
    }

    /** Another system, by a key that the business gave it. */
    public static Caller key(TenantId tenant, UUID key) {
        return new Caller(tenant, "key:" + key);
    }

    /** One of the service's staff. */
    public static Caller operator(TenantId tenant, UUID operator) {
        return new Caller(tenant, "operator:" + operator);
    }

    /** Somebody without an account, whom a private link lets do one thing. */
    public static Caller link(TenantId tenant, UUID link) {
        return new Caller(tenant, "link:" + link);
    }

    public static Caller job(TenantId tenant, String name) {
        return new Caller(tenant, "job:" + name);
    }

    public static Caller automation(TenantId tenant, String name) {
        return new Caller(tenant, "automation:" + name);
    }
}
