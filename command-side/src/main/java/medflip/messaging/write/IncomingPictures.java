package medflip.messaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.AttachedFile;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.write.ConversationCommand.KeepPictures;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.RequestRejection;
import medflip.platform.files.FileRejection;
import medflip.platform.files.FileStore;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.privacy.Binding;
import medflip.platform.tenancy.Caller;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the pictures that come along with what people write: each is fetched once, cleaned like every file, sealed
 * under the key of who wrote, and forgotten with them. What is no picture, or too large, isn't kept; the text still
 * says how many came.
 */
@Component
class IncomingPictures {

    private static final Logger log = LoggerFactory.getLogger(IncomingPictures.class);
    private static final int MOST = 10;

    private final Commands commands;
    private final Conversations conversations;
    private final TwilioVault vault;
    private final TwilioMedia media;
    private final FileStore files;

    IncomingPictures(
            Commands commands, Conversations conversations, TwilioVault vault, TwilioMedia media, FileStore files) {
        this.commands = commands;
        this.conversations = conversations;
        this.vault = vault;
        this.media = media;
        this.files = files;
    }

    /**
     * @param form what Twilio delivered
     * @throws CommandRejected if the text isn't there yet, or its writer was erased
     * @throws java.io.UncheckedIOException if Twilio doesn't answer
     */
    void keep(Caller caller, Map<String, String> form) {
        TenantId tenant = caller.tenant();
        ConversationId conversation = conversations.with(tenant, new PhoneNumber(form.getOrDefault("From", "")));
        UUID text = TwilioDeliveries.textOf(form);
        CorrespondentId writer = conversations.writerOf(conversation, text);
        if (writer == null) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
        TwilioAccount account =
                vault.find(tenant).orElseThrow(() -> new CommandRejected(TextingRejection.NOT_CONNECTED));
        List<AttachedFile> kept = new ArrayList<>();
        int came = Math.min(TwilioDeliveries.number(form.get("NumMedia"), 0), MOST);
        for (int i = 0; i < came; i++) {
            UUID id = UUID.nameUUIDFromBytes(Binding.of("twilio-media", text.toString(), Integer.toString(i)));
            picture(tenant, id, writer, account, form.getOrDefault("MediaUrl" + i, ""))
                    .map(StoredFile::file)
                    .ifPresent(kept::add);
        }
        if (!kept.isEmpty()) {
            commands.send(caller, new KeepPictures(conversation, text, kept));
        }
    }

    private Optional<StoredFile> picture(
            TenantId tenant, UUID id, CorrespondentId writer, TwilioAccount account, String address) {
        if (files.find(tenant, id).isEmpty()) {
            Optional<byte[]> content = media.fetch(account, address);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            try {
                files.restore(tenant, id, writer, content.get());
            } catch (CommandRejected refused) {
                if (!refused.reason().code().startsWith(FileRejection.TYPE_UNKNOWN.domain() + ".")) {
                    throw refused;
                }
                log.info(
                        "What came along with a text isn't kept: {}",
                        refused.reason().code());
                return Optional.empty();
            }
        }
        return Optional.of(files.toAttach(tenant, id));
    }
}
