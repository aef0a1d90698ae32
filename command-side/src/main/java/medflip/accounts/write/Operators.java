package medflip.accounts.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.DismissOperator;
import medflip.accounts.write.InvitationCommand.InviteMember;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.command.KnownStreams;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.PrivateToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who runs the service: the addresses in {@code medflip.operators}, and nobody else. Each gets an invitation by mail;
 * nobody becomes one by signing up. Who is no longer named is out from the next start on.
 */
@Component
class Operators {

    private static final Logger log = LoggerFactory.getLogger(Operators.class);
    private static final Caller STARTING = Caller.job(TenantId.SERVICE, "operators");

    /** An invitation is good for so long; a start after that sends another. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final List<EmailAddress> named;
    private final BlindIndex index;
    private final SignInStore store;
    private final InvitationLinks links;
    private final KnownStreams known;
    private final Commands commands;
    private final Clock clock;

    Operators(
            @Value("${medflip.operators:}") List<String> addresses,
            BlindIndex index,
            SignInStore store,
            InvitationLinks links,
            KnownStreams known,
            Commands commands,
            Clock clock) {
        this.named = addresses.stream().map(EmailAddress::parse).toList();
        this.index = index;
        this.store = store;
        this.links = links;
        this.known = known;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whether the settings name whoever has the address. */
    boolean include(byte[] emailIndex) {
        return named.stream().anyMatch(email -> Arrays.equals(emailIndex, indexOf(email)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        store.operators().stream()
                .filter(operator -> !include(operator.emailIndex()))
                .map(operator -> UserId.of(TenantId.SERVICE, operator.userId()))
                .forEach(operator -> commands.send(STARTING, new DismissOperator(operator)));
        named.forEach(this::invite);
    }

    /** The invitation's id follows from the address and the week, so that several starts and nodes make one. */
    private void invite(EmailAddress email) {
        Credentials holder = store.find(indexOf(email)).orElse(null);
        if (holder != null) {
            if (holder.role() != Role.OPERATOR) {
                log.error("An address in medflip.operators belongs to a business's account: it can't be both.");
            }
            return;
        }
        Instant now = clock.instant();
        long week = now.toEpochMilli() / GOOD_FOR.toMillis();
        InvitationId id = InvitationId.of(
                TenantId.SERVICE,
                UUID.nameUUIDFromBytes(index.of(TenantId.SERVICE, "operator", email.value() + "/" + week)));
        if (!known.isKnown(id)) {
            commands.send(
                    STARTING,
                    new InviteMember(id, email, Role.OPERATOR, PrivateToken.hash(links.token(id)), now.plus(GOOD_FOR)));
        }
    }

    private byte[] indexOf(EmailAddress email) {
        return index.global("sign-in", email.value());
    }
}
