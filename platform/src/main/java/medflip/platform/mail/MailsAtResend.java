package medflip.platform.mail;

import java.util.List;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.ForgetsElsewhere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Resend has of mails that were sent: there is no way to have it delete one, so that is said and not done.
 * Contacts are never kept there. An address at which mails bounced stays on its list of those that it doesn't mail: a
 * way to take one off is in private beta.
 *
 * @see <a href="https://resend.com/docs/api-reference/suppressions/remove-suppression">Remove a suppression</a>
 */
@Component
class MailsAtResend implements ForgetsElsewhere {

    private static final String SERVICE = "Resend";

    private final JdbcClient jdbc;

    MailsAtResend(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void ask(DataSubject erasure, Forgotten who) {
        // Nothing can be asked of it.
    }

    @Override
    public Elsewhere standing(DataSubject erasure) {
        return new Elsewhere(
                SERVICE,
                0,
                0,
                0,
                "Mails go to those who sign in alone. Resend deletes none on request: what was mailed, and an address at"
                        + " which mails bounced, is there until its own time is over.");
    }

    @Override
    public Elsewhere ofBusiness(TenantId tenant) {
        long sent = jdbc.sql(
                        "SELECT count(*) FROM write.outbox WHERE tenant_id = :tenant AND channel IN (:channels) AND state = 'DONE'")
                .param("tenant", tenant.value())
                .param("channels", List.of(Mails.CHANNEL, Mails.BATCHES))
                .query(Long.class)
                .single();
        return new Elsewhere(
                SERVICE,
                0,
                0,
                0,
                "Resend deletes no mail on request. Of the mails of the last 90 days, " + sent
                        + " are there until its own time is over, and so is an address at which mails bounced.");
    }
}
