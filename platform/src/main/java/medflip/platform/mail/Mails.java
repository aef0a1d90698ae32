package medflip.platform.mail;

import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.kernel.EmailAddress;
import medflip.platform.outbox.Effect;
import medflip.platform.outbox.Outbox;
import medflip.platform.view.Recorded;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where automations have mails sent. */
@Component
public class Mails {

    static final String CHANNEL = "mail";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbox outbox;

    Mails(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Sends one mail because of one event, once, however often the event is seen.
     *
     * @param subject whom the mail is about; with them its content is forgotten
     * @param kind such as {@code accounts.welcome}; an event that has several mails sent needs several
     */
    public void send(Recorded cause, DataSubject subject, String kind, EmailAddress to, Letter letter) {
        outbox.put(Effect.of(cause, subject, CHANNEL, kind, content(to, letter)));
    }

    /**
     * Sends one mail because of a wish that is no event, since whoever has it isn't known yet; once, however often it
     * is seen to.
     *
     * @param wish its id, which no other wish has
     */
    public void send(UUID wish, DataSubject subject, String kind, EmailAddress to, Letter letter) {
        outbox.put(new Effect(wish, subject, CHANNEL, kind, content(to, letter)));
    }

    private static byte[] content(EmailAddress to, Letter letter) {
        return JSON.writeValueAsBytes(new Mail(to.value(), letter.subject(), letter.text(), letter.html()));
    }
}
