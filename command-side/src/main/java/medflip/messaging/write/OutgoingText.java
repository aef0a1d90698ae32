package medflip.messaging.write;

import java.util.List;
import java.util.UUID;
import medflip.messaging.events.ConversationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text on its way through the outbox.
 *
 * @param pictures files that go with it
 */
record OutgoingText(
        String conversation,
        UUID text,
        String to,
        String body,
        @Nullable List<UUID> pictures) {

    static final String CHANNEL = "sms";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static OutgoingText read(byte[] content) {
        return JSON.readValue(content, OutgoingText.class);
    }

    byte[] written() {
        return JSON.writeValueAsBytes(this);
    }

    ConversationId conversationId() {
        return new ConversationId(conversation);
    }

    /** Masked, so that no log line ever holds it. */
    @Override
    public String toString() {
        return "***";
    }
}
