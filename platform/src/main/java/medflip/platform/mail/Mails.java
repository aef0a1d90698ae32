package medflip.platform.mail;

import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.kernel.EmailAddress;
import medflip.platform.outbox.Effect;
import medflip.platform.outbox.Outbox;
import medflip.platform.view.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where automations have mails sent. */
@Component
public class Mails {

    static final String CHANNEL = "mail";

    /** The same, many at once. */
    static final String BATCHES = "mail-batch";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbox outbox;
    private final MailLog log;

    Mails(Outbox outbox, MailLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    /**
     * Sends one essential mail because of one event, once, however often the event is seen.
     *
     * @param subject whom the mail is about; with them its content is forgotten
     * @param kind such as {@code accounts.welcome}; an event that has several mails sent needs several
     * @throws IllegalArgumentException if it isn't essential
     */
    public void send(Recorded cause, DataSubject subject, String kind, EmailAddress to, Letter letter) {
        requireEssential(letter);
        put(cause, CHANNEL, subject, kind, to, letter, null);
    }

    /** The same, in one call to the other service with others: for what many hear at one time. */
    public void sendTogether(Recorded cause, DataSubject subject, String kind, EmailAddress to, Letter letter) {
        requireEssential(letter);
        put(cause, BATCHES, subject, kind, to, letter, null);
    }

    /** The same for a mail that isn't essential: whoever sends it has looked whether it is declined. */
    public void sendOptional(
            Recorded cause, DataSubject subject, String kind, EmailAddress to, Letter letter, Unsubscribe way) {
        put(cause, CHANNEL, subject, kind, to, letter, way);
    }

    /** The same because of a wish that is no event, such as that of a week. */
    public void sendOptional(
            UUID wish, DataSubject subject, String kind, EmailAddress to, Letter letter, Unsubscribe way) {
        put(new Effect(wish, subject, CHANNEL, kind, content(subject, to, letter, way)), to, letter);
    }

    /**
     * Sends one mail because of a wish that is no event, since whoever has it isn't known yet; once, however often it
     * is seen to.
     *
     * @param wish its id, which no other wish has
     */
    public void send(UUID wish, DataSubject subject, String kind, EmailAddress to, Letter letter) {
        requireEssential(letter);
        put(new Effect(wish, subject, CHANNEL, kind, content(subject, to, letter, null)), to, letter);
    }

    private void put(
            Recorded cause,
            String channel,
            DataSubject subject,
            String kind,
            EmailAddress to,
            Letter letter,
            @Nullable Unsubscribe way) {
        put(Effect.of(cause, subject, channel, kind, content(subject, to, letter, way)), to, letter);
    }

    void put(Effect effect, EmailAddress to, Letter letter) {
        // First, so that whatever is heard of it finds it.
        log.add(effect, to, letter.isEssential());
        outbox.put(effect);
    }

    private static void requireEssential(Letter letter) {
        if (!letter.isEssential()) {
            throw new IllegalArgumentException("A mail that can be declined says how: " + letter.subject());
        }
    }

    private static byte[] content(DataSubject subject, EmailAddress to, Letter letter, @Nullable Unsubscribe way) {
        return JSON.writeValueAsBytes(new Mail(
                subject.tenantId().toString(),
                to.value(),
                letter.subject(),
                letter.text(way),
                letter.html(way),
                way == null ? null : way.oneClick()));
    }
}
