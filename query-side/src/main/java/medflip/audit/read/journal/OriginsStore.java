package medflip.audit.read.journal;

import static medflip.platform.web.Columns.id;

import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from where something was done, for as long as sign-ins are kept: by which browser, on which system. The address
 * is for who signed in, and not told.
 */
@Component
class OriginsStore {

    /** What the records of sign-ins are sealed for. */
    private static final String PURPOSE = "accounts.device";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A browser, such as {@code Firefox}, and a system, such as {@code Android}. */
    record Origin(String browser, String system) {}

    private record Kept(UUID user, byte[] about) {}

    private final TenantJdbc tenants;
    private final TenantSeal seal;

    OriginsStore(TenantJdbc tenants, TenantSeal seal) {
        this.tenants = tenants;
        this.seal = seal;
    }

    /** Empty where it isn't known any more, or is forgotten. */
    Optional<Origin> of(TenantId tenant, UUID session) {
        return tenants.read(
                        tenant,
                        queries -> queries.query("""
                                        SELECT user_id, about FROM write.sign_in_record
                                        WHERE {tenant} AND session_id = :session LIMIT 1
                                        """)
                                .param("session", session)
                                .query((row, number) -> new Kept(id(row, "user_id"), row.getBytes("about")))
                                .optional())
                .flatMap(kept -> opened(tenant, kept));
    }

    private Optional<Origin> opened(TenantId tenant, Kept kept) {
        try {
            JsonNode device = JSON.readTree(seal.openForSubject(tenant, "user/" + kept.user(), PURPOSE, kept.about()));
            return Optional.of(new Origin(
                    device.get("browser").asString(), device.get("system").asString()));
        } catch (CommandRejected forgotten) {
            return Optional.empty();
        }
    }
}
