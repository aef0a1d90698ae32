package medflip.platform.link;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.Keyring;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links in mails. A token is 256 bits that follow from the link's id under the business's key, so it is stored nowhere:
 * the event names the id, the mail carries the token, and this look-up knows its hash. Whether a link was used already,
 * or is too old, its aggregate decides; here it is only found.
 */
@Component
public class OneTimeLinkIndex {

    /** An old link is told to be old for so long; after that it is unknown. */
    private static final Duration KEPT = Duration.ofDays(30);

    /**
     * A link that was found by its token.
     *
     * @param subject whom it is for, such as {@code user/<uuid>}
     */
    public record OneTimeLink(TenantId tenant, String subject, UUID id) {

        /** The last part of the subject. */
        public UUID local() {
            return UUID.fromString(subject.substring(subject.lastIndexOf('/') + 1));
        }
    }

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final PublicUrl publicUrl;

    OneTimeLinkIndex(JdbcClient jdbc, BlindIndex index, PublicUrl publicUrl) {
        this.jdbc = jdbc;
        this.index = index;
        this.publicUrl = publicUrl;
    }

    /**
     * Makes a link findable, in the transaction of the processor that mails it.
     *
     * @param screen of the browser UI, such as {@code /reset-password}
     * @param purpose what the link is good for; a link of another purpose isn't found there
     * @return the whole address; its token stands behind a {@code #}, where no server on the way sees it
     */
    public String open(DataSubject subject, String purpose, UUID link, Instant goodUntil, String screen) {
        String token = token(subject, purpose, link);
        jdbc.sql("""
                        INSERT INTO write.one_time_link (token_hash, tenant_id, link_id, subject, purpose, good_until)
                        VALUES (:hash, :tenant, :link, :subject, :purpose, :until)
                        ON CONFLICT (token_hash) DO NOTHING
                        """)
                .param("hash", PrivateToken.hash(token))
                .param("tenant", subject.tenantId().value())
                .param("link", link)
                .param("subject", Keyring.nameOf(subject))
                .param("purpose", purpose)
                .param("until", goodUntil.atOffset(ZoneOffset.UTC))
                .update();
        return publicUrl.of(screen) + "#" + token;
    }

    /** The same address, for who is to hand it on themselves: it leads somewhere once the link is {@link #open}. */
    public String address(DataSubject subject, String purpose, UUID link, String screen) {
        return publicUrl.of(screen) + "#" + token(subject, purpose, link);
    }

    private String token(DataSubject subject, String purpose, UUID link) {
        return PrivateToken.of(index.of(subject.tenantId(), "link/" + purpose, subject.value() + "/" + link));
    }

    RetentionRule old() {
        return new RetentionRule(
                "links",
                "P2.5",
                "Links of mails, a month after they were good",
                KEPT,
                KEPT.plusDays(1),
                RetainedRows.deleted(jdbc, "write.one_time_link", "r.good_until < :before"));
    }

    public Optional<OneTimeLink> find(String purpose, String token) {
        return jdbc.sql("""
                        SELECT tenant_id, subject, link_id FROM write.one_time_link
                        WHERE token_hash = :hash AND purpose = :purpose
                        """)
                .param("hash", PrivateToken.hash(token))
                .param("purpose", purpose)
                .query((row, number) -> new OneTimeLink(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getString("subject"),
                        row.getObject("link_id", UUID.class)))
                .optional();
    }

    /** Has old links forgotten. */
    @Configuration(proxyBeanMethods = false)
    static class Retention {

        @Bean
        RetentionRule oldLinks(OneTimeLinkIndex links) {
            return links.old();
        }
    }
}
