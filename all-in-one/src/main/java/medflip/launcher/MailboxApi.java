package medflip.launcher;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.launcher.ResendSimulator.SimulatedMail;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows what the simulator of Resend took. It needs no sign-in, as a mailbox needs none of ours, so it opens only where
 * nobody but this machine's own user can reach it: without TLS, and bound to the loopback address.
 */
@RestController
@Requires(Permission.ANYBODY)
class MailboxApi {

    /** @param open whether mails land here, instead of being sent */
    record Mailbox(boolean open, List<MailItem> mails) {}

    record MailItem(UUID id, Instant at, String to, String subject) {}

    record MailboxMail(UUID id, Instant at, String from, String to, String subject, String text) {}

    /** Absent where mails are really sent, or where others could look into the mailbox. */
    private final @Nullable ResendSimulator simulator;

    MailboxApi(
            ObjectProvider<ResendSimulator> simulator,
            @Value("${medflip.tls:false}") boolean tls,
            @Value("${server.address:0.0.0.0}") String address)
            throws UnknownHostException {
        boolean reachable = tls || !InetAddress.getByName(address).isLoopbackAddress();
        this.simulator = reachable ? null : simulator.getIfAvailable();
    }

    /** The newest mails first. */
    @GetMapping("/api/mailbox")
    Mailbox findMailbox() {
        return new Mailbox(
                simulator != null,
                Stream.ofNullable(simulator)
                        .flatMap(simulated -> simulated.mails().stream())
                        .map(mail -> new MailItem(mail.id(), mail.at(), mail.to(), mail.subject()))
                        .toList());
    }

    @GetMapping("/api/mailbox/{id}")
    MailboxMail findMailboxMail(@PathVariable UUID id) {
        SimulatedMail mail = mail(id);
        return new MailboxMail(mail.id(), mail.at(), mail.from(), mail.to(), mail.subject(), mail.text());
    }

    /** What may become of a mail instead of being delivered. */
    record FateBody(@Schema(requiredMode = REQUIRED) ResendSimulator.@Nullable Fate fate) {}

    /** Has the simulator say what became of a mail, as Resend would. */
    @PostMapping("/api/mailbox/{id}/fate")
    ResponseEntity<Void> setMailboxMailFate(@PathVariable UUID id, @RequestBody FateBody body) {
        Faults faults = new Faults();
        ResendSimulator.Fate fate = faults.required("fate", body.fate(), given -> given);
        faults.throwIfAny();
        SimulatedMail mail = mail(id);
        Objects.requireNonNull(simulator).happen(mail, fate);
        return ResponseEntity.noContent().build();
    }

    private SimulatedMail mail(UUID id) {
        return Optional.ofNullable(simulator)
                .flatMap(simulated -> simulated.find(id))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
