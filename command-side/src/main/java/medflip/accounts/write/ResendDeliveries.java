package medflip.accounts.write;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.ClearMailAddress;
import medflip.accounts.write.CredentialCommand.MarkMailAddress;
import medflip.accounts.write.InvitationCommand.MarkInvitationAddress;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.DeliveryReader;
import medflip.platform.mail.MailFate;
import medflip.platform.mail.MailLog;
import medflip.platform.mail.MailLog.WrittenMail;
import medflip.platform.mail.ResendTags;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Resend delivers: what became of a mail. It is noted beside the mail; a user's address that mails don't
 * reach is marked, and so is an invitation whose mail didn't arrive. Which mail it is, its own tags say; one that is
 * none of ours, or that is forgotten, is nobody's. What comes twice, late or again says nothing new.
 *
 * @see <a href="https://resend.com/docs/dashboard/webhooks/event-types">Event types</a>
 */
@Component
class ResendDeliveries implements DeliveryReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USER = "user/";
    private static final String INVITATION = "invitation/";

    private final MailLog log;
    private final Commands commands;

    ResendDeliveries(MailLog log, Commands commands) {
        this.log = log;
        this.commands = commands;
    }

    @Override
    public String provider() {
        return "resend";
    }

    @Override
    public void read(Delivery delivery) {
        JsonNode event = JSON.readTree(delivery.content());
        MailFate fate = fate(event.path("type").asString(""), event.path("data"));
        if (fate == null) {
            return;
        }
        Instant at = at(event.path("created_at").asString(""));
        mail(event.path("data").path("tags"))
                .filter(mail -> fate.isNewsAfter(mail.fate()))
                .ifPresent(mail -> {
                    tell(mail, fate, at);
                    log.note(mail, fate, at);
                });
    }

    /** None of what says nothing about whether a mail arrives: that it was sent, opened, or clicked. */
    private static @Nullable MailFate fate(String type, JsonNode data) {
        return switch (type) {
            case "email.delivery_delayed" -> MailFate.DELAYED;
            case "email.delivered" -> MailFate.DELIVERED;
            case "email.failed" -> MailFate.FAILED;
            // A full mailbox, or a server that is down: it may work tomorrow.
            case "email.bounced" ->
                data.path("bounce").path("type").asString("").equalsIgnoreCase("Transient")
                        ? MailFate.FAILED
                        : MailFate.BOUNCED;
            case "email.suppressed" -> MailFate.BOUNCED;
            case "email.complained" -> MailFate.COMPLAINED;
            default -> null;
        };
    }

    private Optional<WrittenMail> mail(JsonNode tags) {
        String business = tag(tags, ResendTags.BUSINESS);
        String mail = tag(tags, ResendTags.MAIL);
        return business.isEmpty() || mail.isEmpty()
                ? Optional.empty()
                : log.find(new TenantId(UUID.fromString(business)), UUID.fromString(mail));
    }

    /** An object of names and values, or a list of both: Resend writes either. */
    private static String tag(JsonNode tags, String name) {
        return tags.isArray()
                ? tags.valueStream()
                        .filter(tag -> tag.path("name").asString("").equals(name))
                        .map(tag -> tag.path("value").asString(""))
                        .findFirst()
                        .orElse("")
                : tags.path(name).asString("");
    }

    /** @throws IllegalArgumentException if that is no instant */
    private static Instant at(String text) {
        try {
            // Written with a blank, and with hours alone for the offset, too.
            return OffsetDateTime.parse(text.replace(' ', 'T').replaceAll("([+-]\\d\\d)$", "$1:00"))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no instant", e);
        }
    }

    /** To whoever the mail was about: a user, or an invitation, if it was about one of these. */
    private void tell(WrittenMail mail, MailFate fate, Instant at) {
        Caller caller = new Caller(mail.tenant(), "webhook:resend");
        if (mail.subject().startsWith(USER)) {
            tellUser(caller, UserId.of(mail.tenant(), local(mail, USER)), mail.to(), fate, at);
        } else if (mail.subject().startsWith(INVITATION)) {
            fault(fate)
                    .ifPresent(fault -> commands.send(
                            caller,
                            new MarkInvitationAddress(
                                    InvitationId.of(mail.tenant(), local(mail, INVITATION)), fault, at)));
        }
    }

    private void tellUser(Caller caller, UserId user, @Nullable EmailAddress to, MailFate fate, Instant at) {
        if (to == null) {
            return;
        }
        fault(fate).ifPresent(fault -> commands.send(caller, new MarkMailAddress(user, to, fault, at)));
        if (fate == MailFate.DELIVERED) {
            commands.send(caller, new ClearMailAddress(user, to, at));
        }
    }

    private static UUID local(WrittenMail mail, String kind) {
        return UUID.fromString(mail.subject().substring(kind.length()));
    }

    private static Optional<AddressFault> fault(MailFate fate) {
        return switch (fate) {
            case BOUNCED -> Optional.of(AddressFault.BOUNCED);
            case COMPLAINED -> Optional.of(AddressFault.COMPLAINED);
            case DELIVERED, DELAYED, FAILED -> Optional.empty();
        };
    }
}
