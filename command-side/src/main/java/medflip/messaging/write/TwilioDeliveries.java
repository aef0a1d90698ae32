package medflip.messaging.write;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import medflip.kernel.CardNumbers;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.TextStatus;
import medflip.messaging.write.ConversationCommand.NoteProgress;
import medflip.messaging.write.ConversationCommand.ReceiveText;
import medflip.platform.command.Commands;
import medflip.platform.inbox.Delivery;
import medflip.platform.inbox.DeliveryReader;
import medflip.platform.outbox.Outbox;
import medflip.platform.privacy.Binding;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Twilio delivers: what people write, and how far texts have come. */
@Component
class TwilioDeliveries implements DeliveryReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FORM = new TypeReference<>() {};

    private final Commands commands;
    private final Conversations conversations;
    private final BusinessCalendar calendar;
    private final Outbox outbox;
    private final IncomingPictures pictures;
    private final Clock clock;

    TwilioDeliveries(
            Commands commands,
            Conversations conversations,
            BusinessCalendar calendar,
            Outbox outbox,
            IncomingPictures pictures,
            Clock clock) {
        this.commands = commands;
        this.conversations = conversations;
        this.calendar = calendar;
        this.outbox = outbox;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "twilio";
    }

    @Override
    public void read(Delivery delivery) {
        Map<String, String> form = JSON.readValue(delivery.content(), FORM);
        switch (delivery.kind()) {
            case "message" -> readMessage(delivery.tenant(), form);
            case "media" -> pictures.keep(webhook(delivery.tenant()), form);
            default -> readStatus(delivery.tenant(), delivery.kind(), form);
        }
    }

    private void readMessage(TenantId tenant, Map<String, String> form) {
        PhoneNumber from = new PhoneNumber(form.getOrDefault("From", ""));
        String body = form.getOrDefault("Body", "").strip();
        commands.send(
                webhook(tenant),
                new ReceiveText(
                        conversations.with(tenant, from),
                        CorrespondentId.of(tenant, Ids.next()),
                        textOf(form),
                        from,
                        body.isEmpty() ? null : new PersonalText(CardNumbers.masked(body)),
                        number(form.get("NumMedia"), 0),
                        calendar.today(tenant)));
    }

    /** What we call a text that somebody wrote. */
    static UUID textOf(Map<String, String> form) {
        return UUID.nameUUIDFromBytes(Binding.of("twilio", form.getOrDefault("MessageSid", "")));
    }

    /** @param kind {@code status/<conversation>/<text>}, as the address said that Twilio called */
    private void readStatus(TenantId tenant, String kind, Map<String, String> form) {
        TextStatus status = status(form.getOrDefault("MessageStatus", ""));
        if (status == null) {
            return;
        }
        String[] parts = kind.split("/", -1);
        ConversationId conversation = ConversationId.of(tenant, UUID.fromString(parts[1]));
        UUID text = UUID.fromString(parts[2]);
        String sid = form.getOrDefault("MessageSid", "");
        int error = number(form.get("ErrorCode"), 0);
        commands.send(
                webhook(tenant),
                new NoteProgress(conversation, text, status, sid, error == 0 ? null : error, clock.instant()));
        outbox.confirm(tenant, Conversations.effect(conversation, text), sid);
    }

    /** What Twilio says before it took a text, and what we don't know of, says nothing. */
    private static @Nullable TextStatus status(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "queued", "sending" -> TextStatus.QUEUED;
            case "sent" -> TextStatus.SENT;
            case "delivered", "read" -> TextStatus.DELIVERED;
            case "undelivered" -> TextStatus.UNDELIVERED;
            case "failed", "canceled" -> TextStatus.FAILED;
            default -> null;
        };
    }

    static int number(@Nullable String text, int otherwise) {
        return text == null || !text.matches("\\d{1,9}") ? otherwise : Integer.parseInt(text);
    }

    private static Caller webhook(TenantId tenant) {
        return new Caller(tenant, "webhook:twilio");
    }
}
