package medflip.messaging.write;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.TextStatus;
import medflip.messaging.write.ConversationCommand.NoteProgress;
import medflip.messaging.write.TwilioConnectionCommand.NoteBrokenConnection;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.files.FileLinks;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.outbox.Outcome;
import medflip.platform.tenancy.Caller;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends texts by the business's own account at Twilio. Twilio knows no repeats: after an answer that was lost, it is
 * looked there whether the text exists, before any second try.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Messages resource</a>
 */
@Component
class TwilioChannel implements OutboxChannel {

    private static final Duration RATE_LIMIT = Duration.ofSeconds(2);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final long PAGE = 50;
    private static final int AUTHENTICATION = 20003;

    private final TwilioVault vault;
    private final TwilioClients clients;
    private final Commands commands;
    private final Histories histories;
    private final FileLinks links;
    private final Clock clock;
    private final Duration canTellAfter;

    /** @param canTellAfter longer than a call takes, so that what is under way has arrived */
    TwilioChannel(
            TwilioVault vault,
            TwilioClients clients,
            Commands commands,
            Histories histories,
            FileLinks links,
            Clock clock,
            @Value("${medflip.twilio.can-tell-after:45s}") Duration canTellAfter) {
        this.vault = vault;
        this.clients = clients;
        this.commands = commands;
        this.histories = histories;
        this.links = links;
        this.clock = clock;
        this.canTellAfter = canTellAfter;
    }

    @Override
    public String name() {
        return OutgoingText.CHANNEL;
    }

    @Override
    public Duration knowsRepeatsFor() {
        return Duration.ZERO;
    }

    @Override
    public boolean isOfEachBusiness() {
        return true;
    }

    @Override
    public Duration canTellAfter() {
        return canTellAfter;
    }

    @Override
    public Outcome attempt(UUID id, byte[] content) {
        OutgoingText text = OutgoingText.read(content);
        TenantId tenant = text.conversationId().tenantId();
        TwilioAccount account = vault.find(tenant).orElse(null);
        if (account == null) {
            return refused(text, "not-connected", null);
        }
        try {
            Message message = message(account, text)
                    .setStatusCallback(URI.create(
                            vault.statusUrl(tenant, text.conversationId().local(), text.text())))
                    .create(clients.of(account));
            return done(text, message.getSid());
        } catch (ApiException refused) {
            return outcome(text, refused);
        } catch (UncheckedIOException lost) {
            return outcome(Objects.requireNonNull(lost.getCause()));
        }
    }

    private MessageCreator message(TwilioAccount account, OutgoingText text) {
        PhoneNumber to = new PhoneNumber(text.to());
        MessageCreator message = account.textsByService()
                ? Message.creator(to, account.number(), text.body())
                : Message.creator(to, new PhoneNumber(account.number()), text.body());
        List<UUID> pictures = text.pictures();
        return pictures == null || pictures.isEmpty()
                ? message
                : message.setMediaUrl(pictures.stream()
                        .map(picture -> links.to(text.conversationId().tenantId(), picture))
                        .toList());
    }

    /** A text of ours to this number, with these words, that isn't the sending of another one. */
    @Override
    public Outcome lookUp(UUID id, byte[] content, Instant firstTriedAt) {
        OutgoingText text = OutgoingText.read(content);
        TwilioAccount account = vault.find(text.conversationId().tenantId()).orElse(null);
        if (account == null) {
            return new Outcome.Unknown("not-connected");
        }
        try {
            return sent(clients.of(account), account, text, firstTriedAt.minus(CLOCKS_DIFFER))
                    .map(sid -> done(text, sid))
                    .orElseGet(Outcome::neverDone);
        } catch (ApiException | UncheckedIOException silent) {
            return new Outcome.Unknown("cannot-look");
        }
    }

    private Optional<String> sent(TwilioRestClient client, TwilioAccount account, OutgoingText text, Instant since) {
        Set<String> ofOthers = histories
                .of(text.conversationId(), TextProgressed.class)
                .filter(progress -> !progress.textId().equals(text.text()))
                .flatMap(progress -> Stream.ofNullable(progress.sid()))
                .collect(Collectors.toSet());
        // The latest come first.
        MessageReader sent = Message.reader().setTo(new PhoneNumber(text.to())).setPageSize(PAGE);
        if (!account.textsByService()) {
            sent.setFrom(new PhoneNumber(account.number()));
        }
        for (Message message : sent.read(client)) {
            if (message.getDateCreated().toInstant().isBefore(since)) {
                break;
            }
            if (text.body().equals(message.getBody()) && !ofOthers.contains(message.getSid())) {
                return Optional.of(message.getSid());
            }
        }
        return Optional.empty();
    }

    private Outcome outcome(OutgoingText text, ApiException refused) {
        int status = Objects.requireNonNullElse(refused.getStatusCode(), 0);
        int code = Objects.requireNonNullElse(refused.getCode(), 0);
        String reason = "twilio-" + (code == 0 ? "http-" + status : code);
        if (status == 429) {
            return new Outcome.NotDone(reason, RATE_LIMIT);
        }
        if (status == 401 || code == AUTHENTICATION) {
            TenantId tenant = text.conversationId().tenantId();
            commands.send(job(tenant), new NoteBrokenConnection(Conversations.connection(tenant), AUTHENTICATION));
            return refused(text, reason, AUTHENTICATION);
        }
        return status >= 500 || status == 0
                ? new Outcome.Unknown(reason)
                : refused(text, reason, code == 0 ? null : code);
    }

    private static Outcome outcome(IOException lost) {
        return lost instanceof ConnectException || lost instanceof UnknownHostException
                ? new Outcome.NotDone("unreachable", null)
                : new Outcome.Unknown("no-answer");
    }

    private Outcome done(OutgoingText text, String sid) {
        note(text, TextStatus.QUEUED, sid, null);
        return new Outcome.Done(sid);
    }

    private Outcome refused(OutgoingText text, String reason, @Nullable Integer code) {
        note(text, TextStatus.FAILED, null, code);
        return new Outcome.Refused(reason);
    }

    private void note(OutgoingText text, TextStatus status, @Nullable String sid, @Nullable Integer code) {
        commands.send(
                job(text.conversationId().tenantId()),
                new NoteProgress(text.conversationId(), text.text(), status, sid, code, clock.instant()));
    }

    private static Caller job(TenantId tenant) {
        return Caller.job(tenant, "send-texts");
    }
}
