package medflip.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.kernel.EmailAddress;
import medflip.platform.outbox.Effect;
import org.jspecify.annotations.Nullable;

/** Keeps what would be mailed, for tests to read. */
public final class CapturedMails extends Mails {

    /**
     * A mail that would be sent.
     *
     * @param id the same for one that isn't sent a second time
     * @param unsubscribe where a mail program declines it; none where it is essential
     */
    public record CapturedMail(
            UUID id,
            String kind,
            String to,
            String subject,
            String text,
            String html,
            @Nullable String unsubscribe) {}

    private final List<CapturedMail> mails = new ArrayList<>();

    @SuppressWarnings("NullAway") // Neither is asked: put is the only way to them
    public CapturedMails() {
        super(null, null);
    }

    /** Those since the last time. */
    public List<CapturedMail> take() {
        List<CapturedMail> taken = List.copyOf(mails);
        mails.clear();
        return taken;
    }

    @Override
    void put(Effect effect, EmailAddress to, Letter letter) {
        Mail mail = JSON.readValue(effect.content(), Mail.class);
        mails.add(new CapturedMail(
                effect.id(), effect.kind(), mail.to(), mail.subject(), mail.text(), mail.html(), mail.unsubscribe()));
    }
}
