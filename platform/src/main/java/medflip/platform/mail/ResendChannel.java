package medflip.platform.mail;

import com.resend.core.exception.ResendException;
import com.resend.core.net.RequestOptions;
import com.resend.services.emails.model.CreateEmailOptions;
import com.resend.services.emails.model.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.outbox.Outcome;

/**
 * Sends mails by Resend. It knows a repeat by its Idempotency-Key for a day, and answers it as it answered first. Two
 * tags go along, by which what it says of a mail later is found: whose it is, and which.
 *
 * @see <a href="https://resend.com/docs/dashboard/emails/idempotency-keys">Idempotency keys</a>
 */
final class ResendChannel implements OutboxChannel {

    /** Less than the day that Resend promises: clocks differ. */
    static final Duration KNOWS_REPEATS_FOR = Duration.ofHours(23);

    private static final Duration RATE_LIMIT = Duration.ofSeconds(1);

    private final ResendEmails emails;
    private final String from;

    ResendChannel(ResendEmails emails, String from) {
        this.emails = emails;
        this.from = from;
    }

    @Override
    public String name() {
        return Mails.CHANNEL;
    }

    @Override
    public Duration knowsRepeatsFor() {
        return KNOWS_REPEATS_FOR;
    }

    @Override
    public Outcome attempt(UUID id, byte[] content) {
        try {
            return new Outcome.Done(emails.send(
                            email(from, id, content),
                            RequestOptions.builder()
                                    .setIdempotencyKey(id.toString())
                                    .build())
                    .getId());
        } catch (ResendException refused) {
            return outcome(refused);
        } catch (UncheckedIOException lost) {
            return outcome(lost);
        }
    }

    /** The mail as Resend takes it. */
    static CreateEmailOptions email(String from, UUID id, byte[] content) {
        Mail mail = Mails.JSON.readValue(content, Mail.class);
        CreateEmailOptions.Builder email = CreateEmailOptions.builder()
                .from(from)
                .to(mail.to())
                .subject(mail.subject())
                .text(mail.text())
                .html(mail.html())
                .tags(tag(ResendTags.BUSINESS, mail.business()), tag(ResendTags.MAIL, id.toString()));
        if (mail.unsubscribe() != null) {
            email.addHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">")
                    .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return email.build();
    }

    private static Tag tag(String name, String value) {
        return Tag.builder().name(name).value(value).build();
    }

    /** By the answer's status alone: its text may quote the mail. */
    static Outcome outcome(ResendException refused) {
        int status = Objects.requireNonNullElse(refused.getStatusCode(), 0);
        String reason = "http-" + status;
        return switch (status) {
            case 429 -> new Outcome.NotDone(reason, RATE_LIMIT);
            // The same mail is being sent at this moment.
            case 409 -> new Outcome.Unknown(reason);
            // The key is wrong or no longer valid: mails wait until the operator has mended that.
            case 401, 403 -> new Outcome.NotDone(reason, null);
            default -> status >= 500 || status == 0 ? new Outcome.Unknown(reason) : new Outcome.Refused(reason);
        };
    }

    static Outcome outcome(UncheckedIOException unanswered) {
        IOException lost = Objects.requireNonNull(unanswered.getCause());
        return lost instanceof ConnectException || lost instanceof UnknownHostException
                ? new Outcome.NotDone("unreachable", null)
                : new Outcome.Unknown("no-answer");
    }
}
