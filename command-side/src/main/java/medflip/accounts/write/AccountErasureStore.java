package medflip.accounts.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.privacy.ForgetsElsewhere.Elsewhere;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.privacy.TenantSeal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which businesses have left, and how far the erasure of each is. */
@Component
class AccountErasureStore {

    private static final String PURPOSE = "accounts.erasure";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    /** The day on which it was closed has ended everywhere, and nothing of it is held by law. */
    private static final String OLD = """
            erased_on IS NULL AND (closed_on + 1)::timestamp AT TIME ZONE 'UTC' <= :before
            AND NOT EXISTS (SELECT FROM write.legal_hold h WHERE h.tenant_id = closed_account.tenant_id)
            """;

    /** The same of the addresses of those who had one that was erased. */
    private static final String ADDRESS_OLD =
            "address_kept AND (closed_on + 1)::timestamp AT TIME ZONE 'UTC' <= :before";

    /**
     * What was known before the keys were destroyed.
     *
     * @param values what was said about the business and those who work for it
     * @param rows how many rows each table had
     * @param elsewhere what other services hold
     * @param owners addresses of those who are told when it is done
     */
    record Prepared(Set<String> values, Map<String, Long> rows, List<Elsewhere> elsewhere, Set<String> owners) {

        /** What was prepared by an earlier version knew of no other service, and of nobody to tell. */
        Prepared {
            elsewhere = Objects.requireNonNullElse(elsewhere, List.of());
            owners = Objects.requireNonNullElse(owners, Set.of());
        }
    }

    /**
     * One that left.
     *
     * @param erasedOn null until it is erased, and certified to be
     * @param held whether the law has something of it kept, so that it isn't erased
     * @param found in how many rows of a table something was found, when last looked, that should have gone
     */
    record LeftAccount(
            UUID id, LocalDate closedOn, @Nullable LocalDate erasedOn, boolean held, Map<String, Long> found) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    AccountErasureStore(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    long count(Instant before) {
        return jdbc.sql("SELECT count(*) FROM write.closed_account WHERE " + OLD + " OR " + ADDRESS_OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Those that left before then and are still there, the first first. */
    List<TenantId> due(Instant before, int most) {
        return jdbc.sql("SELECT tenant_id FROM write.closed_account WHERE " + OLD + " ORDER BY closed_on LIMIT :most")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    LocalDate closedOn(TenantId tenant) {
        return jdbc.sql("SELECT closed_on FROM write.closed_account WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(LocalDate.class)
                .single();
    }

    /** Everybody who signs in there. */
    List<UserId> users(TenantId tenant) {
        return jdbc.sql("SELECT user_id FROM write.sign_in WHERE tenant_id = :tenant ORDER BY user_id")
                .param("tenant", tenant.value())
                .query((row, number) -> UserId.of(tenant, row.getObject(1, UUID.class)))
                .list();
    }

    /** Ends every session of the business's people. */
    void endSessions(TenantId tenant) {
        jdbc.sql("""
                        DELETE FROM write.spring_session s USING write.open_session o
                        WHERE o.session_id = s.session_id AND o.tenant_id = :tenant
                        """).param("tenant", tenant.value()).update();
    }

    Optional<Prepared> prepared(TenantId tenant) {
        return jdbc.sql("SELECT prepared FROM write.closed_account WHERE tenant_id = :tenant AND prepared IS NOT NULL")
                .param("tenant", tenant.value())
                .query(byte[].class)
                .optional()
                .map(bytes ->
                        JSON.readValue(seal.openForTenant(TenantId.SERVICE, purpose(tenant), bytes), Prepared.class));
    }

    void prepared(TenantId tenant, Prepared prepared) {
        update(tenant, "prepared = :prepared")
                .param(
                        "prepared",
                        seal.sealForTenant(TenantId.SERVICE, purpose(tenant), JSON.writeValueAsBytes(prepared)))
                .update();
    }

    void found(TenantId tenant, Map<String, Long> found) {
        update(tenant, "found = :found::jsonb")
                .param("found", JSON.writeValueAsString(found))
                .update();
    }

    /**
     * Nobody knows any more what was looked for.
     *
     * @param told whether its owners are, so that their addresses are still kept
     */
    void erased(TenantId tenant, LocalDate on, Signed certificate, boolean told) {
        update(
                        tenant,
                        "prepared = NULL, found = NULL, erased_on = :on, certificate = :certificate,"
                                + " signature = :signature, public_key = :key, address_kept = :told")
                .param("on", on)
                .param("told", told)
                .param("certificate", certificate.text())
                .param("signature", certificate.signature())
                .param("key", certificate.publicKey())
                .update();
    }

    /** Erased ones of which the owners' addresses are still kept, the first first. */
    List<LeftAccount> addressesKept() {
        return left("address_kept ORDER BY erased_on, tenant_id");
    }

    void addressForgotten(TenantId tenant) {
        update(tenant, "address_kept = false").update();
    }

    /** Those that are still there first, then those that went last. */
    List<LeftAccount> all() {
        return left("true ORDER BY erased_on DESC NULLS FIRST, closed_on, tenant_id");
    }

    private List<LeftAccount> left(String which) {
        return jdbc.sql("""
                        SELECT tenant_id, closed_on, erased_on, coalesce(found::text, '{}') AS found,
                               EXISTS (SELECT FROM write.legal_hold h
                                       WHERE h.tenant_id = closed_account.tenant_id) AS held
                        FROM write.closed_account WHERE\s""" + which + " LIMIT 1000")
                .query((row, number) -> new LeftAccount(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("erased_on", LocalDate.class),
                        row.getBoolean("held"),
                        JSON.readValue(row.getString("found"), COUNTS)))
                .list();
    }

    /**
     * One that left, as who had it may know it.
     *
     * @param erasedOn absent until it is erased
     * @param certificate absent until then
     */
    record ErasedAccount(
            UUID business,
            LocalDate closedOn,
            @Nullable LocalDate erasedOn,
            @Nullable Signed certificate) {}

    Optional<ErasedAccount> account(TenantId business) {
        return jdbc.sql("SELECT closed_on, erased_on FROM write.closed_account WHERE tenant_id = :tenant")
                .param("tenant", business.value())
                .query((row, number) -> new ErasedAccount(
                        business.value(),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("erased_on", LocalDate.class),
                        certificate(business.value()).orElse(null)))
                .optional();
    }

    Optional<Signed> certificate(UUID business) {
        return jdbc.sql("""
                        SELECT certificate AS text, signature, public_key FROM write.closed_account
                        WHERE tenant_id = :tenant AND certificate IS NOT NULL
                        """).param("tenant", business).query(Signed.class).optional();
    }

    private JdbcClient.StatementSpec update(TenantId tenant, String set) {
        return jdbc.sql("UPDATE write.closed_account SET " + set + " WHERE tenant_id = :tenant")
                .param("tenant", tenant.value());
    }

    private static String purpose(TenantId tenant) {
        return PURPOSE + " " + tenant;
    }
}
