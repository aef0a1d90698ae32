package medflip.privacy.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.customers.events.CustomerId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.PersonalValues;
import medflip.platform.privacy.TenantSeal;
import medflip.privacy.events.PrivacyRequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how far each erasure is. */
@Component
class ErasureStore {

    private static final String PURPOSE = "privacy.erasure";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is done next; in this order. */
    enum Step {
        PREPARE,
        DESTROY,
        FORGET,
        LOOK,
        CERTIFY,
        DONE
    }

    /**
     * One as it stands.
     *
     * @param whose card of a person, or the member
     * @param prepared of whom and what to let go, once that is known and until it is gone
     * @param certificate what is to be signed, once all is done
     */
    record Standing(
            PrivacyRequestId request,
            DataSubject whose,
            String orderedBy,
            Instant orderedAt,
            Step step,
            @Nullable Prepared prepared,
            @Nullable String certificate,
            int attempts) {}

    /** @param events how many say something about them */
    record Prepared(int events, Set<String> subjects, PersonalValues values, Map<String, Long> counts) {

        Forgotten forgotten(TenantId tenant) {
            return new Forgotten(tenant, subjects, values);
        }
    }

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    ErasureStore(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** The first step, unless it is known already. */
    void ordered(
            PrivacyRequestId request, @Nullable CustomerId customer, @Nullable UserId member, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO write.erasure
                            (tenant_id, request_id, customer_id, member_id, ordered_by, ordered_at, due_at)
                        VALUES (:tenant, :request, :customer, :member, :by, :at, :at)
                        ON CONFLICT (tenant_id, request_id) DO NOTHING
                        """)
                .param("tenant", request.tenantId().value())
                .param("request", request.local())
                .param("customer", customer == null ? null : customer.local())
                .param("member", member == null ? null : member.local())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** Those that can go on now, the longest waiting first. */
    List<PrivacyRequestId> due(Instant now) {
        return jdbc.sql("""
                        SELECT tenant_id, request_id FROM write.erasure
                        WHERE step <> 'DONE' AND due_at <= :now ORDER BY due_at LIMIT 100
                        """)
                .param("now", utc(now))
                .query((row, number) -> PrivacyRequestId.of(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("request_id", UUID.class)))
                .list();
    }

    Optional<Standing> find(PrivacyRequestId request) {
        return jdbc.sql("SELECT * FROM write.erasure WHERE tenant_id = :tenant AND request_id = :request")
                .param("tenant", request.tenantId().value())
                .param("request", request.local())
                .query((row, number) -> new Standing(
                        request,
                        whose(request.tenantId(), row),
                        row.getString("ordered_by"),
                        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                        Step.valueOf(row.getString("step")),
                        opened(request, row.getBytes("prepared")),
                        row.getString("certificate"),
                        row.getInt("attempts")))
                .optional();
    }

    private static DataSubject whose(TenantId tenant, ResultSet row) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        return customer == null
                ? UserId.of(tenant, row.getObject("member_id", UUID.class))
                : CustomerId.of(tenant, customer);
    }

    private @Nullable Prepared opened(PrivacyRequestId request, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : JSON.readValue(
                        seal.openForSubject(request.tenantId(), Keyring.nameOf(request), PURPOSE, sealed),
                        Prepared.class);
    }

    void prepared(PrivacyRequestId request, Prepared prepared) {
        update(request, "step = 'DESTROY', held = false, prepared = :prepared")
                .param("prepared", seal.sealForSubject(request, PURPOSE, JSON.writeValueAsBytes(prepared)))
                .update();
    }

    void next(PrivacyRequestId request, Step step) {
        update(request, "step = :step, held = false").param("step", step.name()).update();
    }

    /** Something is left: all stores let go once more, a while later. */
    void again(PrivacyRequestId request, Map<String, Long> found, Instant at) {
        update(request, "step = 'FORGET', found = :found::jsonb, attempts = attempts + 1, due_at = :at")
                .param("found", JSON.writeValueAsString(found))
                .param("at", utc(at))
                .update();
    }

    /** Nothing is left, and from now on nobody knows any more what was looked for. */
    void clean(PrivacyRequestId request, String certificate) {
        update(request, "step = 'CERTIFY', prepared = NULL, found = NULL, certificate = :certificate")
                .param("certificate", certificate)
                .update();
    }

    /** Nothing is left here, and other services haven't answered yet: how many wishes wait there, by service. */
    void waiting(PrivacyRequestId request, Map<String, Long> waiting, Instant at) {
        update(request, "found = :waiting::jsonb, due_at = :at")
                .param("waiting", JSON.writeValueAsString(waiting))
                .param("at", utc(at))
                .update();
    }

    /** The law has it kept, until that is looked at again. */
    void held(PrivacyRequestId request, Instant at) {
        update(request, "held = true, due_at = :at").param("at", utc(at)).update();
    }

    /** It couldn't go on now, for a reason that may pass. */
    void later(PrivacyRequestId request, Instant at) {
        update(request, "attempts = attempts + 1, due_at = :at")
                .param("at", utc(at))
                .update();
    }

    private JdbcClient.StatementSpec update(PrivacyRequestId request, String set) {
        return jdbc.sql("UPDATE write.erasure SET " + set + " WHERE tenant_id = :tenant AND request_id = :request")
                .param("tenant", request.tenantId().value())
                .param("request", request.local());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
