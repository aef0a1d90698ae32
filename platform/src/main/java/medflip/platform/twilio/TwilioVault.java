package medflip.platform.twilio;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.PublicUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps businesses' accounts at Twilio, sealed under the business's key (policy promises P2.4, P4.1). What is deleted
 * here is gone: no event and no log ever holds it.
 */
@Component
public class TwilioVault {

    /** For so long what was signed by the token before is still taken. */
    private static final Duration OLDER_TOKEN_FOR = Duration.ofHours(24);

    private static final String PURPOSE = "twilio-account";
    private static final String OLDER_TOKEN = "twilio-older-token";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whose a webhook is, and by which tokens it may be signed. */
    public record Signer(TenantId tenant, TwilioAccount account, List<String> tokens) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;
    private final BlindIndex index;
    private final PublicUrl publicUrl;
    private final Clock clock;

    TwilioVault(JdbcClient jdbc, TenantSeal seal, BlindIndex index, PublicUrl publicUrl, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.index = index;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Keeps an account in the place of the one before. Of the same account the token before still counts for a day. */
    public void keep(TenantId tenant, UUID credentialsId, TwilioAccount account) {
        Optional<TwilioAccount> before =
                find(tenant).filter(known -> known.sid().equals(account.sid()));
        boolean sameToken =
                before.filter(known -> known.token().equals(account.token())).isPresent();
        boolean rotated = before.isPresent() && !sameToken;
        byte[] older = rotated
                ? seal.sealForTenant(
                        tenant, OLDER_TOKEN, before.orElseThrow().token().getBytes(StandardCharsets.UTF_8))
                : null;
        jdbc.sql("""
                        INSERT INTO write.twilio_account AS a
                            (tenant_id, credentials_id, webhook_hash, sealed, older_sealed, older_until)
                        VALUES (:tenant, :id, :hash, :sealed, :older, :until)
                        ON CONFLICT (tenant_id) DO UPDATE SET
                            credentials_id = excluded.credentials_id, sealed = excluded.sealed,
                            older_sealed = CASE WHEN :sameToken THEN a.older_sealed ELSE excluded.older_sealed END,
                            older_until = CASE WHEN :sameToken THEN a.older_until ELSE excluded.older_until END
                        """)
                .param("tenant", tenant.value())
                .param("id", credentialsId)
                .param("hash", PrivateToken.hash(webhookKey(tenant)))
                .param("sealed", seal.sealForTenant(tenant, PURPOSE, JSON.writeValueAsBytes(account)))
                .param("sameToken", sameToken)
                .param("older", older)
                .param("until", rotated ? utc().plus(OLDER_TOKEN_FOR) : null)
                .update();
    }

    public Optional<TwilioAccount> find(TenantId tenant) {
        return jdbc.sql("SELECT sealed FROM write.twilio_account WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> account(tenant, row.getBytes("sealed")))
                .optional();
    }

    /** Deletes the business's secrets. */
    public void forget(TenantId tenant) {
        jdbc.sql("DELETE FROM write.twilio_account WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
    }

    /** @param key as it stands in the address of a webhook */
    public Optional<Signer> findSigner(String key) {
        return jdbc.sql("""
                        SELECT tenant_id, sealed, CASE WHEN older_until > :now THEN older_sealed END AS older
                        FROM write.twilio_account WHERE webhook_hash = :hash
                        """)
                .param("hash", PrivateToken.hash(key))
                .param("now", utc())
                .query((row, number) -> {
                    TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
                    TwilioAccount account = account(tenant, row.getBytes("sealed"));
                    List<String> tokens = new ArrayList<>(List.of(account.token()));
                    byte[] older = row.getBytes("older");
                    if (older != null) {
                        tokens.add(new String(seal.openForTenant(tenant, OLDER_TOKEN, older), StandardCharsets.UTF_8));
                    }
                    return new Signer(tenant, account, List.copyOf(tokens));
                })
                .optional();
    }

    /** Where Twilio delivers what people write to this business. */
    public String messagesUrl(TenantId tenant) {
        return publicUrl.of("/webhooks/twilio/" + webhookKey(tenant) + "/messages");
    }

    /** Where Twilio tells how far a text has come; the text's own name stands in the address. */
    public String statusUrl(TenantId tenant, UUID conversation, UUID text) {
        return publicUrl.of("/webhooks/twilio/" + webhookKey(tenant) + "/status/" + conversation + "/" + text);
    }

    private String webhookKey(TenantId tenant) {
        return PrivateToken.of(index.of(tenant, "twilio-webhook", tenant.toString()));
    }

    private TwilioAccount account(TenantId tenant, byte[] sealed) {
        return JSON.readValue(seal.openForTenant(tenant, PURPOSE, sealed), TwilioAccount.class);
    }

    private OffsetDateTime utc() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
