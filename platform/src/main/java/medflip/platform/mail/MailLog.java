package medflip.platform.mail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.outbox.Effect;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which mails were written to whom, and what became of them: never what they say. Addresses lie under the keys of those
 * whose they are.
 */
@Component
public class MailLog {

    /** As long as the outbox knows that it was sent. */
    private static final Duration KEPT = Duration.ofDays(89);

    /**
     * A mail that was written.
     *
     * @param subject whom it is about, such as {@code user/<uuid>}
     * @param to unknown once they are erased
     * @param fate the most that was heard of it
     */
    public record WrittenMail(
            TenantId tenant,
            UUID id,
            String subject,
            @Nullable EmailAddress to,
            @Nullable MailFate fate) {}

    /** How far the sending came. */
    enum MailState {
        PENDING,
        SENDING,
        DONE,
        FAILED,
        UNKNOWN
    }

    /**
     * One line of the log.
     *
     * @param to masked; none once whose it is was erased
     * @param state none once it is forgotten how it was sent
     * @param reason why it wasn't sent, in a word of ours
     */
    record LoggedMail(
            UUID id,
            UUID tenantId,
            String kind,
            @Nullable String to,
            boolean essential,
            Instant writtenAt,
            @Nullable MailState state,
            @Nullable String reason,
            @Nullable MailFate fate,
            @Nullable Instant fateAt) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;
    private final Clock clock;

    MailLog(JdbcClient jdbc, TenantSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** In the transaction of who has it sent. The same again changes nothing. */
    void add(Effect effect, EmailAddress to, boolean essential) {
        jdbc.sql("""
                        INSERT INTO write.mail (tenant_id, effect_id, kind, subject, recipient, essential, written_at)
                        VALUES (:tenant, :id, :kind, :subject, :recipient, :essential, :now)
                        ON CONFLICT (tenant_id, effect_id) DO NOTHING
                        """)
                .param("tenant", effect.subject().tenantId().value())
                .param("id", effect.id())
                .param("kind", effect.kind())
                .param("subject", Keyring.nameOf(effect.subject()))
                .param(
                        "recipient",
                        seal.sealForSubject(
                                effect.subject(),
                                purpose(effect.id()),
                                to.value().getBytes(StandardCharsets.UTF_8)))
                .param("essential", essential)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<WrittenMail> find(TenantId tenant, UUID id) {
        return jdbc.sql("SELECT * FROM write.mail WHERE tenant_id = :tenant AND effect_id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, number) ->
                        new WrittenMail(tenant, id, row.getString("subject"), recipient(row), fate(row)))
                .optional();
    }

    /** Keeps what was heard of a mail, if that is news. */
    public void note(WrittenMail mail, MailFate fate, Instant at) {
        if (fate.isNewsAfter(mail.fate())) {
            jdbc.sql("""
                            UPDATE write.mail SET fate = :fate, fate_at = :at
                            WHERE tenant_id = :tenant AND effect_id = :id AND fate IS NOT DISTINCT FROM :known
                            """)
                    .param("fate", fate.name())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("tenant", mail.tenant().value())
                    .param("id", mail.id())
                    .param("known", mail.fate() == null ? null : mail.fate().name())
                    .update();
        }
    }

    /**
     * Over all businesses, the newest first.
     *
     * @param astray only those that didn't arrive: not sent, bounced, or unwanted
     */
    List<LoggedMail> newest(boolean astray, int most) {
        return jdbc.sql("SELECT m.*, o.state, o.reason FROM write.mail m LEFT JOIN write.outbox o"
                        + " USING (tenant_id, effect_id)"
                        + (astray
                                ? " WHERE o.state IN ('FAILED', 'UNKNOWN') OR m.fate IN ('FAILED', 'BOUNCED', 'COMPLAINED')"
                                : "")
                        + " ORDER BY m.written_at DESC, m.effect_id LIMIT :most")
                .param("most", most)
                .query((row, number) -> logged(row))
                .list();
    }

    private LoggedMail logged(ResultSet row) throws SQLException {
        EmailAddress to = recipient(row);
        String state = row.getString("state");
        OffsetDateTime fateAt = row.getObject("fate_at", OffsetDateTime.class);
        return new LoggedMail(
                row.getObject("effect_id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("kind"),
                to == null ? null : masked(to),
                row.getBoolean("essential"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                state == null ? null : MailState.valueOf(state),
                row.getString("reason"),
                fate(row),
                fateAt == null ? null : fateAt.toInstant());
    }

    private static @Nullable MailFate fate(ResultSet row) throws SQLException {
        String fate = row.getString("fate");
        return fate == null ? null : MailFate.valueOf(fate);
    }

    private @Nullable EmailAddress recipient(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("recipient");
        if (sealed == null) {
            return null;
        }
        try {
            return new EmailAddress(new String(
                    seal.openForSubject(
                            new TenantId(row.getObject("tenant_id", UUID.class)),
                            row.getString("subject"),
                            purpose(row.getObject("effect_id", UUID.class)),
                            sealed),
                    StandardCharsets.UTF_8));
        } catch (CommandRejected erased) {
            return null;
        }
    }

    /** Enough to know it again, too little to write to: the first letter and the domain. */
    static String masked(EmailAddress address) {
        String value = address.value();
        int at = value.lastIndexOf('@');
        return at < 1 ? "…" : value.substring(0, value.offsetByCodePoints(0, 1)) + "…" + value.substring(at);
    }

    private static String purpose(UUID id) {
        return "mail/" + id;
    }

    /** What of it goes when, and with whom. */
    @Configuration(proxyBeanMethods = false)
    static class Leaving {

        @Bean
        RetentionRule oldMails(JdbcClient jdbc) {
            return new RetentionRule(
                    "mails",
                    "P3",
                    "That a mail was written, to whom, and what became of it, after 90 days",
                    KEPT,
                    KEPT.plusDays(1),
                    RetainedRows.deletedUnlessHeld(jdbc, "write.mail", "r.written_at < :before"));
        }

        /** That a mail was written stays, for its time; to whom goes. */
        @Bean
        Forgets mailsToPeople(JdbcClient jdbc) {
            return new Forgets() {
                @Override
                public String holds() {
                    return "mail-log";
                }

                @Override
                public long count(Forgotten who) {
                    return of(who, "SELECT count(*) FROM write.mail")
                            .query(Long.class)
                            .single();
                }

                @Override
                public void forget(Forgotten who) {
                    of(who, "UPDATE write.mail SET recipient = NULL").update();
                }

                private JdbcClient.StatementSpec of(Forgotten who, String what) {
                    return jdbc.sql(
                                    what
                                            + " WHERE tenant_id = :tenant AND subject = ANY (:subjects) AND recipient IS NOT NULL")
                            .param("tenant", who.tenant().value())
                            .param("subjects", who.subjects().toArray(String[]::new));
                }
            };
        }
    }
}
