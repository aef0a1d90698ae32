package medflip.platform.mail;

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
        Mail mail = new Mail(to.value(), letter.subject(), letter.text(), letter.html());
        outbox.put(Effect.of(cause, subject, CHANNEL, kind, JSON.writeValueAsBytes(mail)));
    }
}
